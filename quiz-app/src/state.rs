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
use compendium_core::schedule::{self, Rating};
use compendium_core::shuffle;

use crate::store::{Loaded, Trouble};
use crate::text::glued;
use crate::work::{self, Gap, UNGIVEN, Work};

pub struct State {
    pub quiz: Quiz,
    /// The learner's own, from the store.
    pub seed: u64,
    /// The log of this quiz, as far as it is known here.
    pub entries: Vec<Entry>,
    /// So many of them the store has confirmed; the others come after these.
    pub n_stored: usize,
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
    /// An essay is written: the rubric is shown. A flashcard is turned over.
    Reveal(usize),
    /// Points for one criterion of an essay; the rating of a flashcard.
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
    /// The store has so many entries of the log.
    Stored(usize),
    NotStored(Trouble),
}

impl Action {
    /// The item of which it changes the answer.
    pub fn answers(&self) -> Option<usize> {
        match *self {
            Action::Choose(item, _)
            | Action::Move { item, .. }
            | Action::Pair(item, ..)
            | Action::Type(item, _)
            | Action::Confide(item, _)
            | Action::HintSeen(item)
            | Action::Reveal(item)
            | Action::Give(item, ..)
            | Action::Check(item) => Some(item),
            _ => None,
        }
    }
}

/// Time and chance.
#[derive(Clone, Copy, Debug, Default)]
pub struct Now {
    pub at: u64,
    pub nonce: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The entries from [`State::n_stored`] on into the store; then [`Action::Stored`].
    Store,
    /// A draft of the key, or its removal.
    Draft(String, Option<String>),
    /// [`Action::Keep`] when nothing was typed for a moment.
    KeepSoon(usize),
    /// A progress file with all entries.
    File,
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
    pub fn new(quiz: Quiz, seed: u64, Loaded { entries, drafts }: Loaded, now: Now) -> State {
        let round = round::current(&quiz, &entries);
        let draft = |key: &str| drafts.iter().find(|(own, _)| own == key).map(|(_, value)| value.as_str());
        let mut works = Vec::new();
        for item in &quiz.items {
            let kept = draft(&item.id).and_then(|text| work::restore(text, item, &round, &entries));
            works.push(kept.unwrap_or_else(|| Work::blank(item, shown(item, seed, round.number))));
        }
        let mut state = State {
            seed,
            n_stored: entries.len(),
            works,
            due: Vec::new(),
            saved: Saved::Idle,
            shortcuts: draft(SHORTCUTS) != Some("off"),
            at: None,
            note: None,
            round,
            entries,
            quiz,
        };
        for item in 0..state.quiz.items.len() {
            // One that is open in this round is asked anyway.
            let was_asked = state.round.tries(item).is_some() || !state.round.items.contains(&item);
            if was_asked && state.days_until_due(item, schedule::day(now.at)) == Some(0) {
                state.due.push(item);
            }
        }
        state
    }

    /// The store has answered: what is known now takes the place of what was guessed. Tells whether parts stand in
    /// another order.
    pub fn load(&mut self, seed: u64, loaded: Result<Loaded, Trouble>, now: Now) -> bool {
        let saved = loaded.as_ref().err().map_or(Saved::Idle, |&trouble| Saved::Not(trouble));
        let quiz = std::mem::replace(&mut self.quiz, Quiz::EMPTY);
        let known = State { saved, ..State::new(quiz, seed, loaded.unwrap_or_default(), now) };
        let guessed = std::mem::replace(self, known);
        guessed.works.iter().zip(&self.works).any(|(old, new)| old.response != new.response)
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

    /// Days until a flashcard would come back after this rating.
    pub fn days_after(&self, item: usize, rating: Rating, today: u32) -> u32 {
        let item = &self.quiz.items[item];
        let card = schedule::card(&item.id, item.revision, &self.entries);
        let elapsed = card.map_or(0, |card| today.saturating_sub(card.last_day));
        schedule::interval(schedule::next(card.map(|card| card.memory), elapsed, rating))
    }

    /// Whether the back of a flashcard is seen.
    pub fn is_turned(&self, item: usize) -> bool {
        matches!(self.response(item).0, Response::Recall(_))
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
        Kind::Numeric { .. } | Kind::Text { .. } | Kind::Essay { .. } | Kind::Card { .. } => (0, false),
    };
    shuffle::order(count, shuffle::seed(seed, round, &item.id), avoid_identity)
}

/// Applies an action.
pub fn reduce(state: &mut State, action: Action, now: Now) -> Vec<Effect> {
    let mut turn = Turn { state, now, effects: Vec::new() };
    turn.apply(action);
    turn.effects
}

/// One action on its way through the state.
struct Turn<'a> {
    state: &'a mut State,
    now: Now,
    effects: Vec<Effect>,
}

