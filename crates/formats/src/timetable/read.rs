//! Hours and times as people type them, on the command line and in the page.

use compendium_core::plan::MOST_MINUTES;

/// Fewest minutes of teaching a day.
const FEWEST_MINUTES: u32 = 30;

/// Minutes of `6`, `5.5` or `5,25` hours, and of `4:40`, as [`super::hours`] writes what has no quarters.
pub fn hours(text: &str) -> Option<u32> {
    let text = text.trim();
    let (whole, minutes) = match text.split_once(':') {
        Some((whole, minutes)) => (whole, number(minutes).filter(|&own| minutes.len() == 2 && own < 60)?),
        None => {
            let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
            let minutes = match part {
                "0" | "00" => 0,
                "25" => 15,
                "5" | "50" => 30,
                "75" => 45,
                _ => return None,
            };
            (whole, minutes)
        }
    };
    let minutes = number(whole)? * 60 + minutes;
    (FEWEST_MINUTES..=MOST_MINUTES).contains(&minutes).then_some(minutes)
}

/// Minutes after midnight of `09:00`. A day of ten hours of teaching with its breaks still ends on the same day.
pub fn time(text: &str) -> Option<u32> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let (hour, minute) = (number(hours)?, number(minutes)?);
    (hours.len() <= 2 && minutes.len() == 2 && hour < 11 && minute < 60).then_some(hour * 60 + minute)
}

/// A whole number of up to three digits, without a sign.
pub fn number(text: &str) -> Option<u32> {
    let is_number = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_read_or_refused() {
        for (text, minutes) in
            [("6", 360), (" 5.25", 315), ("5,5", 330), ("0.5", 30), ("0:40", 40), ("10", 600), ("2.75", 165)]
        {
            assert_eq!(hours(text), Some(minutes), "{text}");
        }
        for text in ["", "0", "11", "10.25", "x", "6.1", "NaN", "-1", "+6", "6:5", "6:60", "0.25", "6.5.5"] {
            assert_eq!(hours(text), None, "{text}");
        }
        assert_eq!((time("09:00"), time("8:30"), time("00:00")), (Some(540), Some(510), Some(0)));
        for text in ["", "9", "25:00", "09:60", "09:0", "+9:00", "23:00", "009:00"] {
            assert_eq!(time(text), None, "{text}");
        }
        // What is written is read again.
        for minutes in (30..=600).step_by(5) {
            assert_eq!(hours(&super::super::hours(minutes)), Some(minutes));
        }
    }
}
