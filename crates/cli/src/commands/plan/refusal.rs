//! Why there is no plan, and what to type instead.

use compendium_core::plan::{Course, Difference, Nearest, Reason, Refusal};

pub fn text(courses: &[Course], refusal: &Refusal) -> String {
    let helps: Vec<String> = refusal.nearest.iter().map(|nearest| help(courses, nearest)).collect();
    let helps = helps.iter().enumerate().map(|(place, help)| {
        let name = if place == 0 { "help: possible is" } else { "  or" };
        format!("{name} {help}\n")
    });
    format!("error: {}\n{}", reason(courses, &refusal.reason), helps.collect::<String>())
}

pub fn reason(courses: &[Course], reason: &Reason) -> String {
    match reason {
        Reason::NoCourse => "no course is chosen".to_owned(),
        Reason::UnknownCourse(id) => format!("there is no course {id:?}"),
        Reason::NoWeekday => "no day of the week is chosen".to_owned(),
        Reason::NoDay => "no day of teaching lies between start and end".to_owned(),
        Reason::Circle(places) => format!("{} ask for each other", codes(courses, places)),
        Reason::Missing { course, missing } => {
            format!(
                "{} asks for {}, which is neither chosen nor done",
                courses[*course].code,
                codes(courses, missing)
            )
        }
        Reason::SessionTooLong { course, session, minutes } => {
            let (course, session) = (&courses[*course], &courses[*course].sessions[*session]);
            format!("session {} of {} takes {minutes} minutes, more than a day has", session.number, course.code)
        }
        Reason::TooShort { needed, available } => format!(
            "the courses need {} hours with everything cut that may be cut, in whole sessions; there are {}",
            hours(*needed),
            hours(*available)
        ),
    }
}

/// The options that differ.
pub fn help(courses: &[Course], nearest: &Nearest) -> String {
    let options = nearest.changes.iter().map(|change| match change {
        Difference::Add(places) => format!("with {} added to --courses", codes(courses, places)),
        Difference::Done(places) => format!("--done {}", codes(courses, places)),
        Difference::Without(places) if places.is_empty() => "without it".to_owned(),
        Difference::Without(places) => format!("without {}", codes(courses, places)),
        Difference::Weeks(weeks) => format!("--weeks {weeks}"),
        Difference::Until(date) => format!("--until {date}"),
        Difference::MinutesADay(minutes) => format!("--hours {}", hours(*minutes)),
        Difference::MondayToFriday => "--days mon-fri".to_owned(),
    });
    options.collect::<Vec<_>>().join(" and ")
}

fn codes(courses: &[Course], places: &[usize]) -> String {
    places.iter().map(|&place| courses[place].code.as_str()).collect::<Vec<_>>().join(",")
}

fn hours(minutes: u32) -> f64 {
    f64::from(minutes) / 60.0
}
