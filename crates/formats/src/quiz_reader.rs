//! Reads a quiz from its page data: what `postcard` would do, by hand.
//!
//! The derived reader is generic code for every field, nine kilobytes of WASM in every page with a question; this is
//! two. A property test holds it against `postcard`.

use compendium_core::item::{Choice, Criterion, Item, Kind, Level, Link, OrderEntry, Pair, Quiz, Situation};
use compendium_core::number::Number;

/// Reads a quiz; `None` where the bytes are not one, or more than one.
///
/// What cannot be read is remembered, and the reading goes on with nothing: to stop at each field would take half as
/// much code again.
pub fn read(bytes: &[u8]) -> Option<Quiz> {
    let mut reader = Reader { rest: bytes, failed: false };
    let quiz = quiz(&mut reader);
    (!reader.failed && reader.rest.is_empty()).then_some(quiz)
}

fn quiz(r: &mut Reader<'_>) -> Quiz {
    Quiz {
        id: r.text(),
        title: r.text(),
        pass_mark: r.byte(),
        situations: r.list(|r| Situation { id: r.text(), title: r.text(), text: r.text() }),
        items: r.list(item),
    }
}

fn item(r: &mut Reader<'_>) -> Item {
    Item {
        id: r.text(),
        revision: r.whole(),
        title: r.text(),
        stem: r.text(),
        stem_more: r.text(),
        kind: kind(r),
        points: r.whole(),
        situation: r.flag().then(|| r.small()),
        outcome: r.optional_text(),
        level: r.flag().then(|| r.level()),
        hint: r.optional_text(),
        rationale: r.optional_text(),
        reread: r.flag().then(|| Link { href: r.text(), title: r.text() }),
    }
}

fn kind(r: &mut Reader<'_>) -> Kind {
    match r.whole() {
        0 => Kind::Single { choices: r.list(choice) },
        1 => Kind::Multiple { choices: r.list(choice) },
        2 => Kind::Order { entries: r.list(|r| OrderEntry { text: r.text(), feedback: r.optional_text() }) },
        3 => Kind::Match {
            left: r.text(),
            right: r.text(),
            pairs: r.list(|r| Pair { left: r.text(), right: r.text() }),
            distractors: r.list(Reader::text),
        },
        4 => {
            Kind::Numeric { answer: r.number(), tolerance: r.number(), unit: r.text(), feedback: r.optional_text() }
        }
        5 => Kind::Text { accepted: r.list(Reader::text), feedback: r.optional_text() },
        6 => Kind::Essay { rubric: r.list(|r| Criterion { name: r.text(), points: r.whole(), earns: r.text() }) },
        7 => Kind::Card { back: r.text() },
        _ => {
            r.failed = true;
            Kind::Essay { rubric: Vec::new() }
        }
    }
}

fn choice(r: &mut Reader<'_>) -> Choice {
    Choice { text: r.text(), feedback: r.optional_text(), key: r.flag() }
}

struct Reader<'a> {
    rest: &'a [u8],
    failed: bool,
}

