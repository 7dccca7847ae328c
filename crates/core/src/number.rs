//! Numbers of numeric questions: exact decimals, so that neither the page nor the file needs binary fractions.

use std::fmt;

/// Decimal places kept.
const PLACES: u32 = 6;
const SCALE: i64 = 1_000_000;

/// A decimal number with six places, held as millionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Number {
    pub millionths: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    Empty,
    /// A character that belongs to no number, with its place in bytes.
    Unexpected {
        at: usize,
        found: char,
    },
    /// More than six decimal places, or beyond ±9·10¹².
    OutOfRange,
}

impl Number {
    /// Reads what a person types: sign, digits of any of the scripts we serve (Western, Arabic-Indic, Persian),
    /// a point or a comma before the decimals, and spaces or thin spaces between groups of digits.
    pub fn read(text: &str) -> Result<Number, NumberError> {
        let text = text.trim();
        let mut negative = false;
        let mut value: i64 = 0;
        let mut places: Option<u32> = None;
        let mut digits = 0;
        for (at, found) in text.char_indices() {
            if let Some(digit) = digit_value(found) {
                digits += 1;
                if let Some(count) = &mut places {
                    *count += 1;
                    if *count > PLACES {
                        return Err(NumberError::OutOfRange);
                    }
                }
                value = value.checked_mul(10).and_then(|v| v.checked_add(digit)).ok_or(NumberError::OutOfRange)?;
            } else {
                match found {
                    '-' | '−' if at == 0 => negative = true,
                    '+' if at == 0 => {}
                    '.' | ',' | '\u{66b}' if places.is_none() => places = Some(0),
                    ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' if digits > 0 && places.is_none() => {}
                    _ => return Err(NumberError::Unexpected { at, found }),
                }
            }
        }
        if digits == 0 {
            return Err(NumberError::Empty);
        }
        for _ in places.unwrap_or(0)..PLACES {
            value = value.checked_mul(10).ok_or(NumberError::OutOfRange)?;
        }
        Ok(Number { millionths: if negative { -value } else { value } })
    }

    /// Whether `self` lies within `tolerance` of `answer`, both ends included.
    pub fn within(self, answer: Number, tolerance: Number) -> bool {
        self.millionths.abs_diff(answer.millionths) <= tolerance.millionths.unsigned_abs()
    }
}

fn digit_value(found: char) -> Option<i64> {
    let zero = match found {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return None,
    };
    Some(i64::from(found as u32 - zero as u32))
}

impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.millionths < 0 {
            out.write_str("-")?;
        }
        let value = self.millionths.unsigned_abs();
        write!(out, "{}", value / SCALE as u64)?;
        let mut rest = value % SCALE as u64;
        if rest > 0 {
            out.write_str(".")?;
            let mut place = SCALE as u64 / 10;
            while rest > 0 {
                write!(out, "{}", rest / place)?;
                rest %= place;
                place /= 10;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::read(text).unwrap_or_else(|error| panic!("{text:?}: {error:?}"))
    }

    #[test]
    fn reads_what_people_type() {
        for (text, millionths) in [
            ("9", 9_000_000),
            (" 9.5 ", 9_500_000),
            ("9,5", 9_500_000),
            ("-0.25", -250_000),
            ("−3", -3_000_000),
            ("1 250", 1_250_000_000),
            ("1\u{202f}250,75", 1_250_750_000),
            ("٨٥", 85_000_000),
            ("۸۵٫۵", 85_500_000),
            (".5", 500_000),
        ] {
            assert_eq!(number(text).millionths, millionths, "{text:?}");
        }
    }

    #[test]
    fn refuses_what_is_no_number() {
        assert_eq!(Number::read(""), Err(NumberError::Empty));
        assert_eq!(Number::read(" - "), Err(NumberError::Empty));
        assert_eq!(Number::read("12a"), Err(NumberError::Unexpected { at: 2, found: 'a' }));
        assert_eq!(Number::read("1.2.3"), Err(NumberError::Unexpected { at: 3, found: '.' }));
        assert_eq!(Number::read("0.1234567"), Err(NumberError::OutOfRange));
        assert_eq!(Number::read("99999999999999999999"), Err(NumberError::OutOfRange));
    }

    #[test]
    fn prints_without_idle_zeros() {
        for text in ["0", "9", "-0.25", "1250.75", "0.000001"] {
            assert_eq!(number(text).to_string(), text);
        }
    }

    #[test]
    fn tolerance_includes_its_ends() {
        let (answer, tolerance) = (number("85"), number("1"));
        assert!(number("84").within(answer, tolerance) && number("86").within(answer, tolerance));
        assert!(!number("83.999999").within(answer, tolerance));
    }
}
