//! One question: head, its kind's own part, hint, verdict, confidence and buttons.

use compendium_core::grade::Verdict;
use compendium_core::item::{Item, Kind};
use compendium_core::response::{Confidence, Response};

use crate::kinds::{card, case, choices, essay, matching, number, order, short_text};
use crate::messages::{t, t_with};
use crate::quiz_view::{Tree, due_button};
use crate::state::{Action, Note, State};
use crate::text::glued;
use crate::tree::{CROSS, HALF, Name, TICK};
use crate::verdict;
use crate::work::Gap;

pub fn item(tree: &mut Tree, state: &State, place: usize, now: u64) {
    let item = &state.quiz.items[place];
    let waiting = state.is_waiting(place);
    if !waiting && !state.round.items.contains(&place) {
        // Links to the question still arrive at its place.
        tree.el("span", "", |tree| tree.set_to(Name::Id, item.id.clone()));
        return;
    }
    let open = !waiting && state.is_open(place);
    tree.el("section", if open || waiting { "item" } else { "item done" }, |tree| {
        tree.key(glued(&[&state.round.number.to_string(), "-", &item.id]));
        tree.set_to(Name::Id, item.id.clone());
        tree.set(Name::Tabindex, "-1");
        tree.set_joined(Name::LabelledBy, &item.id, STEM);
        head(tree, state, place, open, waiting);
        case::again(tree, state, place);
        if waiting {
            stem(tree, item);
            due_button(tree, state, "btn");
            return;
        }
        kind(tree, state, place, now);
        if let Some(hint) = &item.hint {
            tree.el("details", "hint", |tree| {
                tree.el("summary", "", |tree| {
                    tree.on(Name::OnClick, Action::HintSeen(place));
                    tree.say("app-hint");
                });
                tree.raw(hint);
            });
        }
        if !open {
            verdict::verdict(tree, state, place, now);
        }
        match (item.kind.is_card(), open) {
            (true, _) => {}
            (false, true) => ask(tree, state, place),
            (false, false) => after(tree, state, place),
        }
    });
}

/// Behind an item's id: the id of its stem.
pub const STEM: &str = "-stem";

/// The stem as a heading, for kinds without a group of choices.
pub fn stem(tree: &mut Tree, item: &Item) {
    tree.el("h3", "stem", |tree| {
        tree.set_joined(Name::Id, &item.id, STEM);
        tree.raw(&item.stem);
    });
    tree.raw(&item.stem_more);
}

fn head(tree: &mut Tree, state: &State, place: usize, open: bool, waiting: bool) {
    let item = &state.quiz.items[place];
    let is_card = item.kind.is_card();
    tree.el("div", "item-head", |tree| {
        tree.el("span", "", |tree| {
            let key = if is_card { "app-card" } else { "app-question" };
            tree.el("b", "", |tree| tree.say_n(key, place as u32 + 1));
            tree.space();
            tree.say_n("app-of", state.quiz.items.len() as u32);
        });
        if is_card {
            return chip(tree, state, place, open, waiting);
        }
        tree.el("span", "", |tree| {
            tree.say(match &item.kind {
                Kind::Single { .. } => "app-kind-single",
                Kind::Multiple { .. } => "app-kind-multiple",
                Kind::Order { .. } => "app-kind-order",
                Kind::Match { .. } => "app-kind-match",
                Kind::Numeric { .. } => "app-kind-number",
                Kind::Text { .. } => "app-kind-text",
                Kind::Essay { .. } | Kind::Card { .. } => "app-kind-essay",
            });
        });
        let answered = state.round.tries(place).filter(|_| !open && !waiting);
        tree.el("span", "", |tree| match answered {
            Some(tries) => tree.say_of("app-points-of", tries.last.earned, item.points),
            None => tree.say_n("app-points", item.points),
        });
        chip(tree, state, place, open, waiting);
    });
}

fn chip(tree: &mut Tree, state: &State, place: usize, open: bool, waiting: bool) {
    if waiting {
        return tree.chip("chip part", HALF, "app-chip-due");
    }
    let Some(verdict) = state.verdict(place).filter(|_| !open) else { return };
    match (verdict, state.response(place).0) {
        (Verdict::Right, &Response::Recall(rating)) => tree.chip("chip good", TICK, card::chip(rating)),
        (_, &Response::Recall(rating)) => tree.chip("chip bad", CROSS, card::chip(rating)),
        (Verdict::Right, _) => tree.chip("chip good", TICK, "app-chip-right"),
        (Verdict::Partly, _) => tree.chip("chip part", HALF, "app-chip-partly"),
        (Verdict::Wrong, _) => tree.chip("chip bad", CROSS, "app-chip-wrong"),
    }
}

