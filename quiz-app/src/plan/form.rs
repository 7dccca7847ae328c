//! What stands in the form, and the request that it makes.

use compendium_core::date::Date;
use compendium_core::plan::{Course, Length, MOST_WEEKS, Request, Weekdays};
use compendium_formats::holidays::{self, BadLine};
use compendium_formats::timetable::{hours, read, time};

use crate::text::glued;

/// The entries, as they were typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    pub start: String,
    pub is_until: bool,
    pub weeks: String,
    pub until: String,
    pub hours: String,
    pub from: String,
    pub weekdays: Weekdays,
    /// One a course.
    pub chosen: Vec<bool>,
    /// One a course.
    pub done: Vec<bool>,
    pub holidays: String,
}

/// A field with text in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Start,
    Weeks,
    Until,
    Hours,
    From,
    Holidays,
}

/// An entry that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    Field(Field),
    /// A line of the holidays.
    Line(BadLine),
}

/// Milliseconds of a day.
const DAY: u64 = 86_400_000;

impl Form {
    /// All courses in so many weeks, six hours on five days from nine o'clock, from the next Monday on.
    /// `now` in milliseconds since 1970.
    pub fn standard(courses: &[Course], weeks: u32, now: u64) -> Form {
        let days = (now / DAY) as i32;
        let today = Date::new(1970, 1, 1).map(|first| first.plus(days));
        let start = today.map(|today| today.plus(7 - today.weekday().number() as i32).to_string());
        Form {
            start: start.unwrap_or_default(),
            is_until: false,
            weeks: weeks.to_string(),
            until: String::new(),
            hours: hours(360),
            from: time(540),
            weekdays: Weekdays::MONDAY_TO_FRIDAY,
            chosen: vec![true; courses.len()],
            done: vec![false; courses.len()],
            holidays: String::new(),
        }
    }

    /// Takes what [`Form::write`] wrote; what is missing stays as it is, and a course that the book no longer has is
    /// passed over.
    pub fn restore(&mut self, courses: &[Course], text: &str) {
        let (lines, holidays) = text.split_once(HOLIDAYS).unwrap_or((text, ""));
        holidays.clone_into(&mut self.holidays);
        for (name, value) in lines.lines().filter_map(|line| line.split_once('=')) {
            match name {
                "start" => value.clone_into(&mut self.start),
                "until" => {
                    self.is_until = true;
                    value.clone_into(&mut self.until);
                }
                "weeks" => value.clone_into(&mut self.weeks),
                "hours" => value.clone_into(&mut self.hours),
                "from" => value.clone_into(&mut self.from),
                "days" => {
                    for (day, sign) in self.weekdays.0.iter_mut().zip(value.bytes()) {
                        *day = sign == b'1';
                    }
                }
                "courses" => self.chosen = marked(courses, value),
                "done" => self.done = marked(courses, value),
                _ => {}
            }
        }
    }

    /// As text, a line an entry; the holidays, which have lines of their own, come last.
    pub fn write(&self, courses: &[Course]) -> String {
        let days: String = self.weekdays.0.iter().map(|&day| if day { '1' } else { '0' }).collect();
        let (chosen, done) = (ids(courses, &self.chosen).join(","), ids(courses, &self.done).join(","));
        let mut out = String::new();
        let until = if self.is_until { self.until.as_str() } else { "" };
        for (name, value) in [
            ("start=", self.start.as_str()),
            ("weeks=", self.weeks.as_str()),
            ("until=", until),
            ("hours=", self.hours.as_str()),
            ("from=", self.from.as_str()),
            ("days=", days.as_str()),
            ("courses=", chosen.as_str()),
            ("done=", done.as_str()),
        ] {
            if name != "until=" || self.is_until {
                out.push_str(&glued(&[name, value, "\n"]));
            }
        }
        // The last line end is that of the mark.
        out.pop();
        glued(&[&out, HOLIDAYS, &self.holidays])
    }

    pub fn set(&mut self, field: Field, text: String) {
        *match field {
            Field::Start => &mut self.start,
            Field::Weeks => &mut self.weeks,
            Field::Until => &mut self.until,
            Field::Hours => &mut self.hours,
            Field::From => &mut self.from,
            Field::Holidays => &mut self.holidays,
        } = text;
    }

    /// The length as weeks, or as a last day. Whoever changes to a last day begins with the one that the weeks had.
    pub fn measure(&mut self, is_until: bool) {
        self.is_until = is_until;
        let weeks = read::number(self.weeks.trim());
        if let (true, "", Some(start), Some(weeks)) =
            (is_until, self.until.as_str(), Date::parse(&self.start), weeks)
        {
            self.until = start.plus(weeks as i32 * 7 - 1).to_string();
        }
    }