impl Turn<'_> {
    fn apply(&mut self, action: Action) {
        match action {
            Action::Choose(item, choice) => {
                match &mut self.state.works[item].response {
                    Response::Many(chosen) if !self.state.quiz.items[item].kind.is_single() => {
                        work::toggle(chosen, choice);
                    }
                    response => *response = Response::One(choice),
                }
                self.changed(item);
            }
            Action::Move { item, from, up } => self.shift(item, from, up),
            Action::Pair(item, left, right) => {
                if let Response::Match(chosen) = &mut self.state.works[item].response
                    && let Some(chosen) = chosen.get_mut(left)
                {
                    *chosen = right;
                }
                self.changed(item);
            }
            Action::Type(item, typed) => {
                if let Response::Number(text) | Response::Text(text) | Response::Essay { text, .. } =
                    &mut self.state.works[item].response
                {
                    *text = typed;
                }
                self.clear_note(item);
                self.effects.push(Effect::KeepSoon(item));
            }
            Action::Confide(item, confidence) => {
                self.state.works[item].confidence = Some(confidence);
                self.keep(item);
            }
            Action::HintSeen(item) => {
                if !self.state.works[item].hint_seen {
                    self.state.works[item].hint_seen = true;
                    self.keep(item);
                }
            }
            Action::Reveal(item) => self.reveal(item),
            Action::Give(item, criterion, given) => {
                match &mut self.state.works[item].response {
                    Response::Essay { points, .. } => {
                        if let Some(points) = points.get_mut(criterion) {
                            *points = given;
                        }
                    }
                    // A card's rating is its answer.
                    Response::Recall(rating) => {
                        *rating = given;
                        return self.check(item);
                    }
                    _ => {}
                }
                self.changed(item);
            }
            Action::Check(item) => self.check(item),
            Action::Again(item) => {
                let order = self.state.order(item);
                let last = self.state.round.tries(item).map(|tries| &tries.last.response);
                self.state.works[item] = Work::again(&self.state.quiz.items[item], order, last);
                self.clear_note(item);
                self.focus(item, "");
            }
            Action::Go(item) => {
                self.state.at = Some(item);
                self.focus(item, "");
            }
            Action::At(item) => self.state.at = Some(item),
            Action::Start(scope) => self.start(scope),
            Action::Export => self.effects.push(Effect::File),
            Action::Shortcuts(on) => {
                self.state.shortcuts = on;
                let value = if on { None } else { Some("off".to_owned()) };
                self.effects.push(Effect::Draft(SHORTCUTS.to_owned(), value));
            }
            Action::Keep(item) => self.keep(item),
            Action::Stored(n) => {
                self.state.n_stored = self.state.n_stored.max(n);
                if self.state.n_stored == self.state.entries.len() {
                    self.state.saved = Saved::At(self.now.at);
                }
            }
            Action::NotStored(trouble) => self.state.saved = Saved::Not(trouble),
        }
    }

    fn shift(&mut self, item: usize, from: usize, up: bool) {
        let to = if up { from.wrapping_sub(1) } else { from + 1 };
        let Response::Order(order) = &mut self.state.works[item].response else { return };
        if from.max(to) >= order.len() {
            return;
        }
        order.swap(from, to);
        let entry = order[to];
        self.changed(item);
        self.state.note = Some((item, Note::Moved { entry, place: to as u32 + 1 }));
        // At either end one of the two buttons is off: the other one of the same entry takes the focus.
        let id = &self.state.quiz.items[item].id;
        self.effects.push(Effect::Focus(vec![button_id(id, up, entry), button_id(id, !up, entry)]));
    }

    fn reveal(&mut self, item: usize) {
        let n_criteria = match &self.state.quiz.items[item].kind {
            Kind::Essay { rubric } => rubric.len(),
            Kind::Card { .. } => {
                self.state.works[item].response = Response::Recall(UNGIVEN);
                self.changed(item);
                return self.focus(item, RUBRIC);
            }
            _ => 0,
        };
        let Response::Essay { text, points } = &mut self.state.works[item].response else { return };
        if text.trim().is_empty() {
            self.state.note = Some((item, Note::Incomplete(Gap::Nothing)));
        } else {
            *points = vec![UNGIVEN; n_criteria];
            self.changed(item);
            self.focus(item, RUBRIC);
        }
    }

    fn check(&mut self, item: usize) {
        let state = &mut *self.state;
        let (own, work) = (&state.quiz.items[item], &mut state.works[item]);
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
        let is_card = own.kind.is_card();
        work.editing = false;
        self.effects.push(Effect::Draft(own.id.clone(), None));
        self.clear_note(item);
        self.add(Event::Answer(answer), 0);
        // Whoever learns a deck goes on with the next card.
        let state = &*self.state;
        match state.round.items.iter().find(|&&next| next > item && state.is_open(next)) {
            Some(&next) if is_card => self.apply(Action::Go(next)),
            _ => self.focus(item, VERDICT),
        }
    }

    fn start(&mut self, scope: Scope) {
        let state = &*self.state;
        let missed = state.round.missed();
        let mut items = Vec::new();
        for (place, item) in state.quiz.items.iter().enumerate() {
            let is_wanted = match scope {
                // None named means all.
                Scope::All => false,
                Scope::Missed => missed.contains(&place),
                Scope::Due => state.is_waiting(place) || state.round.items.contains(&place) && state.is_open(place),
            };
            if is_wanted {
                items.push(item.id.clone());
            }
        }
        self.add(Event::Start { items }, 1);
        let state = &mut *self.state;
        state.due.clear();
        state.note = None;
        for (item, work) in state.quiz.items.iter().zip(&mut state.works) {
            *work = Work::blank(item, shown(item, state.seed, state.round.number));
        }
        if let Some(&first) = self.state.round.items.first() {
            self.apply(Action::Go(first));
        }
    }

    /// Writes an event into the log, in this round or in the next.
    fn add(&mut self, event: Event, later: u32) {
        let state = &mut *self.state;
        // Two clicks within one millisecond, or a clock set back, must not change the order of the answers.
        let last = state.entries.last().map_or(0, |entry| entry.id.at);
        let id = EntryId { at: self.now.at.max(last + 1), nonce: self.now.nonce };
        state.entries.push(Entry { id, quiz: state.quiz.id.clone(), round: state.round.number + later, event });
        state.round = round::current(&state.quiz, &state.entries);
        state.saved = Saved::Saving;
        self.effects.push(Effect::Store);
    }

    fn changed(&mut self, item: usize) {
        self.clear_note(item);
        self.keep(item);
    }

    fn keep(&mut self, item: usize) {
        let state = &*self.state;
        if state.is_open(item) {
            let own = &state.quiz.items[item];
            let text = work::draft(&state.works[item], own, &state.quiz.id, state.round.number, self.now);
            self.effects.push(Effect::Draft(own.id.clone(), Some(text)));
        }
    }

    fn clear_note(&mut self, item: usize) {
        if self.state.note.is_some_and(|(own, _)| own == item) {
            self.state.note = None;
        }
    }

    fn focus(&mut self, item: usize, part: &str) {
        self.effects.push(Effect::Focus(vec![glued(&[&self.state.quiz.items[item].id, part])]));
    }
}
