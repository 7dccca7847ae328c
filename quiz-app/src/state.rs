//! The state of one quiz on the screen, and the one function that changes it.
//!
//! ```text
//! Action ──reduce──▶ State + Effects      (pure: time and chance come with the action)
//!                      │        │
//!                    views    shell: store, focus, timers
//! ```
//! What the learner has answered is the log, replayed by [`compendium_core::round`]; what is not checked yet stands
//! in [`Work`] and is kept as a draft.

use compendium_core::grade::{self, Verdict};
use compendium_core::item::{Item, Kind, Quiz};
use compendium_core::log::{Answer, Entry, EntryId, Event};
use compendium_core::response::{Confidence, Response};
use compendium_core::round::{self, Round};
use compendium_core::{schedule, shuffle};

use crate::store::Trouble;
use crate::text::glued;
use crate::work::{self, Gap, UNGIVEN, Work};

pub struct State {
    pub quiz: Quiz,
    /// The learner's own, from the store.
    pub seed: u64,
    /// The log of this quiz, as far as it is known here.
    pub entries: Vec<Entry>,
    /// Entries that the store has not confirmed.
    pub unsaved: Vec<Entry>,
    pub round: Round,
    /// One an item of the quiz.
    pub works: Vec<Work>,
    /// Items that were answered on an earlier day and are due again: their answers stay hidden until a new round.
    pub due: Vec<usize>,
    pub saved: Saved,
    /// Single-letter keys.
    pub shortcuts: bool,
    /// The item in which the learner is.
    pub at: Option<usize>,
    /// Said in the status line of one item.
    pub note: Option<(usize, Note)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was answered since the page was opened.
    Idle,
    Saving,
    /// Milliseconds since 1970-01-01 UTC.
    At(u64),
    Not(Trouble),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// An entry was moved to this place, counted from 1.
    Moved {
        entry: u16,
        place: u32,
    },
    Incomplete(Gap),
}

/// Which items a new round takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    All,
    Missed,
    /// Those that are due, and those that are still open.
    Due,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A choice of a single-choice item, or a tick of a multiple-choice item that is set or taken away.
    Choose(usize, u16),
    /// The entry at a place of an order, one place up or down.
    Move {
        item: usize,
        from: usize,
        up: bool,
    },
    /// The right side for one left side.
    Pair(usize, usize, Option<u16>),
    Type(usize, String),
    Confide(usize, Confidence),
    HintSeen(usize),
    /// An essay is written: the rubric is shown.
    Reveal(usize),
    /// Points for one criterion of an essay.
    Give(usize, usize, u16),
    Check(usize),
    Again(usize),
    /// To an item, by its place in the quiz.
    Go(usize),
    /// The focus came into the item.
    At(usize),
    Start(Scope),
    /// The answers of this quiz as a file.
    Export,
    Shortcuts(bool),
    /// The pause after typing is over.
    Keep(usize),
    /// The store has the entries up to and including this one.
    Stored(EntryId),
    NotStored(Trouble),
}

/// Time and chance.
#[derive(Clone, Copy, Debug, Default)]
pub struct Now {
    pub at: u64,
    pub nonce: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    Add(Vec<Entry>),
    /// A draft of the key, or its removal.
    Draft(String, Option<String>),
    /// [`Action::Keep`] when nothing was typed for a moment.
    KeepSoon(usize),
    /// A progress file with these entries.
    File(Vec<Entry>),
    /// To the first element with one of these ids that can take the focus.
    Focus(Vec<String>),
}

/// The draft that holds the setting for single-letter keys: no item has an id with a slash.
pub const SHORTCUTS: &str = "/shortcuts";

/// Behind an item's id: the ids of its parts that take the focus.
pub const RUBRIC: &str = "-rubric";
pub const VERDICT: &str = "-verdict";

/// The id of the button that moves an entry.
pub fn button_id(item: &str, up: bool, entry: u16) -> String {
    glued(&[item, if up { "-up-" } else { "-down-" }, &entry.to_string()])
}

impl State {
    /// The state of a page that has just been opened.
    pub fn new(quiz: Quiz, seed: u64, entries: Vec<Entry>, drafts: &[(String, String)], now: Now) -> State {
        let round = round::current(&quiz, &entries);
        let due = due(&quiz, &entries, &round, now);
        let draft = |key: &str| drafts.iter().find(|(own, _)| own == key).map(|(_, value)| value.as_str());
        let works = quiz
            .items
            .iter()
            .map(|item| {
                let order = shown(item, seed, round.number);
                let kept = draft(&item.id).and_then(|text| work::restore(text, item, &round, &entries));
                kept.unwrap_or_else(|| Work::blank(item, &order))
            })
            .collect();
        State {
            seed,
            unsaved: Vec::new(),
            works,
            due,
            saved: Saved::Idle,
            shortcuts: draft(SHORTCUTS) != Some("off"),
            at: None,
            note: None,
            round,
            entries,
            quiz,
        }
    }

    pub fn place_of(&self, id: &str) -> Option<usize> {
        self.quiz.items.iter().position(|item| item.id == id)
    }

