//! Days without teaching, as an institution writes them: a date or a span a line, and a name if one likes.
//!
//! ```text
//! # Kasoria, 2027
//! 2027-01-01 New Year
//! 2027-03-29..2027-04-02 Spring holidays
//! ```
//! A line that cannot be read is never passed over: a day too many in the timetable is noticed too late.

use compendium_core::date::Date;
use compendium_core::plan::Holiday;

/// A line that is no holiday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Counted from one.
    pub line: u32,
    pub text: String,
    pub fault: Fault,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It does not begin with a date.
    NoDate,
    /// The span ends before it begins.
    Backwards,
}

/// The holidays, and the lines that are none.
pub fn read(text: &str) -> (Vec<Holiday>, Vec<BadLine>) {
    let (mut holidays, mut bad) = (Vec::new(), Vec::new());
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (place, line) in text.lines().enumerate() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        match read_line(line) {
            Ok(holiday) => holidays.push(holiday),
            Err(fault) => bad.push(BadLine { line: place as u32 + 1, text: line.to_owned(), fault }),
        }
    }
    (holidays, bad)
}

fn read_line(line: &str) -> Result<Holiday, Fault> {
    let (dates, name) = line.split_once([' ', '\t']).unwrap_or((line, ""));
    let (first, last) = dates.split_once("..").unwrap_or((dates, dates));
    let (Some(first), Some(last)) = (Date::parse(first), Date::parse(last)) else { return Err(Fault::NoDate) };
    if last < first {
        return Err(Fault::Backwards);
    }
    Ok(Holiday { first, last, name: name.trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_holiday_a_remark_or_a_fault() {
        let text = "\u{feff}# ours\r\n2027-01-01 New  Year # of all\r\n\r\n2027-03-29..2027-04-02\tSpring\n2027-05-01\n\
            1 May\n2027-02-30\n2027-04-02..2027-03-29\n2027-01-01New\n";
        let (holidays, bad) = read(text);
        let shown: Vec<String> =
            holidays.iter().map(|own| format!("{}..{} {}", own.first, own.last, own.name)).collect();
        assert_eq!(
            shown,
            ["2027-01-01..2027-01-01 New  Year", "2027-03-29..2027-04-02 Spring", "2027-05-01..2027-05-01 "]
        );
        let faults: Vec<(u32, &str, Fault)> =
            bad.iter().map(|own| (own.line, own.text.as_str(), own.fault)).collect();
        assert_eq!(
            faults,
            [
                (6, "1 May", Fault::NoDate),
                (7, "2027-02-30", Fault::NoDate),
                (8, "2027-04-02..2027-03-29", Fault::Backwards),
                (9, "2027-01-01New", Fault::NoDate),
            ]
        );
    }
}
