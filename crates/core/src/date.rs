//! Calendar dates without a clock: days since 1970-01-01 of the Gregorian calendar, and back.
//!
//! Two short sums by Howard Hinnant ("chrono-compatible low-level date algorithms") are all that a timetable needs;
//! a crate for dates would bring time zones, formats and a clock.

use std::fmt;

/// Days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i32);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// Monday is 0.
    pub fn number(self) -> usize {
        self as usize
    }
}

impl Date {
    /// None for a date that the calendar does not have, and outside the years 1900 to 2999.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        if !(1900..=2999).contains(&year) || !(1..=12).contains(&month) || day == 0 {
            return None;
        }
        let date = Date(days_from_civil(year, month as i32, day as i32));
        (date.civil() == (year, month, day)).then_some(date)
    }

    /// `2027-01-11`, nothing else.
    pub fn parse(text: &str) -> Option<Date> {
        let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
        let parts: Vec<&str> = text.split('-').filter(is_number).collect();
        let [year, month, day] = parts.as_slice() else { return None };
        if text.len() != 10 || (year.len(), month.len()) != (4, 2) {
            return None;
        }
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Year, month and day, both counted from one.
    pub fn civil(self) -> (i32, u32, u32) {
        // Years begin in March, so that the day of the leap year comes last.
        let day = self.0 + 719_468;
        let era = day.div_euclid(146_097);
        let of_era = day.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        (year + era * 400 + i32::from(month <= 2), month as u32, day as u32)
    }

    pub fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        Weekday::ALL[(self.0 + 3).rem_euclid(7) as usize]
    }

    pub fn plus(self, days: i32) -> Date {
        Date(self.0.saturating_add(days))
    }

    /// Days from `earlier` to this.
    pub fn since(self, earlier: Date) -> i32 {
        self.0 - earlier.0
    }
}

/// ISO 8601.
impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(out, "{year:04}-{month:02}-{day:02}")
    }
}

fn days_from_civil(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_dates_have_their_weekdays() {
        for (text, weekday) in [
            ("1970-01-01", Weekday::Thursday),
            ("2000-02-29", Weekday::Tuesday),
            ("2027-01-11", Weekday::Monday),
            ("2028-12-31", Weekday::Sunday),
            ("2100-03-01", Weekday::Monday),
        ] {
            let date = Date::parse(text).unwrap();
            assert_eq!((date.weekday(), date.to_string().as_str()), (weekday, text));
        }
        for text in
            ["2027-02-29", "2100-02-29", "2027-13-01", "2027-00-01", "2027-1-01", "27-01-011", "2027-01-1x", ""]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn every_day_follows_the_one_before() {
        let first = Date::new(1900, 1, 1).unwrap();
        let mut before = first.civil();
        for n in 1..400_000 {
            let date = first.plus(n);
            let now = date.civil();
            let steps = (now.0 == before.0 && now.1 == before.1 && now.2 == before.2 + 1)
                || (now.2 == 1
                    && (now.1 == before.1 + 1 || (now.1 == 1 && now.0 == before.0 + 1 && before.1 == 12)));
            assert!(steps, "{before:?} {now:?}");
            assert_eq!(date.since(first), n);
            before = now;
        }
    }
}
