//! One entry of the log as one line of JSON: what the store keeps and what the progress file lists.
//!
//! ```json
//! {"at":1764000000000,"n":7,"quiz":"mandate-check","round":1,"item":"mandate-binding","rev":305419896,
//!  "one":1,"earned":1,"max":1,"sure":2,"hint":1}
//! {"at":1764000900000,"n":8,"quiz":"mandate-check","round":2,"start":["mandate-binding"]}
//! ```

use std::cell::Cell;

use compendium_core::log::{Answer, Entry, EntryId, Event};
use compendium_core::response::{Confidence, Response};

use crate::json::{self, Value};

/// Why an entry is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadEntry {
    /// The member that is missing, of the wrong kind or unknown.
    pub member: String,
}

pub fn write(entry: &Entry) -> String {
    let mut out = Writer { text: String::from("{") };
    out.whole("at", entry.id.at);
    out.whole("n", entry.id.nonce.into());
    out.string("quiz", &entry.quiz);
    out.whole("round", entry.round.into());
    match &entry.event {
        Event::Start { items } => {
            out.list("start", items.iter(), |item, text| json::write_text(item, text));
        }
        Event::Answer(answer) => out.answer(answer),
    }
    out.text.push('}');
    out.text
}

pub fn read(text: &str) -> Result<Entry, BadEntry> {
    let value = json::read(text).map_err(|_| BadEntry { member: String::new() })?;
    from_value(&value)
}

pub fn from_value(value: &Value) -> Result<Entry, BadEntry> {
    let fields = Fields { value, n_read: Cell::new(0), bad: Cell::new("") };
    let entry = fields.entry();
    let n_members = if let Value::Map(members) = value { members.len() } else { 0 };
    let bad = fields.bad.get();
    // Whatever is not understood would be lost on the way out again: refuse instead.
    if bad.is_empty() && fields.n_read.get() == n_members {
        return Ok(entry);
    }
    Err(BadEntry { member: if bad.is_empty() { unknown_member(value) } else { bad.to_owned() } })
}

struct Writer {
    text: String,
}

impl Writer {
    fn answer(&mut self, answer: &Answer) {
        self.string("item", &answer.item);
        self.whole("rev", answer.revision.into());
        match &answer.response {
            Response::One(place) => self.whole("one", (*place).into()),
            Response::Many(places) => self.places("many", places),
            Response::Order(places) => self.places("order", places),
            Response::Match(places) => self.list("match", places.iter(), |place, text| match place {
                Some(place) => json::write_int((*place).into(), text),
                None => text.push_str("null"),
            }),
            Response::Number(text) => self.string("number", text),
            Response::Text(text) => self.string("text", text),
            Response::Essay { text, points } => {
                self.string("essay", text);
                self.places("points", points);
            }
            Response::Recall(number) => self.whole("recall", (*number).into()),
        }
        self.whole("earned", answer.earned.into());
        self.whole("max", answer.max.into());
        if let Some(confidence) = answer.confidence {
            self.whole("sure", confidence as u64);
        }
        if answer.hint_seen {
            self.whole("hint", 1);
        }
    }

    #[inline(never)]
    fn name(&mut self, name: &str) {
        if self.text.len() > 1 {
            self.text.push(',');
        }
        json::write_text(name, &mut self.text);
        self.text.push(':');
    }

    #[inline(never)]
    fn whole(&mut self, name: &str, value: u64) {
        self.name(name);
        json::write_int(i64::try_from(value).unwrap_or(i64::MAX), &mut self.text);
    }

    #[inline(never)]
    fn string(&mut self, name: &str, value: &str) {
        self.name(name);
        json::write_text(value, &mut self.text);
    }

    #[inline(never)]
    fn places(&mut self, name: &str, places: &[u16]) {
        self.list(name, places.iter(), |place, text| json::write_int((*place).into(), text));
    }

    fn list<T>(&mut self, name: &str, values: impl Iterator<Item = T>, one: impl Fn(T, &mut String)) {
        self.name(name);
        self.text.push('[');
        let start = self.text.len();
        for value in values {
            if self.text.len() > start {
                self.text.push(',');
            }
            one(value, &mut self.text);
        }
        self.text.push(']');
    }
}

/// Reads the members of one entry, counts them, and remembers the first that could not be read.
///
/// The reading goes on with nothing in its place: to stop at each member would take half as much code again.
struct Fields<'a> {
    value: &'a Value,
    n_read: Cell<usize>,
    bad: Cell<&'static str>,
}

impl<'a> Fields<'a> {
    fn entry(&self) -> Entry {
        Entry {
            id: EntryId { at: self.whole("at", i64::MAX) as u64, nonce: self.whole_u32("n") },
            quiz: self.text("quiz"),
            round: self.whole_u32("round"),
            event: if self.has("start") {
                let one = |item: &Value| item.as_text().map(str::to_owned);
                Event::Start { items: self.list("start", one) }
            } else {
                Event::Answer(self.answer())
            },
        }
    }

    fn answer(&self) -> Answer {
        Answer {
            item: self.text("item"),
            revision: self.whole_u32("rev"),
            response: self.response(),
            earned: self.whole_u32("earned"),
            max: self.whole_u32("max"),
            confidence: self.has("sure").then(|| match self.whole("sure", 2) {
                0 => Confidence::Guess,
                1 => Confidence::FairlySure,
                _ => Confidence::Sure,
            }),
            hint_seen: self.has("hint") && self.whole("hint", 1) == 1,
        }
    }