    /// Whether the item waits for an answer: none yet in this round, or a further try.
    pub fn is_open(&self, item: usize) -> bool {
        self.works[item].editing || self.round.tries(item).is_none()
    }

    /// Whether the item was answered earlier and is due: its stem is shown, its answer is not.
    pub fn is_waiting(&self, item: usize) -> bool {
        self.due.contains(&item)
    }

    /// Whether the item stands on the screen.
    pub fn is_shown(&self, item: usize) -> bool {
        self.round.items.contains(&item) || self.is_waiting(item)
    }

    /// What the screen shows as the learner's response, and whether it was checked.
    pub fn response(&self, item: usize) -> (&Response, bool) {
        match self.round.tries(item).filter(|_| !self.works[item].editing) {
            Some(tries) => (&tries.last.response, true),
            None => (&self.works[item].response, false),
        }
    }

    /// Place on the screen → place in the author's order.
    pub fn order(&self, item: usize) -> Vec<u16> {
        shown(&self.quiz.items[item], self.seed, self.round.number)
    }

    /// Days until the item comes back, after its answer.
    pub fn days_until_due(&self, item: usize, today: u32) -> Option<u32> {
        let item = &self.quiz.items[item];
        let card = schedule::card(&item.id, item.revision, &self.entries)?;
        Some(card.due_day.saturating_sub(today))
    }

    pub fn verdict(&self, item: usize) -> Option<Verdict> {
        let tries = self.round.tries(item)?;
        Some(grade::grade(&self.quiz.items[item], &tries.last.response).verdict())
    }
}

/// The order in which the parts of an item are shown: the same for one learner and round, so also on a further try.
fn shown(item: &Item, seed: u64, round: u32) -> Vec<u16> {
    let (count, avoid_identity) = match &item.kind {
        Kind::Single { choices } | Kind::Multiple { choices } => (choices.len(), false),
        Kind::Order { entries } => (entries.len(), true),
        Kind::Match { pairs, distractors, .. } => (pairs.len() + distractors.len(), false),
        Kind::Numeric { .. } | Kind::Text { .. } | Kind::Essay { .. } => (0, false),
    };
    shuffle::order(count, shuffle::seed(seed, round, &item.id), avoid_identity)
}

/// Items whose answer must be asked for again before it is shown. One that is open in this round is asked anyway.
fn due(quiz: &Quiz, entries: &[Entry], round: &Round, now: Now) -> Vec<usize> {
    let today = schedule::day(now.at);
    let is_due = |item: &Item| {
        schedule::card(&item.id, item.revision, entries).is_some_and(|card| card.due_day <= today)
    };
    (0..quiz.items.len())
        .filter(|place| round.tries(*place).is_some() || !round.items.contains(place))
        .filter(|&place| is_due(&quiz.items[place]))
        .collect()
}

/// Applies an action.
pub fn reduce(state: &mut State, action: Action, now: Now) -> Vec<Effect> {
    let mut effects = Vec::new();
    match action {
        Action::Choose(item, choice) => {
            let single = matches!(state.quiz.items[item].kind, Kind::Single { .. });
            match &mut state.works[item].response {
                response if single => *response = Response::One(choice),
                Response::Many(chosen) => work::toggle(chosen, choice),
                _ => {}
            }
            changed(state, item, now, &mut effects);
        }
        Action::Move { item, from, up } => {
            let to = if up { from.wrapping_sub(1) } else { from + 1 };
            if let Response::Order(order) = &mut state.works[item].response
                && from.max(to) < order.len()
            {
                order.swap(from, to);
                let entry = order[to];
                changed(state, item, now, &mut effects);
                state.note = Some((item, Note::Moved { entry, place: to as u32 + 1 }));
                // At either end one of the two buttons is off: the other one of the same entry takes the focus.
                let id = &state.quiz.items[item].id;
                effects.push(Effect::Focus(vec![button_id(id, up, entry), button_id(id, !up, entry)]));
            }
        }
        Action::Pair(item, left, right) => {
            if let Response::Match(chosen) = &mut state.works[item].response {
                chosen[left] = right;
            }
            changed(state, item, now, &mut effects);
        }
        Action::Type(item, typed) => {
            match &mut state.works[item].response {
                Response::Number(text) | Response::Text(text) | Response::Essay { text, .. } => *text = typed,
                _ => {}
            }
            clear_note(state, item);
            effects.push(Effect::KeepSoon(item));
        }
        Action::Confide(item, confidence) => {
            state.works[item].confidence = Some(confidence);
            keep(state, item, now, &mut effects);
        }
        Action::HintSeen(item) => {
            if state.is_open(item) && !state.works[item].hint_seen {
                state.works[item].hint_seen = true;
                keep(state, item, now, &mut effects);
            }
        }
        Action::Reveal(item) => {
            let rubric = match &state.quiz.items[item].kind {
                Kind::Essay { rubric } => rubric.len(),
                _ => 0,
            };
            if let Response::Essay { text, points } = &mut state.works[item].response {
                if text.trim().is_empty() {
                    state.note = Some((item, Note::Incomplete(Gap::Nothing)));
                } else {
                    *points = vec![UNGIVEN; rubric];
                    changed(state, item, now, &mut effects);
                    focus_part(state, item, RUBRIC, &mut effects);
                }
            }
        }
        Action::Give(item, criterion, given) => {
            if let Response::Essay { points, .. } = &mut state.works[item].response {
                points[criterion] = given;
            }
            changed(state, item, now, &mut effects);
        }
        Action::Check(item) => check(state, item, now, &mut effects),
        Action::Again(item) => {
            let order = state.order(item);
            let last = state.round.tries(item).map(|tries| &tries.last.response);
            state.works[item] = Work::again(&state.quiz.items[item], &order, last);
            clear_note(state, item);
            focus_part(state, item, "", &mut effects);
        }
        Action::Go(item) => {
            state.at = Some(item);
            focus_part(state, item, "", &mut effects);
        }
        Action::At(item) => state.at = Some(item),
        Action::Export => effects.push(Effect::File(state.entries.clone())),
        Action::Start(scope) => start(state, scope, now, &mut effects),
        Action::Shortcuts(on) => {
            state.shortcuts = on;
            effects.push(Effect::Draft(SHORTCUTS.to_owned(), (!on).then(|| "off".to_owned())));
        }
        Action::Keep(item) => keep(state, item, now, &mut effects),
        Action::Stored(last) => {
            state.unsaved.retain(|entry| entry.id > last);
            if state.unsaved.is_empty() {
                state.saved = Saved::At(now.at);
            }
        }
        Action::NotStored(trouble) => state.saved = Saved::Not(trouble),
    }
    effects
}

