//! The same work done natively and as WASM: what the page computes is what the command line computes.
//!
//! [`transcript`] puts core and formats through their paces over many seeds and writes down every result.
//! The test runs it in both worlds and compares the texts.

use std::fmt::Write as _;

use compendium_core::calibration;
use compendium_core::grade::{grade, read_with_unit};
use compendium_core::item::{Choice, Criterion, Item, Kind, OrderEntry, Pair, Quiz};
use compendium_core::log::{Answer, Entry, EntryId, Event, merge};
use compendium_core::number::Number;
use compendium_core::response::{Confidence, Response};
use compendium_core::round;
use compendium_core::schedule::{self, Memory, Rating};
use compendium_core::{shuffle, text};
use compendium_formats::{entry_json, page_data, progress_file};

/// Results of all the work, a line each.
pub fn transcript() -> String {
    let mut out = String::new();
    let quiz = quiz();
    let bytes = page_data::write_quiz(&quiz);
    let _ = writeln!(out, "page {} {}", bytes.len(), page_data::read_quiz(&bytes).as_ref() == Ok(&quiz));
    let mut log = Vec::new();
    for seed in 0..400_u64 {
        let place = (seed % quiz.items.len() as u64) as usize;
        let item = &quiz.items[place];
        let response = response(item, seed);
        let grade = grade(item, &response);
        let _ = writeln!(out, "grade {} {response:?} {}/{} {:?}", item.id, grade.earned, grade.max, grade.marks);
        let _ = writeln!(out, "order {:?}", shuffle::order(6, shuffle::seed(seed, 1, &item.id), true));
        let id = EntryId { at: 1_764_000_000_000 + seed * 7_200_000, nonce: seed as u32 };
        let event = Event::Answer(Answer {
            item: item.id.clone(),
            revision: item.revision,
            response,
            earned: grade.earned,
            max: grade.max,
            confidence: [None, Some(Confidence::Sure), Some(Confidence::Guess)][(seed % 3) as usize],
            hint_seen: seed % 5 == 0,
        });
        log.push(Entry { id, quiz: quiz.id.clone(), round: 1 + (seed / 40) as u32, event });
    }
    for item in &quiz.items {
        let card = schedule::card(&item.id, item.revision, &log);
        let _ = writeln!(out, "card {} {:?}", item.id, card.map(|card| (card.due_day, card.reviews)));
    }
    let round = round::current(&quiz, &log);
    let _ = writeln!(out, "round {} {:?} {:?}", round.number, round.missed(), round.summary(&quiz));
    let _ = writeln!(out, "calibration {:?}", calibration::reading(&calibration::bands(&log)));
    let file = progress_file::write("book", 1, &log);
    let _ = writeln!(out, "file {} {}", file.len(), progress_file::read(&file, "book").as_ref() == Ok(&log));
    let _ = writeln!(out, "entry {}", entry_json::write(&log[17]));
    let half = log.split_off(200);
    let merged = merge(&mut log, half);
    let _ = writeln!(out, "merge {merged:?} {}", log.len());
    memories(&mut out);
    for (typed, accepted) in [("Règle", "regle"), ("ORCON", "orcon"), ("مُذَكِّرة", "مذكره"), ("x", "y")]
    {
        let _ = writeln!(out, "same {}", text::same(typed, accepted));
    }
    for typed in ["85", "84,5 %", "٨٥", "1 000", "x"] {
        let _ = writeln!(out, "number {:?}", read_with_unit(typed, "%"));
    }
    out
}

/// Stability and difficulty to three figures: `exp` and `pow` may differ in the last bit between platforms.
fn memories(out: &mut String) {
    let ratings = [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy];
    let mut memory: Option<Memory> = None;
    for step in 0..60_u32 {
        let next = schedule::next(memory, (step * step) % 90, ratings[(step as usize * 7 / 3) % 4]);
        let _ = writeln!(out, "memory {:.3e} {:.2} {}", next.stability, next.difficulty, schedule::interval(next));
        memory = Some(next);
    }
}

fn quiz() -> Quiz {
    let choice = |key| Choice { text: format!("{key}"), feedback: Some("why".into()), key };
    let pair = |left: &str, right: &str| Pair { left: left.into(), right: right.into() };
    let number = |text| Number::read(text).unwrap_or_default();
    let kinds = [
        Kind::Single { choices: [false, true, false].map(choice).into() },
        Kind::Multiple { choices: [true, false, true, true].map(choice).into() },
        Kind::Order { entries: (0..5).map(|i| OrderEntry { text: i.to_string(), feedback: None }).collect() },
        Kind::Match {
            left: "l".into(),
            right: "r".into(),
            pairs: vec![pair("a", "1"), pair("b", "2"), pair("c", "1")],
            distractors: vec!["3".into()],
        },
        Kind::Numeric { answer: number("85"), tolerance: number("1.5"), unit: "%".into(), feedback: None },
        Kind::Text { accepted: vec!["originator control".into(), "ORCON".into()], feedback: None },
        Kind::Essay {
            rubric: (1..4).map(|points| Criterion { name: "c".into(), points, earns: "e".into() }).collect(),
        },
        Kind::Card { back: "b".into() },
    ];
    let items = kinds.into_iter().enumerate().map(|(i, kind)| Item {
        id: format!("item-{i}"),
        revision: i as u32,
        title: format!("Question {i}"),
        stem: "stem".into(),
        stem_more: String::new(),
        points: kind.units(),
        kind,
        situation: None,
        outcome: None,
        level: None,
        hint: None,
        rationale: None,
        reread: None,
    });
    Quiz { id: "quiz".into(), title: "Quiz".into(), pass_mark: 80, situations: vec![], items: items.collect() }
}

fn response(item: &Item, seed: u64) -> Response {
    let place = |n: u64| ((seed / 7) % n) as u16;
    match &item.kind {
        Kind::Single { .. } => Response::One(place(3)),
        Kind::Multiple { .. } => Response::Many((0..4).filter(|bit| seed >> bit & 1 == 1).collect()),
        Kind::Order { .. } => Response::Order(shuffle::order(5, seed, false)),
        Kind::Match { .. } => Response::Match((0..3).map(|i| (seed % 4 != i).then(|| place(4))).collect()),
        Kind::Numeric { .. } => Response::Number(format!("{}", 80 + place(10))),
        Kind::Text { .. } => {
            Response::Text(["orcon", "Originator-Control", "owner", ""][place(4) as usize].to_owned())
        }
        Kind::Essay { .. } => Response::Essay { text: "t".into(), points: vec![place(3), place(3), place(5)] },
        Kind::Card { .. } => Response::Recall(place(5)),
    }
}

/// For the host: makes the transcript, returns its address, and its length through [`transcript_len`].
#[cfg(target_arch = "wasm32")]
mod exports {
    use std::sync::OnceLock;

    static TEXT: OnceLock<String> = OnceLock::new();

    #[unsafe(no_mangle)]
    extern "C" fn transcript_at() -> *const u8 {
        TEXT.get_or_init(super::transcript).as_ptr()
    }

    #[unsafe(no_mangle)]
    extern "C" fn transcript_len() -> usize {
        TEXT.get_or_init(super::transcript).len()
    }
}
