//! Reads a quiz from its page data: what `postcard` would do, by hand.
//!
//! The derived reader is generic code for every field, nine kilobytes of WASM in every page with a question; this is
//! two. A property test holds it against `postcard`.

use compendium_core::item::{Choice, Criterion, Item, Kind, Level, Link, OrderEntry, Pair, Quiz, Situation};
use compendium_core::number::Number;

/// Reads a quiz; `None` where the bytes are not one, or more than one.
pub fn read(bytes: &[u8]) -> Option<Quiz> {
    let mut reader = Reader { rest: bytes };
    let quiz = Quiz {
        id: reader.text()?,
        title: reader.text()?,
        pass_mark: reader.byte()?,
        situations: reader.list(|r| Some(Situation { id: r.text()?, title: r.text()?, text: r.text()? }))?,
        items: reader.list(item)?,
    };
    reader.rest.is_empty().then_some(quiz)
}

fn item(r: &mut Reader<'_>) -> Option<Item> {
    Some(Item {
        id: r.text()?,
        revision: r.whole()?,
        title: r.text()?,
        stem: r.text()?,
        stem_more: r.text()?,
        kind: kind(r)?,
        points: r.whole()?,
        situation: if r.flag()? { Some(u16::try_from(r.whole()?).ok()?) } else { None },
        outcome: r.optional_text()?,
        level: if r.flag()? { Some(*Level::ALL.get(r.whole()? as usize)?) } else { None },
        hint: r.optional_text()?,
        rationale: r.optional_text()?,
        reread: if r.flag()? { Some(Link { href: r.text()?, title: r.text()? }) } else { None },
    })
}

fn kind(r: &mut Reader<'_>) -> Option<Kind> {
    Some(match r.whole()? {
        0 => Kind::Single { choices: r.list(choice)? },
        1 => Kind::Multiple { choices: r.list(choice)? },
        2 => Kind::Order {
            entries: r.list(|r| Some(OrderEntry { text: r.text()?, feedback: r.optional_text()? }))?,
        },
        3 => Kind::Match {
            left: r.text()?,
            right: r.text()?,
            pairs: r.list(|r| Some(Pair { left: r.text()?, right: r.text()? }))?,
            distractors: r.list(Reader::text)?,
        },
        4 => Kind::Numeric {
            answer: r.number()?,
            tolerance: r.number()?,
            unit: r.text()?,
            feedback: r.optional_text()?,
        },
        5 => Kind::Text { accepted: r.list(Reader::text)?, feedback: r.optional_text()? },
        6 => Kind::Essay {
            rubric: r.list(|r| Some(Criterion { name: r.text()?, points: r.whole()?, earns: r.text()? }))?,
        },
        _ => return None,
    })
}

fn choice(r: &mut Reader<'_>) -> Option<Choice> {
    Some(Choice { text: r.text()?, feedback: r.optional_text()?, key: r.flag()? })
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl Reader<'_> {
    #[inline(never)]
    fn byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(byte)
    }

    /// Seven bits a byte, the lowest first; the top bit says that more follow.
    #[inline(never)]
    fn varint(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    #[inline(never)]
    fn whole(&mut self) -> Option<u32> {
        u32::try_from(self.varint()?).ok()
    }

    fn flag(&mut self) -> Option<bool> {
        match self.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    #[inline(never)]
    fn text(&mut self) -> Option<String> {
        let length = self.whole()? as usize;
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(str::from_utf8(text).ok()?.to_owned())
    }

    #[inline(never)]
    fn optional_text(&mut self) -> Option<Option<String>> {
        if self.flag()? { self.text().map(Some) } else { Some(None) }
    }

    /// Millionths, the sign in the lowest bit.
    fn number(&mut self) -> Option<Number> {
        let value = self.varint()?;
        Some(Number { millionths: (value >> 1) as i64 ^ -((value & 1) as i64) })
    }

    fn list<T>(&mut self, one: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = self.whole()?;
        // The length is a claim: room is made as the entries come.
        let mut list = Vec::new();
        for _ in 0..length {
            list.push(one(self)?);
        }
        Some(list)
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
        let line = (text(), any::<u32>(), text()).prop_map(|(name, points, earns)| Criterion { name, points, earns });
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
        ]
    }

    fn any_item() -> impl Strategy<Value = Item> {
        let words = (text(), text(), text(), text());
        let numbers = (any::<u32>(), any::<u32>(), proptest::option::of(any::<u16>()));
        let level = proptest::option::of((0_usize..6).prop_map(|place| Level::ALL[place]));
        let link = proptest::option::of((text(), text()).prop_map(|(href, title)| Link { href, title }));
        (words, numbers, any_kind(), level, (optional(), optional(), optional()), link).prop_map(
            |((id, title, stem, stem_more), (revision, points, situation), kind, level, (outcome, hint, rationale), reread)| Item {
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
