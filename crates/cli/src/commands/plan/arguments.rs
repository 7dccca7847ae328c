//! What a request is made of, as it is typed.

use anyhow::bail;
use compendium_core::date::Date;
use compendium_core::plan::{Course, MOST_MINUTES, Weekdays};
use compendium_formats::timetable::read;

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

pub fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "write a date of the calendar as 2027-01-11".to_owned())
}

/// `mon-fri`, `sun-thu`, `mon,wed,fri`, `mon-wed,fri`.
pub fn weekdays(text: &str) -> Result<Weekdays, String> {
    let help = || format!("write mon-fri, sun-thu, or days with commas between them: {}", DAYS.join(", "));
    let place = |name: &str| DAYS.iter().position(|day| *day == name.trim().to_lowercase()).ok_or_else(help);
    let mut found = Weekdays::default();
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (mut day, last) = (place(first)?, place(last)?);
        found.0[day] = true;
        while day != last {
            day = (day + 1) % 7;
            found.0[day] = true;
        }
    }
    Ok(found)
}

/// Minutes of `6` or `5.5` hours.
pub fn hours(text: &str) -> Result<u32, String> {
    read::hours(text)
        .ok_or_else(|| format!("write hours from 0.5 to {}, in quarters: 6, or 5.5", MOST_MINUTES / 60))
}

/// Minutes after midnight.
pub fn time(text: &str) -> Result<u32, String> {
    read::time(text).ok_or_else(|| "write a time from 00:00 to 10:59, such as 09:00".to_owned())
}

/// Ids of courses that are named by id or code, in any case.
pub fn ids(courses: &[Course], names: &[String]) -> anyhow::Result<Vec<String>> {
    let mut ids = Vec::new();
    for name in names {
        let name = name.trim();
        let is_meant =
            |course: &&Course| course.id.eq_ignore_ascii_case(name) || course.code.eq_ignore_ascii_case(name);
        match courses.iter().find(is_meant) {
            Some(course) => ids.push(course.id.clone()),
            None => {
                let codes: Vec<&str> = courses.iter().map(|course| course.code.as_str()).collect();
                bail!("there is no course {name:?}\nhelp: the courses are {}", codes.join(", "))
            }
        }
    }
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_read_or_refused_with_a_form_to_copy() {
        let week = |text| weekdays(text).unwrap().0.map(u8::from);
        assert_eq!(week("mon-fri"), [1, 1, 1, 1, 1, 0, 0]);
        assert_eq!(week("Sun-Thu"), [1, 1, 1, 1, 0, 0, 1]);
        assert_eq!(week("mon,wed, fri"), [1, 0, 1, 0, 1, 0, 0]);
        assert_eq!(week("mon-mon"), [1, 0, 0, 0, 0, 0, 0]);
        assert!(weekdays("weekend").is_err() && weekdays("").is_err());
        assert_eq!((hours("5.25"), time("8:30")), (Ok(315), Ok(510)));
        assert!(hours("11").is_err() && time("23:00").is_err());
    }
}
