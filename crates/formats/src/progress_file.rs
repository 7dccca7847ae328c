//! The file in which a learner carries the log from one machine to another.
//!
//! ```json
//! {"format":"compendium-progress","version":1,"book":"fusion-compendium","saved":1764000000000,
//!  "count":2,"check":"6c62272e07bb0142","entries":[…]}
//! ```
//! `check` is FNV-1a (64 bits) over the entries as written. It finds damage, not fraud: nothing secret is in it.

use compendium_core::log::Entry;

use crate::entry_json;
use crate::json::{self, JsonError, Value};

const FORMAT: &str = "compendium-progress";
const VERSION: i64 = 1;

/// Why a file is refused. A refused file changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not JSON, or cut off; line and column count from 1.
    Unreadable { line: usize, column: usize },
    /// JSON, but no progress file.
    OtherFormat,
    /// Written by a later version.
    Newer { version: i64 },
    /// Of another book.
    OtherBook { book: String },
    /// The entries are not those that were written.
    Damaged { detail: String },
}

pub fn write(book: &str, saved: u64, entries: &[Entry]) -> String {
    let lines: Vec<String> = entries.iter().map(entry_json::write).collect();
    let text = |text: &str| Value::Text(text.to_owned());
    let head = vec![
        ("format".to_owned(), text(FORMAT)),
        ("version".to_owned(), Value::Int(VERSION)),
        ("book".to_owned(), text(book)),
        ("saved".to_owned(), Value::Int(i64::try_from(saved).unwrap_or(i64::MAX))),
        ("count".to_owned(), Value::Int(entries.len() as i64)),
        ("check".to_owned(), text(&check_sum(lines.iter().map(String::as_str)))),
        ("entries".to_owned(), Value::List(Vec::new())),
    ];
    let mut out = String::new();
    json::write(&Value::Map(head), &mut out);
    // The list goes where the empty one stands, an entry a line: readable, and a cut-off file is seen to be one.
    out.truncate(out.len() - "]}".len());
    out.push_str(&lines.join(",\n"));
    out.push_str("]}\n");
    out
}

/// Reads a file for `book`. Nothing is taken from a file that is not whole.
pub fn read(text: &str, book: &str) -> Result<Vec<Entry>, Refusal> {
    let value = json::read(text).map_err(|error| unreadable(text, &error))?;
    if value.get("format").and_then(Value::as_text) != Some(FORMAT) {
        return Err(Refusal::OtherFormat);
    }
    match value.get("version").and_then(Value::as_int) {
        Some(VERSION) => {}
        Some(version) if version > VERSION => return Err(Refusal::Newer { version }),
        _ => return Err(damaged("version")),
    }
    let found = value.get("book").and_then(Value::as_text).ok_or_else(|| damaged("book"))?;
    if found != book {
        return Err(Refusal::OtherBook { book: found.to_owned() });
    }
    let list = value.get("entries").and_then(Value::as_list).ok_or_else(|| damaged("entries"))?;
    if value.get("count").and_then(Value::as_int) != Some(list.len() as i64) {
        return Err(damaged("count"));
    }
    let line = |entry: &Value| {
        let mut text = String::new();
        json::write(entry, &mut text);
        text
    };
    let lines: Vec<String> = list.iter().map(line).collect();
    if value.get("check").and_then(Value::as_text) != Some(check_sum(lines.iter().map(String::as_str)).as_str()) {
        return Err(damaged("check"));
    }
    list.iter()
        .enumerate()
        .map(|(i, entry)| {
            entry_json::from_value(entry)
                .map_err(|bad| damaged(&["entries[", &i.to_string(), "].", &bad.member].concat()))
        })
        .collect()
}

fn check_sum<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in lines.flat_map(str::bytes) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    }
    (0..16).rev().filter_map(|place| char::from_digit((hash >> (place * 4)) as u32 & 0xf, 16)).collect()
}

fn unreadable(text: &str, error: &JsonError) -> Refusal {
    let before = &text[..error.at.min(text.len())];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Refusal::Unreadable { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
}

fn damaged(detail: &str) -> Refusal {
    Refusal::Damaged { detail: detail.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry_json::tests::any_entry;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_file_survives_the_round_trip(entries in proptest::collection::vec(any_entry(), 0..6)) {
            let text = write("book", 5, &entries);
            prop_assert_eq!(read(&text, "book"), Ok(entries));
        }

        /// Any single changed character is found, or leaves the same meaning.
        #[test]
        fn damage_is_found(entries in proptest::collection::vec(any_entry(), 1..4), at in any::<prop::sample::Index>(), put in "[0-9a-z\",]") {
            let text = write("book", 5, &entries);
            let places: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
            let i = places[at.index(places.len())];
            let width = text[i..].chars().next().map_or(1, char::len_utf8);
            let changed = format!("{}{put}{}", &text[..i], &text[i + width..]);
            if let Ok(read_back) = read(&changed, "book") {
                prop_assert_eq!(read_back, entries);
            }
        }
    }

    #[test]
    fn refusals() {
        let good = write("book", 5, &[]);
        for (text, expected) in [
            (String::new(), Refusal::Unreadable { line: 1, column: 1 }),
            (good[..good.len() - 4].to_owned(), Refusal::Unreadable { line: 1, column: good.len() - 3 }),
            ("{}".to_owned(), Refusal::OtherFormat),
            ("[1,2]".to_owned(), Refusal::OtherFormat),
            (good.replace("\"version\":1", "\"version\":2"), Refusal::Newer { version: 2 }),
            (good.replace("\"book\":\"book\"", "\"book\":\"other\""), Refusal::OtherBook { book: "other".into() }),
            (good.replace("\"count\":0", "\"count\":1"), damaged("count")),
            (good.replace("cbf2", "cbf3"), damaged("check")),
        ] {
            assert_eq!(read(&text, "book"), Err(expected), "{text}");
        }
    }
}
