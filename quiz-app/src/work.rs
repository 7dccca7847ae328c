//! An answer in the making, and its draft in the store.

use compendium_core::grade;
use compendium_core::item::{Item, Kind};
use compendium_core::log::{Answer, Entry, EntryId, Event};
use compendium_core::response::{Confidence, Response};
use compendium_core::round::Round;
use compendium_formats::entry_json;

use crate::state::Now;

/// What stands on the screen for one item before it is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// A single choice that is still open and a card that lies on its back are `Many([])`; an essay without its rubric has no points.
    pub response: Response,
    pub confidence: Option<Confidence>,
    pub hint_seen: bool,
    /// A further try at an item that was answered in this round.
    pub editing: bool,
}

/// What is missing before an answer can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    Nothing,
    /// So many left sides have no right side.
    Pairs(u32),
    NotANumber,
    /// So many criteria have no points.
    Points(u32),
}

/// Points of a criterion, or a rating, that were not given yet.
pub const UNGIVEN: u16 = u16::MAX;

impl Work {
    /// `shown`: the order in which the parts stand on the screen.
    pub fn blank(item: &Item, shown: Vec<u16>) -> Work {
        let response = match &item.kind {
            Kind::Single { .. } | Kind::Multiple { .. } | Kind::Card { .. } => Response::Many(Vec::new()),
            Kind::Order { .. } => Response::Order(shown),
            Kind::Match { pairs, .. } => Response::Match(vec![None; pairs.len()]),
            Kind::Numeric { .. } => Response::Number(String::new()),
            Kind::Text { .. } => Response::Text(String::new()),
            Kind::Essay { .. } => Response::Essay { text: String::new(), points: Vec::new() },
        };
        Work { response, confidence: None, hint_seen: false, editing: false }
    }

    /// A further try. Choices begin anew; what took work to build or to write stays to be mended.
    pub fn again(item: &Item, shown: Vec<u16>, last: Option<&Response>) -> Work {
        let mut work = Work { editing: true, ..Work::blank(item, shown) };
        match last {
            Some(Response::Essay { text, .. }) => {
                work.response = Response::Essay { text: text.clone(), points: Vec::new() };
            }
            Some(last) if !matches!(last, Response::One(_) | Response::Many(_) | Response::Recall(_)) => {
                work.response = last.clone()
            }
            _ => {}
        }
        work
    }
}

pub fn toggle(chosen: &mut Vec<u16>, choice: u16) {
    match chosen.iter().position(|&own| own >= choice) {
        Some(place) if chosen[place] == choice => {
            chosen.remove(place);
        }
        Some(place) => chosen.insert(place, choice),
        None => chosen.push(choice),
    }
}

pub fn gap(item: &Item, response: &Response) -> Option<Gap> {
    let none_if_zero = |count: usize, gap: fn(u32) -> Gap| (count > 0).then(|| gap(count as u32));
    match (response, &item.kind) {
        (Response::Many(chosen), _) if chosen.is_empty() => Some(Gap::Nothing),
        (Response::Match(chosen), _) => {
            none_if_zero(chosen.iter().filter(|right| right.is_none()).count(), Gap::Pairs)
        }
        (Response::Number(text) | Response::Text(text), _) if text.trim().is_empty() => Some(Gap::Nothing),
        (Response::Number(text), Kind::Numeric { unit, .. }) => {
            grade::read_with_unit(text, unit).is_none().then_some(Gap::NotANumber)
        }
        (Response::Recall(UNGIVEN), _) => Some(Gap::Nothing),
        (Response::Essay { points, .. }, _) if points.is_empty() => Some(Gap::Nothing),
        (Response::Essay { points, .. }, _) => {
            none_if_zero(points.iter().filter(|&&given| given == UNGIVEN).count(), Gap::Points)
        }
        _ => None,
    }
}

/// A draft is an answer without points in the log's own format.
pub fn draft(work: &Work, item: &Item, quiz: &str, round: u32, now: Now) -> String {
    let answer = Answer {
        item: item.id.clone(),
        revision: item.revision,
        response: work.response.clone(),
        earned: 0,
        max: 0,
        confidence: work.confidence,
        hint_seen: work.hint_seen,
    };
    let id = EntryId { at: now.at, nonce: 0 };
    entry_json::write(&Entry { id, quiz: quiz.to_owned(), round, event: Event::Answer(answer) })
}

/// Reads a draft back, if it still belongs here: same wording, same round, and younger than the last answer.
pub fn restore(text: &str, item: &Item, round: &Round, entries: &[Entry]) -> Option<Work> {
    let Entry { id, round: number, event: Event::Answer(answer), .. } = entry_json::read(text).ok()? else {
        return None;
    };
    let answered = entries
        .iter()
        .filter(|entry| entry.round == number && matches!(&entry.event, Event::Answer(own) if own.item == item.id))
        .map(|entry| entry.id.at)
        .max();
    let fits = number == round.number
        && answer.revision == item.revision
        && answered.is_none_or(|at| at < id.at)
        && is_of_kind(&answer.response, &item.kind);
    fits.then_some(Work {
        response: answer.response,
        confidence: answer.confidence,
        hint_seen: answer.hint_seen,
        editing: answered.is_some(),
    })
}

fn is_of_kind(response: &Response, kind: &Kind) -> bool {
    match (response, kind) {
        (Response::One(choice), Kind::Single { choices }) => usize::from(*choice) < choices.len(),
        (Response::Many(chosen), Kind::Single { .. } | Kind::Card { .. }) => chosen.is_empty(),
        (Response::Recall(_), Kind::Card { .. })
        | (Response::Many(_), Kind::Multiple { .. })
        | (Response::Number(_), Kind::Numeric { .. })
        | (Response::Text(_), Kind::Text { .. }) => true,
        (Response::Order(order), Kind::Order { entries }) => {
            (0..entries.len() as u16).all(|entry| order.contains(&entry)) && order.len() == entries.len()
        }
        (Response::Match(chosen), Kind::Match { pairs, .. }) => chosen.len() == pairs.len(),
        (Response::Essay { points, .. }, Kind::Essay { rubric }) => {
            points.is_empty() || points.len() == rubric.len()
        }
        _ => false,
    }
}