fn check(state: &mut State, item: usize, now: Now, effects: &mut Vec<Effect>) {
    if !state.is_open(item) {
        return;
    }
    let own = &state.quiz.items[item];
    let work = &state.works[item];
    if let Some(gap) = work::gap(own, &work.response) {
        state.note = Some((item, Note::Incomplete(gap)));
        return;
    }
    let grade = grade::grade(own, &work.response);
    let answer = Answer {
        item: own.id.clone(),
        revision: own.revision,
        response: work.response.clone(),
        earned: grade.earned,
        max: grade.max,
        confidence: work.confidence,
        hint_seen: work.hint_seen,
    };
    let draft = Effect::Draft(own.id.clone(), None);
    state.works[item].editing = false;
    clear_note(state, item);
    append(state, Event::Answer(answer), state.round.number, now, effects);
    effects.push(draft);
    focus_part(state, item, VERDICT, effects);
}

fn start(state: &mut State, scope: Scope, now: Now, effects: &mut Vec<Effect>) {
    let wanted = match scope {
        Scope::All => Vec::new(),
        Scope::Missed => state.round.missed(),
        Scope::Due => (0..state.quiz.items.len())
            .filter(|&item| state.due.contains(&item) || state.round.items.contains(&item) && state.is_open(item))
            .collect(),
    };
    let items = wanted.iter().map(|&item| state.quiz.items[item].id.clone()).collect();
    append(state, Event::Start { items }, state.round.number + 1, now, effects);
    state.due.clear();
    state.note = None;
    for (place, item) in state.quiz.items.iter().enumerate() {
        state.works[place] = Work::blank(item, &shown(item, state.seed, state.round.number));
    }
    if let Some(&first) = state.round.items.first() {
        state.at = Some(first);
        focus_part(state, first, "", effects);
    }
}

fn append(state: &mut State, event: Event, round: u32, now: Now, effects: &mut Vec<Effect>) {
    // Two clicks within one millisecond, or a clock set back, must not change the order of the answers.
    let last = state.entries.iter().map(|entry| entry.id.at).max().unwrap_or(0);
    let id = EntryId { at: now.at.max(last + 1), nonce: now.nonce };
    let entry = Entry { id, quiz: state.quiz.id.clone(), round, event };
    state.entries.push(entry.clone());
    state.unsaved.push(entry);
    state.round = round::current(&state.quiz, &state.entries);
    state.saved = Saved::Saving;
    effects.push(Effect::Add(state.unsaved.clone()));
}

fn changed(state: &mut State, item: usize, now: Now, effects: &mut Vec<Effect>) {
    clear_note(state, item);
    keep(state, item, now, effects);
}

fn keep(state: &State, item: usize, now: Now, effects: &mut Vec<Effect>) {
    if state.is_open(item) {
        let own = &state.quiz.items[item];
        let text = work::draft(&state.works[item], own, &state.quiz.id, state.round.number, now);
        effects.push(Effect::Draft(own.id.clone(), Some(text)));
    }
}

fn clear_note(state: &mut State, item: usize) {
    if state.note.is_some_and(|(own, _)| own == item) {
        state.note = None;
    }
}

fn focus_part(state: &State, item: usize, part: &str, effects: &mut Vec<Effect>) {
    effects.push(Effect::Focus(vec![glued(&[&state.quiz.items[item].id, part])]));
}
