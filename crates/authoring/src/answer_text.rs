//! What a definition of a numeric question says: `85 ± 1 %`.

use compendium_core::number::{Number, NumberError};

use crate::page::Span;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NumericAnswer {
    pub answer: Number,
    pub tolerance: Number,
    pub unit: String,
}

/// Why a definition is no number: what it is about and the part of the text, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NumericError {
    pub reason: &'static str,
    pub part: Span,
}

/// Reads a number, a tolerance behind `±` (or `+/-`, `+-`) and a unit behind either.
pub(crate) fn read_numeric(text: &str) -> Result<NumericAnswer, NumericError> {
    let trimmed = |part: Span| {
        let slice = &text[part.clone()];
        let start = part.start + (slice.len() - slice.trim_start().len());
        start..(part.start + slice.trim_end().len()).max(start)
    };
    let sign = ["±", "+/-", "+-"].iter().filter_map(|sign| text.find(sign).map(|at| (at, sign.len()))).min();
    let (first, second) = match sign {
        Some((at, length)) => (trimmed(0..at), Some(trimmed(at + length..text.len()))),
        None => (trimmed(0..text.len()), None),
    };
    let (answer, mut unit) = read_quantity(text, first)?;
    let mut tolerance = Number::default();
    if let Some(second) = second {
        let (read, other) = read_quantity(text, second.clone())?;
        if read.millionths < 0 {
            return Err(NumericError { reason: "the tolerance is negative", part: second });
        }
        if !unit.is_empty() && !other.is_empty() && unit != other {
            return Err(NumericError { reason: "the tolerance has another unit than the answer", part: second });
        }
        if unit.is_empty() {
            unit = other;
        }
        tolerance = read;
    }
    Ok(NumericAnswer { answer, tolerance, unit: unit.to_owned() })
}

fn read_quantity(text: &str, part: Span) -> Result<(Number, &str), NumericError> {
    let slice = &text[part.clone()];
    let is_of_number = |found: char| {
        found.is_numeric() || found.is_whitespace() || matches!(found, '+' | '-' | '−' | '.' | ',' | '٫')
    };
    let end = slice.find(|found| !is_of_number(found)).unwrap_or(slice.len());
    let (digits, unit) = slice.split_at(end);
    match Number::read(digits.trim()) {
        Ok(number) => Ok((number, unit.trim())),
        Err(error) => {
            let reason = match error {
                NumberError::Empty => "there is no number",
                NumberError::OutOfRange => "the number has more than six decimal places or is too large",
                NumberError::Unexpected { .. } => "a sign stands where no number has one",
            };
            Err(NumericError { reason, part })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_tolerance_and_unit() {
        for (text, expected) in [
            ("9", "9 ± 0 []"),
            ("85 ± 1 %", "85 ± 1 [%]"),
            ("85 % ± 1 %", "85 ± 1 [%]"),
            ("85 % +/- 1", "85 ± 1 [%]"),
            ("1 250,5 km", "1250.5 ± 0 [km]"),
            ("−3 +- 0.5", "-3 ± 0.5 []"),
            ("٨٥ ± ١", "85 ± 1 []"),
            ("three", "there is no number at 0..5"),
            ("3 ± x", "there is no number at 5..6"),
            ("3 ± -1", "the tolerance is negative at 5..7"),
            ("3 km ± 1 m", "the tolerance has another unit than the answer at 8..11"),
            ("1.2.3", "a sign stands where no number has one at 0..5"),
            ("0.1234567", "the number has more than six decimal places or is too large at 0..9"),
            ("", "there is no number at 0..0"),
        ] {
            let found = match read_numeric(text) {
                Ok(read) => format!("{} ± {} [{}]", read.answer, read.tolerance, read.unit),
                Err(error) => format!("{} at {}..{}", error.reason, error.part.start, error.part.end),
            };
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