impl Reader<'_> {
    #[inline(never)]
    fn byte(&mut self) -> u8 {
        if let Some((&byte, rest)) = self.rest.split_first() {
            self.rest = rest;
            return byte;
        }
        self.failed = true;
        0
    }

    /// Seven bits a byte, the lowest first; the top bit says that more follow.
    #[inline(never)]
    fn varint(&mut self) -> u64 {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            // The tenth byte has room for one bit.
            self.failed |= shift == 63 && byte > 1;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        value
    }

    #[inline(never)]
    fn whole(&mut self) -> u32 {
        let value = self.varint();
        self.failed |= value > u32::MAX.into();
        value as u32
    }

    fn small(&mut self) -> u16 {
        let value = self.whole();
        self.failed |= value > u16::MAX.into();
        value as u16
    }

    fn level(&mut self) -> Level {
        let place = self.whole() as usize;
        self.failed |= place >= Level::ALL.len();
        Level::ALL[place % Level::ALL.len()]
    }

    #[inline(never)]
    fn flag(&mut self) -> bool {
        let byte = self.byte();
        self.failed |= byte > 1;
        byte == 1
    }

    #[inline(never)]
    fn text(&mut self) -> String {
        let length = self.whole() as usize;
        if let Some((text, rest)) = self.rest.split_at_checked(length)
            && let Ok(text) = str::from_utf8(text)
        {
            self.rest = rest;
            return text.to_owned();
        }
        self.failed = true;
        String::new()
    }

    #[inline(never)]
    fn optional_text(&mut self) -> Option<String> {
        self.flag().then(|| self.text())
    }

    /// Millionths, the sign in the lowest bit.
    fn number(&mut self) -> Number {
        let value = self.varint();
        Number { millionths: (value >> 1) as i64 ^ -((value & 1) as i64) }
    }

    fn list<T>(&mut self, one: fn(&mut Self) -> T) -> Vec<T> {
        let length = self.whole();
        // The length is a claim: room is made as the entries come.
        let mut list = Vec::new();
        for _ in 0..length {
            if self.failed {
                break;
            }
            list.push(one(self));
        }
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page_data::write_quiz;
    use proptest::prelude::*;

    fn text() -> impl Strategy<Value = String> {
        prop_oneof![".{0,8}", Just("é".repeat(200))]
    }

    fn optional() -> impl Strategy<Value = Option<String>> {
        proptest::option::of(text())
    }

    fn list<T: std::fmt::Debug>(one: impl Strategy<Value = T>) -> impl Strategy<Value = Vec<T>> {
        proptest::collection::vec(one, 0..4)
    }

    fn any_choice() -> impl Strategy<Value = Choice> {
        (text(), optional(), any::<bool>()).prop_map(|(text, feedback, key)| Choice { text, feedback, key })
    }

    fn any_kind() -> impl Strategy<Value = Kind> {
        let number = || any::<i64>().prop_map(|millionths| Number { millionths });
        let pair = (text(), text()).prop_map(|(left, right)| Pair { left, right });
        let entry = (text(), optional()).prop_map(|(text, feedback)| OrderEntry { text, feedback });
        let line =
            (text(), any::<u32>(), text()).prop_map(|(name, points, earns)| Criterion { name, points, earns });
        prop_oneof![
            list(any_choice()).prop_map(|choices| Kind::Single { choices }),
            list(any_choice()).prop_map(|choices| Kind::Multiple { choices }),
            list(entry).prop_map(|entries| Kind::Order { entries }),
            (text(), text(), list(pair), list(text())).prop_map(|(left, right, pairs, distractors)| Kind::Match {
                left,
                right,
                pairs,
                distractors
            }),
            (number(), number(), text(), optional()).prop_map(|(answer, tolerance, unit, feedback)| {
                Kind::Numeric { answer, tolerance, unit, feedback }
            }),
            (list(text()), optional()).prop_map(|(accepted, feedback)| Kind::Text { accepted, feedback }),
            list(line).prop_map(|rubric| Kind::Essay { rubric }),
            text().prop_map(|back| Kind::Card { back }),
        ]
    }

    fn any_item() -> impl Strategy<Value = Item> {
        let words = (text(), text(), text(), text());
        let numbers = (any::<u32>(), any::<u32>(), proptest::option::of(any::<u16>()));
        let level = proptest::option::of((0_usize..6).prop_map(|place| Level::ALL[place]));
        let link = proptest::option::of((text(), text()).prop_map(|(href, title)| Link { href, title }));
        (words, numbers, any_kind(), level, (optional(), optional(), optional()), link).prop_map(
            |(
                (id, title, stem, stem_more),
                (revision, points, situation),
                kind,
                level,
                (outcome, hint, rationale),
                reread,
            )| Item {
                id,
                revision,
                title,
                stem,
                stem_more,
                kind,
                points,
                situation,
                outcome,
                level,
                hint,
                rationale,
                reread,
            },
        )
    }

    fn any_quiz() -> impl Strategy<Value = Quiz> {
        let situation = (text(), text(), text()).prop_map(|(id, title, text)| Situation { id, title, text });
        (text(), text(), any::<u8>(), list(situation), list(any_item()))
            .prop_map(|(id, title, pass_mark, situations, items)| Quiz { id, title, pass_mark, situations, items })
    }

    proptest! {
        #[test]
        fn reads_what_postcard_wrote(quiz in any_quiz()) {
            prop_assert_eq!(read(&write_quiz(&quiz)), Some(quiz));
        }

        /// Damaged data is read as `postcard` reads it, or refused.
        #[test]
        fn agrees_with_postcard_on_damage(quiz in any_quiz(), at in any::<prop::sample::Index>(), put in any::<u8>()) {
            let mut bytes = write_quiz(&quiz);
            let place = at.index(bytes.len());
            bytes[place] = put;
            if let Some(found) = read(&bytes) {
                prop_assert_eq!(Ok(found), postcard::from_bytes(&bytes));
            }
            bytes.truncate(place);
            prop_assert_eq!(read(&bytes), None);
        }
    }
}
