//! The sessions as a table, RFC 4180: a line a session.

use super::{Timetable, time};

const HEAD: [&str; 9] = ["date", "start", "end", "minutes", "course", "unit", "session", "title", "note"];

pub fn write(timetable: &Timetable<'_>) -> String {
    // A spreadsheet reads the file as UTF-8 only with this mark.
    let mut out = String::from("\u{feff}");
    line(&mut out, &HEAD.map(str::to_owned));
    for (day, slot, lesson) in timetable.plan.lessons() {
        let (course, session) = timetable.session(lesson);
        let cells = [
            day.date.to_string(),
            time(slot.from),
            time(slot.to),
            lesson.minutes.to_string(),
            course.code.clone(),
            session.unit.clone(),
            session.number.clone(),
            session.title.clone(),
            timetable.notes(lesson).join("; "),
        ];
        line(&mut out, &cells);
    }
    out
}

fn line(out: &mut String, cells: &[String]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        // A spreadsheet would compute it.
        let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let mark = if is_formula { "'" } else { "" };
        let is_quoted = cell.contains([',', '"', '\r', '\n']);
        match is_quoted {
            true => [out.as_str(), "\"", mark, &cell.replace('"', "\"\""), "\""].concat().clone_into(out),
            false => {
                out.push_str(mark);
                out.push_str(cell);
            }
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Keys, sample};
    use super::*;

    #[test]
    fn a_line_a_session_and_no_formula() {
        let (courses, _, plan) = sample();
        let text = write(&Timetable { courses: &courses, plan: &plan, words: &Keys });
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').split("\r\n").collect();
        assert_eq!(lines[0], "date,start,end,minutes,course,unit,session,title,note");
        assert_eq!(lines[1], "2027-01-11,09:00,10:30,90,C1,Unit 1,1,\"'=Why, \"\"and\"\" when; é\",");
        assert_eq!(lines[2], "2027-01-11,11:00,15:00,180,C1,Unit 1,2,Workshop,lunch-inside 12:30 13:30");
        assert_eq!(lines[3], "2027-01-13,09:00,09:45,45,C1,Unit 1,3,A <b>long</b> title,shortened 45 90");
        assert_eq!(lines.len(), 5);
    }
}