    fn response(&self) -> Response {
        if self.has("one") {
            Response::One(self.whole("one", MAX_PLACE) as u16)
        } else if self.has("many") {
            Response::Many(self.list("many", place))
        } else if self.has("order") {
            Response::Order(self.list("order", place))
        } else if self.has("match") {
            let one = |value: &Value| if *value == Value::Null { Some(None) } else { place(value).map(Some) };
            Response::Match(self.list("match", one))
        } else if self.has("number") {
            Response::Number(self.text("number"))
        } else if self.has("text") {
            Response::Text(self.text("text"))
        } else if self.has("essay") {
            Response::Essay { text: self.text("essay"), points: self.list("points", place) }
        } else if self.has("recall") {
            Response::Recall(self.whole("recall", MAX_PLACE) as u16)
        } else {
            self.fail("one, many, order, match, number, text, essay or recall");
            Response::Many(Vec::new())
        }
    }

    fn has(&self, name: &str) -> bool {
        self.value.get(name).is_some()
    }

    #[inline(never)]
    fn fail(&self, name: &'static str) {
        if self.bad.get().is_empty() {
            self.bad.set(name);
        }
    }

    #[inline(never)]
    fn member(&self, name: &'static str) -> Option<&'a Value> {
        self.n_read.set(self.n_read.get() + 1);
        self.value.get(name)
    }

    #[inline(never)]
    fn whole(&self, name: &'static str, max: i64) -> i64 {
        match self.member(name) {
            Some(Value::Int(value)) if (0..=max).contains(value) => *value,
            _ => {
                self.fail(name);
                0
            }
        }
    }

    fn whole_u32(&self, name: &'static str) -> u32 {
        self.whole(name, u32::MAX.into()) as u32
    }

    #[inline(never)]
    fn text(&self, name: &'static str) -> String {
        match self.member(name) {
            Some(Value::Text(text)) => text.clone(),
            _ => {
                self.fail(name);
                String::new()
            }
        }
    }

    fn list<T>(&self, name: &'static str, one: fn(&Value) -> Option<T>) -> Vec<T> {
        let mut list = Vec::new();
        if let Some(Value::List(values)) = self.member(name) {
            list.extend(values.iter().map_while(one));
            if list.len() == values.len() {
                return list;
            }
        }
        self.fail(name);
        list
    }
}

const MAX_PLACE: i64 = u16::MAX as i64;

fn place(value: &Value) -> Option<u16> {
    value.as_int().and_then(|value| u16::try_from(value).ok())
}

/// The first member that no entry has, or that this one should not have.
fn unknown_member(value: &Value) -> String {
    const KNOWN: [&str; 19] = [
        "at", "n", "quiz", "round", "start", "item", "rev", "one", "many", "order", "match", "number", "text",
        "essay", "points", "recall", "earned", "max", "sure",
    ];
    let Value::Map(members) = value else { return String::new() };
    let unknown = members.iter().find(|(name, _)| name != "hint" && !KNOWN.contains(&name.as_str()));
    unknown.or(members.last()).map(|(name, _)| name.clone()).unwrap_or_default()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_response() -> impl Strategy<Value = Response> {
        let places = || proptest::collection::vec(any::<u16>(), 0..6);
        prop_oneof![
            any::<u16>().prop_map(Response::One),
            places().prop_map(Response::Many),
            places().prop_map(Response::Order),
            proptest::collection::vec(any::<Option<u16>>(), 0..6).prop_map(Response::Match),
            ".{0,9}".prop_map(Response::Number),
            ".{0,9}".prop_map(Response::Text),
            (".{0,9}", places()).prop_map(|(text, points)| Response::Essay { text, points }),
            any::<u16>().prop_map(Response::Recall),
        ]
    }

    pub fn any_entry() -> impl Strategy<Value = Entry> {
        let confidence = prop_oneof![
            Just(None),
            Just(Some(Confidence::Guess)),
            Just(Some(Confidence::FairlySure)),
            Just(Some(Confidence::Sure)),
        ];
        let answer =
            (".{0,9}", any::<u32>(), any_response(), any::<u32>(), any::<u32>(), confidence, any::<bool>())
                .prop_map(|(item, revision, response, earned, max, confidence, hint_seen)| {
                    Event::Answer(Answer { item, revision, response, earned, max, confidence, hint_seen })
                });
        let start = proptest::collection::vec(".{0,5}", 0..4).prop_map(|items| Event::Start { items });
        (0..u64::MAX / 2, any::<u32>(), ".{0,9}", any::<u32>(), prop_oneof![answer, start])
            .prop_map(|(at, nonce, quiz, round, event)| Entry { id: EntryId { at, nonce }, quiz, round, event })
    }

    proptest! {
        #[test]
        fn an_entry_survives_the_round_trip(entry in any_entry()) {
            prop_assert_eq!(read(&write(&entry)), Ok(entry));
        }

        #[test]
        fn no_text_panics(text in ".{0,60}") {
            let _ = read(&text);
        }
    }

    #[test]
    fn refusals_name_the_member() {
        let good = r#"{"at":1,"n":2,"quiz":"q","round":1,"item":"i","rev":3,"one":0,"earned":1,"max":1}"#;
        assert!(read(good).is_ok());
        for (from, to, member) in [
            ("\"at\":1,", "", "at"),
            ("\"rev\":3", "\"rev\":-3", "rev"),
            ("\"one\":0", "\"one\":70000", "one"),
            ("\"one\":0,", "", "one, many, order, match, number, text, essay or recall"),
            ("\"max\":1", "\"max\":1,\"sure\":5", "sure"),
            ("\"max\":1", "\"max\":1,\"extra\":5", "extra"),
        ] {
            assert_eq!(read(&good.replace(from, to)), Err(BadEntry { member: member.to_owned() }), "{to}");
        }
    }
}