fn kind(tree: &mut Tree, state: &State, place: usize, now: u64) {
    match &state.quiz.items[place].kind {
        Kind::Single { choices } => choices::choices(tree, state, place, choices, true),
        Kind::Multiple { choices } => choices::choices(tree, state, place, choices, false),
        Kind::Order { entries } => order::order(tree, state, place, entries),
        Kind::Match { pairs, distractors, .. } => matching::matching(tree, state, place, pairs, distractors),
        Kind::Numeric { answer, tolerance, unit, feedback } => {
            number::number(tree, state, place, (*answer, *tolerance, unit), feedback.as_deref());
        }
        Kind::Text { accepted, feedback } => {
            short_text::short_text(tree, state, place, accepted, feedback.as_deref());
        }
        Kind::Essay { rubric } => essay::essay(tree, state, place, rubric),
        Kind::Card { back } => card::card(tree, state, place, back, now),
    }
}

/// Confidence stands beside the button: it is asked, never forced.
fn ask(tree: &mut Tree, state: &State, place: usize) {
    let work = &state.works[place];
    let id = &state.quiz.items[place].id;
    tree.el("div", "after", |tree| {
        tree.el("fieldset", "", |tree| {
            tree.el("legend", "", |tree| tree.say("app-sure-question"));
            tree.el("div", "seg", |tree| {
                for confidence in Confidence::ALL {
                    tree.el("label", "", |tree| {
                        let checked = work.confidence == Some(confidence);
                        tree.segment(glued(&[id, "-sure"]), checked, false, Action::Confide(place, confidence));
                        tree.el("span", "", |tree| tree.text(confidence_word(confidence)));
                    });
                }
            });
        });
        tree.el("div", "row", |tree| {
            if let Some(&next) = state.round.items.iter().find(|&&other| other > place) {
                tree.button("btn quiet", "app-skip", Action::Go(next));
            }
            if matches!(&work.response, Response::Essay { points, .. } if points.is_empty()) {
                tree.button("btn primary", "app-show-rubric", Action::Reveal(place));
            } else {
                tree.button("btn primary", "app-check", Action::Check(place));
            }
        });
    });
    tree.el("p", "small muted", |tree| {
        tree.set(Name::Role, "status");
        if let Some((own, note)) = state.note
            && own == place
        {
            say_note(tree, note, work);
        }
    });
}

fn say_note(tree: &mut Tree, note: Note, work: &crate::work::Work) {
    match note {
        Note::Moved { place, .. } => {
            let of = if let Response::Order(order) = &work.response { order.len() } else { 0 };
            tree.say_of("app-moved", place, of as u32);
        }
        Note::Incomplete(Gap::Nothing) => tree.say("app-gap-nothing"),
        Note::Incomplete(Gap::NotANumber) => tree.say("app-gap-number"),
        Note::Incomplete(Gap::Pairs(n)) => tree.say_n("app-gap-pairs", n),
        Note::Incomplete(Gap::Points(n)) => tree.say_n("app-gap-points", n),
    }
}

fn after(tree: &mut Tree, state: &State, place: usize) {
    let said = state.round.tries(place).and_then(|tries| tries.last.confidence);
    tree.el("div", "after", |tree| {
        tree.el("span", "muted small", |tree| {
            if let Some(said) = said {
                tree.say_with("app-you-said", &[("sure", confidence_word(said).as_str().into())]);
            }
        });
        tree.el("div", "row", |tree| tree.button("btn", "app-again", Action::Again(place)));
    });
}

pub fn confidence_word(confidence: Confidence) -> String {
    t(match confidence {
        Confidence::Sure => "app-sure",
        Confidence::FairlySure => "app-fairly-sure",
        Confidence::Guess => "app-guess",
    })
}

/// A field of one line, with its name and how to fill it.
pub fn field(tree: &mut Tree, id: &str, place: usize, typed: &str, label: String, how: String, done: bool) {
    tree.el("div", "row", |tree| {
        tree.set(Name::Style, "align-items:end");
        tree.el("label", "field", |tree| {
            tree.el("span", "", |tree| tree.text(label));
            tree.el("input", "", |tree| {
                tree.set(Name::Type, "text");
                tree.holds(typed);
                tree.set_if(Name::Disabled, done);
                tree.set_joined(Name::DescribedBy, id, HOW);
                tree.on(Name::OnInput, Action::Type(place, String::new()));
            });
        });
        tree.el("span", "small muted", |tree| {
            tree.set_joined(Name::Id, id, HOW);
            tree.text(how);
        });
    });
}

/// Behind an item's id: the id of the line that says how to answer.
pub const HOW: &str = "-how";

/// The right answer of a field, and why.
pub fn solution(tree: &mut Tree, words: String, feedback: Option<&str>) {
    tree.el("p", "", |tree| tree.el("b", "", |tree| tree.text(words)));
    tree.raw(feedback.unwrap_or_default());
}

/// The values of a message that names the right answer.
pub fn right_answer(key: &str, answer: &str) -> String {
    t_with(key, &[("answer", answer.into())])
}
