//! A timetable for people and their programs: on paper, in a calendar, in a table.
//!
//! ```text
//! Courses + Plan + Words ─┬─ html   week by week, for the page and for print
//!                         ├─ ics    RFC 5545
//!                         └─ csv    RFC 4180
//! ```
//! The same code writes them on the command line and in the page, and reads what is typed there; the words come from
//! outside.

pub mod csv;
pub mod html;
pub mod ics;
pub mod read;

use compendium_core::date::{Date, Weekday};
use compendium_core::plan::{Change, Course, Lesson, Plan, Session};

/// The messages of the language, by key.
pub trait Words {
    fn text(&self, key: &str, values: &[(&str, Value<'_>)]) -> String;
}

#[derive(Clone, Copy)]
pub enum Value<'a> {
    Number(u32),
    Text(&'a str),
}

/// What is written.
#[derive(Clone, Copy)]
pub struct Timetable<'t> {
    pub courses: &'t [Course],
    pub plan: &'t Plan,
    pub words: &'t dyn Words,
}

impl Timetable<'_> {
    fn session(&self, lesson: &Lesson) -> (&Course, &Session) {
        let course = &self.courses[lesson.course];
        (course, &course.sessions[lesson.session])
    }

    fn say(&self, key: &str) -> String {
        self.words.text(key, &[])
    }

    fn say_n(&self, key: &str, n: u32) -> String {
        self.words.text(key, &[("n", Value::Number(n))])
    }

    /// `C1 1.2`
    fn name(&self, course: &Course, session: &Session) -> String {
        [course.code.as_str(), &session.number].join(" ").trim_end().to_owned()
    }

    /// What is to be known of a lesson beside its title: breaks inside, and how much of it is taught.
    pub fn notes(&self, lesson: &Lesson) -> Vec<String> {
        let (_, session) = self.session(lesson);
        let mut notes: Vec<String> = lesson
            .pauses
            .iter()
            .map(|pause| {
                let (from, to) = (time(pause.from), time(pause.to));
                let values = [("from", Value::Text(&from)), ("to", Value::Text(&to))];
                match pause.is_lunch {
                    true => self.words.text("plan-lunch-inside", &values),
                    false => self.words.text("plan-break-inside", &values),
                }
            })
            .collect();
        if lesson.minutes < session.minutes {
            let values = [("n", Value::Number(lesson.minutes)), ("of", Value::Number(session.minutes))];
            notes.push(self.words.text("plan-shortened", &values));
        }
        notes
    }

    /// What a change does, and why.
    fn change(&self, change: &Change) -> (String, String) {
        let course = &self.courses[change.course];
        let values =
            [("n", Value::Number(change.minutes)), ("of", Value::Number(course.sessions[change.session].minutes))];
        let what = match change.minutes {
            0 => self.say_n("plan-left-out", change.saved),
            _ => self.words.text("plan-shortened", &values),
        };
        let values = [("n", Value::Number(change.step)), ("course", Value::Text(&course.code))];
        let why = match change.is_beyond_short {
            true => self.words.text("plan-why-beyond", &values),
            false => self.words.text("plan-why", &values),
        };
        (what, why)
    }

    pub fn date(&self, date: Date) -> String {
        self::date(self.words, date)
    }

    pub fn weekday(&self, day: Weekday) -> String {
        self.words.text("plan-weekday", &[("day", Value::Number(day.number() as u32))])
    }

    /// What the plan is, in one line.
    pub fn facts(&self) -> String {
        let hours = hours(self.plan.minutes());
        let values = [
            ("weeks", Value::Number(self.plan.n_weeks())),
            ("days", Value::Number(self.plan.days.len() as u32)),
            ("hours", Value::Text(&hours)),
        ];
        self.words.text("plan-facts", &values)
    }
}

/// `11 January 2027`
pub fn date(words: &dyn Words, date: Date) -> String {
    let (year, month, day) = date.civil();
    // As texts: a year has no separator of thousands.
    let (year, day) = (year.to_string(), day.to_string());
    let values = [("day", Value::Text(&day)), ("month", Value::Number(month)), ("year", Value::Text(&year))];
    words.text("plan-date", &values)
}

/// `09:30`
pub fn time(minutes: u32) -> String {
    let two = |number: u32| if number < 10 { ["0", &number.to_string()].concat() } else { number.to_string() };
    [two(minutes / 60 % 24), two(minutes % 60)].join(":")
}

/// `24.5`, without a fraction of a computer.
pub fn hours(minutes: u32) -> String {
    let part = match minutes % 60 {
        0 => "",
        15 => ".25",
        30 => ".5",
        45 => ".75",
        rest => return [&(minutes / 60).to_string(), ":", &time(rest)[3..]].concat(),
    };
    [&(minutes / 60).to_string(), part].concat()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use compendium_core::plan::{Cut, Length, Request, Weekdays, plan};

    /// Says the key and the values.
    pub struct Keys;

    impl Words for Keys {
        fn text(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
            let value = |(_, value): &(&str, Value<'_>)| match value {
                Value::Number(number) => format!(" {number}"),
                Value::Text(text) => format!(" {text}"),
            };
            format!("{}{}", key.trim_start_matches("plan-"), values.iter().map(value).collect::<String>())
        }
    }

    /// Two days: 90 and 180 minutes, then 45 of 90; one session is left out.
    pub fn sample() -> (Vec<Course>, Request, Plan) {
        let session = |number: &str, title: &str, minutes, cuts: &[(u32, u32)]| Session {
            id: format!("c1-s{number}"),
            number: number.to_owned(),
            title: title.to_owned(),
            unit: "Unit 1".to_owned(),
            href: format!("courses/c1.html#s{number}"),
            minutes,
            cuts: cuts.iter().map(|&(step, minutes)| Cut { step, minutes }).collect(),
        };
        let course = Course {
            id: "c1".to_owned(),
            code: "C1".to_owned(),
            title: "Law <& order>".to_owned(),
            href: "courses/c1.html#c1".to_owned(),
            short: 315,
            least: 315,
            after: vec![],
            sessions: vec![
                session("1", "=Why, \"and\" when; é", 90, &[]),
                session("2", "Workshop", 180, &[]),
                session("3", "A <b>long</b> title", 90, &[(1, 45)]),
                session("4", "Rest", 90, &[(2, 0)]),
            ],
        };
        let request = Request {
            start: Date::parse("2027-01-11").unwrap(),
            length: Length::Until(Date::parse("2027-01-13").unwrap()),
            weekdays: Weekdays::MONDAY_TO_FRIDAY,
            minutes_a_day: 270,
            from: 540,
            holidays: vec![compendium_core::plan::Holiday {
                first: Date::parse("2027-01-12").unwrap(),
                last: Date::parse("2027-01-12").unwrap(),
                name: "Feast".to_owned(),
            }],
            courses: vec!["c1".to_owned()],
            done: vec![],
        };
        let mut courses = vec![course];
        // Everything would fit into the second day: a longer last session makes it short.
        courses[0].sessions[3].minutes = 240;
        let made = plan(&courses, &request).unwrap();
        (courses, request, made)
    }

    #[test]
    fn times_and_hours() {
        assert_eq!((time(545).as_str(), time(0).as_str()), ("09:05", "00:00"));
        for (minutes, text) in [(60, "1"), (1_470, "24.5"), (15, "0.25"), (61, "1:01")] {
            assert_eq!(hours(minutes), text);
        }
    }
}
