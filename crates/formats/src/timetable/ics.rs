//! A calendar, RFC 5545: an event a session, in local time without a zone.
//!
//! The same request gives the same bytes: the stamp of each event is the first day, and its name is made of the
//! session and the first day, so that a calendar that reads the file twice holds each event once.

use compendium_core::date::Date;
use compendium_core::plan::Request;

use super::{Timetable, time};

/// Octets of a line without its end.
const LINE: usize = 75;

/// `book` is the book's id, part of the names of the events.
pub fn write(timetable: &Timetable<'_>, request: &Request, book: &str) -> String {
    let mut out = String::new();
    let mut add = |text: &str| fold(&mut out, text);
    add("BEGIN:VCALENDAR");
    add("VERSION:2.0");
    add("PRODID:-//compendium//timetable//EN");
    add("CALSCALE:GREGORIAN");
    add(&["X-WR-CALNAME:", &escaped(&timetable.say("plan-title"))].concat());
    for (day, slot, lesson) in timetable.plan.lessons() {
        let (course, session) = timetable.session(lesson);
        let title = [timetable.name(course, session), session.title.clone()].join(" ");
        let mut notes = vec![[&course.code, " ", &course.title].concat(), session.unit.clone()];
        notes.extend(timetable.notes(lesson));
        add("BEGIN:VEVENT");
        add(&["UID:", &session.id, "-", &request.start.to_string(), "@", book].concat());
        add(&["DTSTAMP:", &compact(request.start), "T000000Z"].concat());
        add(&["DTSTART:", &moment(day.date, slot.from)].concat());
        add(&["DTEND:", &moment(day.date, slot.to)].concat());
        add(&["SUMMARY:", &escaped(&title)].concat());
        add(&["DESCRIPTION:", &escaped(&notes.join("\n"))].concat());
        add(&["CATEGORIES:", &escaped(&course.code)].concat());
        add("END:VEVENT");
    }
    add("END:VCALENDAR");
    out
}

fn compact(date: Date) -> String {
    date.to_string().replace('-', "")
}

fn moment(date: Date, minutes: u32) -> String {
    // A late day may end behind midnight.
    let date = date.plus((minutes / 1_440) as i32);
    [&compact(date), "T", &time(minutes).replace(':', ""), "00"].concat()
}

/// TEXT of RFC 5545, 3.3.11.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for found in text.chars() {
        match found {
            '\\' | ';' | ',' => out.extend(['\\', found]),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            found => out.push(found),
        }
    }
    out
}

/// A content line, folded between characters.
fn fold(out: &mut String, text: &str) {
    let mut room = LINE;
    for found in text.chars() {
        if found.len_utf8() > room {
            out.push_str("\r\n ");
            // The space counts.
            room = LINE - 1;
        }
        room -= found.len_utf8();
        out.push(found);
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Keys, sample};
    use super::*;

    #[test]
    fn a_calendar_keeps_to_the_standard() {
        let (mut courses, request, plan) = sample();
        courses[0].title = "é".repeat(100);
        let text = write(&Timetable { courses: &courses, plan: &plan, words: &Keys }, &request, "book");
        assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
        assert!(text.split("\r\n").all(|line| line.len() <= LINE), "{text}");
        let unfolded = text.replace("\r\n ", "");
        let lines: Vec<&str> = unfolded.split("\r\n").collect();
        for line in [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "UID:c1-s2-2027-01-11@book",
            "DTSTAMP:20270111T000000Z",
            "DTSTART:20270111T110000",
            "DTEND:20270111T150000",
            "SUMMARY:C1 1 =Why\\, \"and\" when\\; é",
            "DTSTART:20270113T090000",
        ] {
            assert!(lines.contains(&line), "{line}\n{unfolded}");
        }
        assert_eq!(lines.iter().filter(|line| **line == "BEGIN:VEVENT").count(), 3);
        assert!(unfolded.contains(&format!("DESCRIPTION:C1 {}\\nUnit 1\\nlunch-inside", "é".repeat(100))));
    }
}