    /// What is asked for, or all that cannot be read.
    pub fn request(&self, courses: &[Course]) -> Result<Request, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut known = |field: Field, is_known: bool| {
            if !is_known {
                problems.push(Problem::Field(field));
            }
        };
        let start = Date::parse(&self.start);
        known(Field::Start, start.is_some());
        let length = match self.is_until {
            true => Date::parse(&self.until).map(Length::Until),
            false => {
                let weeks = read::number(self.weeks.trim());
                weeks.filter(|weeks| (1..=MOST_WEEKS).contains(weeks)).map(Length::Weeks)
            }
        };
        known(if self.is_until { Field::Until } else { Field::Weeks }, length.is_some());
        let minutes_a_day = read::hours(&self.hours);
        known(Field::Hours, minutes_a_day.is_some());
        let from = read::time(&self.from);
        known(Field::From, from.is_some());
        let (holidays, bad) = holidays::read(&self.holidays);
        problems.extend(bad.into_iter().map(Problem::Line));
        match (start, length, minutes_a_day, from) {
            (Some(start), Some(length), Some(minutes_a_day), Some(from)) if problems.is_empty() => Ok(Request {
                start,
                length,
                weekdays: self.weekdays,
                minutes_a_day,
                from,
                holidays,
                courses: ids(courses, &self.chosen).into_iter().map(str::to_owned).collect(),
                done: ids(courses, &self.done).into_iter().map(str::to_owned).collect(),
            }),
            _ => Err(problems),
        }
    }

    /// Takes over a request that was proposed.
    pub fn take(&mut self, courses: &[Course], request: &Request) {
        match request.length {
            Length::Weeks(weeks) => self.weeks = weeks.to_string(),
            Length::Until(date) => self.until = date.to_string(),
        }
        self.hours = hours(request.minutes_a_day);
        self.weekdays = request.weekdays;
        self.chosen = courses.iter().map(|course| request.courses.contains(&course.id)).collect();
        self.done = courses.iter().map(|course| request.done.contains(&course.id)).collect();
    }
}

/// Before the holidays.
const HOLIDAYS: &str = "\nholidays=";

fn ids<'c>(courses: &'c [Course], marks: &[bool]) -> Vec<&'c str> {
    let marked = courses.iter().zip(marks).filter(|(_, mark)| **mark);
    marked.map(|(course, _)| course.id.as_str()).collect()
}

fn marked(courses: &[Course], ids: &str) -> Vec<bool> {
    courses.iter().map(|course| ids.split(',').any(|id| id == course.id)).collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use compendium_core::plan::Session;
    use compendium_formats::holidays::Fault;

    /// 2026-11-24, a Tuesday.
    pub const NOW: u64 = 1_795_478_400_000;

    /// C1 and C2 of three sessions of 90 minutes each; C2 asks for C1, C3 for C2.
    pub fn courses() -> Vec<Course> {
        let course = |id: &str, after: &[&str]| {
            let session = |place: u32| Session {
                id: format!("{id}-s{place}"),
                number: place.to_string(),
                title: "T".to_owned(),
                unit: "U".to_owned(),
                minutes: 90,
                ..Session::default()
            };
            Course {
                id: id.to_owned(),
                code: id.to_uppercase(),
                after: after.iter().map(|id| (*id).to_owned()).collect(),
                short: 270,
                least: 270,
                sessions: (1..=3).map(session).collect(),
                ..Course::default()
            }
        };
        vec![course("c1", &[]), course("c2", &["c1"]), course("c3", &["c2"])]
    }

    #[test]
    fn the_form_begins_with_the_standard_plan_of_the_next_monday() {
        let courses = courses();
        let form = Form::standard(&courses, 15, NOW);
        assert_eq!((form.start.as_str(), form.hours.as_str(), form.from.as_str()), ("2026-11-30", "6", "09:00"));
        let request = form.request(&courses).unwrap();
        assert_eq!((request.length, request.minutes_a_day, request.from), (Length::Weeks(15), 360, 540));
        assert_eq!(request.courses, ["c1", "c2", "c3"]);
        // On a Monday the next one: the class of today has begun.
        assert_eq!(Form::standard(&courses, 1, NOW + 6 * DAY).start, "2026-12-07");
    }

    #[test]
    fn what_is_written_is_restored() {
        let courses = courses();
        let mut form = Form::standard(&courses, 15, NOW);
        form.set(Field::Holidays, "2027-01-01 New=Year\nholidays=\n\n".to_owned());
        form.set(Field::Hours, "5,5".to_owned());
        form.set(Field::Weeks, "x".to_owned());
        form.weekdays.0 = [true, false, false, false, false, false, true];
        form.chosen[0] = false;
        form.done[0] = true;
        let text = form.write(&courses);
        let restored = |text: &str| {
            let mut other = Form::standard(&courses, 1, 0);
            other.restore(&courses, text);
            other
        };
        assert_eq!(restored(&text), form, "{text}");
        form.measure(true);
        form.set(Field::Until, "2027-01-01".to_owned());
        assert_eq!(restored(&form.write(&courses)), form);
        // A book that has changed, and a text of nobody.
        let other = restored("start=2027-01-11\ncourses=c2,c9\nroom=3");
        assert_eq!((other.start.as_str(), other.chosen), ("2027-01-11", vec![false, true, false]));
        assert_eq!(restored(""), Form::standard(&courses, 1, 0));
    }

    #[test]
    fn a_last_day_begins_where_the_weeks_end() {
        let courses = courses();
        let mut form = Form::standard(&courses, 2, NOW);
        form.measure(true);
        assert_eq!(form.until, "2026-12-13");
        form.set(Field::Until, "2027-01-01".to_owned());
        form.measure(false);
        form.measure(true);
        assert_eq!(form.until, "2027-01-01", "what was typed stays");
    }

    #[test]
    fn all_that_cannot_be_read_is_named() {
        let courses = courses();
        let mut form = Form::standard(&courses, 2, NOW);
        for (field, text) in [
            (Field::Start, ""),
            (Field::Weeks, "209"),
            (Field::Hours, "25"),
            (Field::Holidays, "2027-01-01\n1 May"),
        ] {
            form.set(field, text.to_owned());
        }
        let line = BadLine { line: 2, text: "1 May".to_owned(), fault: Fault::NoDate };
        let problems = [Field::Start, Field::Weeks, Field::Hours].map(Problem::Field);
        assert_eq!(form.request(&courses), Err(problems.into_iter().chain([Problem::Line(line)]).collect()));
    }
}
