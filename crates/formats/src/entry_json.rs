//! One entry of the log as one line of JSON: what the store keeps and what the progress file lists.
//!
//! ```json
//! {"at":1764000000000,"n":7,"quiz":"mandate-check","round":1,"item":"mandate-binding","rev":305419896,
//!  "one":1,"earned":1,"max":1,"sure":2,"hint":1}
//! {"at":1764000900000,"n":8,"quiz":"mandate-check","round":2,"start":["mandate-binding"]}
//! ```

use compendium_core::log::{Answer, Entry, EntryId, Event};
use compendium_core::response::{Confidence, Response};

use crate::json::{self, Members, Value};

/// Why an entry is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadEntry {
    /// The member that is missing, of the wrong kind or unknown.
    pub member: String,
}

pub fn write(entry: &Entry) -> String {
    let mut text = String::new();
    json::write(&to_value(entry), &mut text);
    text
}

pub fn read(text: &str) -> Result<Entry, BadEntry> {
    let value = json::read(text).map_err(|_| BadEntry { member: String::new() })?;
    from_value(&value)
}

pub fn to_value(entry: &Entry) -> Value {
    let mut members = Members::new();
    let mut put = |name: &str, value: Value| members.push((name.to_owned(), value));
    put("at", int(entry.id.at));
    put("n", int(entry.id.nonce));
    put("quiz", Value::Text(entry.quiz.clone()));
    put("round", int(entry.round));
    match &entry.event {
        Event::Start { items } => {
            put("start", Value::List(items.iter().cloned().map(Value::Text).collect()));
        }
        Event::Answer(answer) => {
            put("item", Value::Text(answer.item.clone()));
            put("rev", int(answer.revision));
            match &answer.response {
                Response::One(place) => put("one", int(*place)),
                Response::Many(places) => put("many", ints(places)),
                Response::Order(places) => put("order", ints(places)),
                Response::Match(places) => {
                    let places = places.iter().map(|place| place.map_or(Value::Null, int)).collect();
                    put("match", Value::List(places));
                }
                Response::Number(text) => put("number", Value::Text(text.clone())),
                Response::Text(text) => put("text", Value::Text(text.clone())),
                Response::Essay { text, points } => {
                    put("essay", Value::Text(text.clone()));
                    put("points", ints(points));
                }
            }
            put("earned", int(answer.earned));
            put("max", int(answer.max));
            if let Some(confidence) = answer.confidence {
                put("sure", int(confidence as u8));
            }
            if answer.hint_seen {
                put("hint", Value::Int(1));
            }
        }
    }
    Value::Map(members)
}

pub fn from_value(value: &Value) -> Result<Entry, BadEntry> {
    let fields = Fields { value };
    let id = EntryId { at: fields.whole("at")?, nonce: fields.whole("n")? };
    let entry = Entry {
        id,
        quiz: fields.text("quiz")?,
        round: fields.whole("round")?,
        event: match value.get("start") {
            Some(start) => Event::Start { items: texts(start).ok_or_else(|| bad("start"))? },
            None => Event::Answer(Answer {
                item: fields.text("item")?,
                revision: fields.whole("rev")?,
                response: response(&fields)?,
                earned: fields.whole("earned")?,
                max: fields.whole("max")?,
                confidence: match value.get("sure").map(Value::as_int) {
                    None => None,
                    Some(Some(0)) => Some(Confidence::Guess),
                    Some(Some(1)) => Some(Confidence::FairlySure),
                    Some(Some(2)) => Some(Confidence::Sure),
                    Some(_) => return Err(bad("sure")),
                },
                hint_seen: value.get("hint").is_some(),
            }),
        },
    };
    // Whatever is not understood would be lost on the way out again: refuse instead.
    if to_value(&entry) == *value { Ok(entry) } else { Err(bad(&unknown_member(value, &entry))) }
}

fn response(fields: &Fields<'_>) -> Result<Response, BadEntry> {
    let value = fields.value;
    if value.get("one").is_some() {
        Ok(Response::One(fields.whole("one")?))
    } else if let Some(list) = value.get("many") {
        Ok(Response::Many(places(list).ok_or_else(|| bad("many"))?))
    } else if let Some(list) = value.get("order") {
        Ok(Response::Order(places(list).ok_or_else(|| bad("order"))?))
    } else if let Some(list) = value.get("match") {
        let chosen = list.as_list().ok_or_else(|| bad("match"))?.iter().map(|place| match place {
            Value::Null => Ok(None),
            place => narrow(place).map(Some).ok_or_else(|| bad("match")),
        });
        Ok(Response::Match(chosen.collect::<Result<_, _>>()?))
    } else if value.get("number").is_some() {
        Ok(Response::Number(fields.text("number")?))
    } else if value.get("text").is_some() {
        Ok(Response::Text(fields.text("text")?))
    } else if value.get("essay").is_some() {
        let points = value.get("points").and_then(places).ok_or_else(|| bad("points"))?;
        Ok(Response::Essay { text: fields.text("essay")?, points })
    } else {
        Err(bad("one, many, order, match, number, text or essay"))
    }
}

struct Fields<'a> {
    value: &'a Value,
}

impl Fields<'_> {
    fn whole<T: TryFrom<i64>>(&self, name: &str) -> Result<T, BadEntry> {
        self.value.get(name).and_then(narrow).ok_or_else(|| bad(name))
    }

    fn text(&self, name: &str) -> Result<String, BadEntry> {
        self.value.get(name).and_then(Value::as_text).map(str::to_owned).ok_or_else(|| bad(name))
    }
}

fn unknown_member(value: &Value, entry: &Entry) -> String {
    let (Value::Map(given), Value::Map(known)) = (value, to_value(entry)) else { return String::new() };
    let odd = given.iter().find(|member| !known.contains(member));
    odd.map(|(name, _)| name.clone()).unwrap_or_default()
}

fn bad(member: &str) -> BadEntry {
    BadEntry { member: member.to_owned() }
}

fn int(value: impl TryInto<i64>) -> Value {
    Value::Int(value.try_into().unwrap_or(i64::MAX))
}

fn ints(values: &[u16]) -> Value {
    Value::List(values.iter().copied().map(int).collect())
}

fn narrow<T: TryFrom<i64>>(value: &Value) -> Option<T> {
    value.as_int().and_then(|value| T::try_from(value).ok())
}

fn places(value: &Value) -> Option<Vec<u16>> {
    value.as_list()?.iter().map(narrow).collect()
}

fn texts(value: &Value) -> Option<Vec<String>> {
    value.as_list()?.iter().map(|text| text.as_text().map(str::to_owned)).collect()
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
            ("\"one\":0,", "", "one, many, order, match, number, text or essay"),
            ("\"max\":1", "\"max\":1,\"sure\":5", "sure"),
            ("\"max\":1", "\"max\":1,\"extra\":5", "extra"),
        ] {
            assert_eq!(read(&good.replace(from, to)), Err(bad(member)), "{to}");
        }
    }
}
