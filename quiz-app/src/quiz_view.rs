//! A whole quiz: number strip, status line, questions, summary, keys.

use compendium_core::grade::Verdict;

use crate::kinds::case;
use crate::messages::{t, t_with, time};
use crate::state::{Action, Saved, Scope, State};
use crate::store::Trouble;
use crate::tree::{CROSS, HALF, Name, TICK};
use crate::{item_view, summary};

pub type Tree = crate::tree::Tree<Action>;

/// `now` in milliseconds since 1970.
pub fn quiz(tree: &mut Tree, state: &State, now: u64, is_first_only: bool) {
    let n = state.round.items.len() as u32;
    tree.el("p", "small muted", |tree| {
        let (key, minutes) =
            if state.quiz.is_deck() { ("app-card-intro", n.div_ceil(3)) } else { ("app-intro", minutes(n)) };
        tree.say_with(key, &[("n", n.into()), ("minutes", minutes.into())]);
    });
    tree.el("div", "quiz-top", |tree| {
        tree.el("nav", "ticks", |tree| {
            tree.set(Name::Style, "flex-wrap:wrap");
            tree.set_to(Name::Label, t(if state.quiz.is_deck() { "app-cards" } else { "app-questions" }));
            for &place in &state.round.items {
                tick(tree, state, place);
            }
        });
        status(tree, state);
    });
    trouble(tree, state);
    due(tree, state);
    for place in 0..state.quiz.items.len() {
        case::before(tree, state, place);
        item_view::item(tree, state, place, now);
        if is_first_only {
            return;
        }
    }
    summary::summary(tree, state);
    keys(tree, state.shortcuts);
}

/// Three quarters of a minute for a question.
pub fn minutes(n_items: u32) -> u32 {
    (n_items * 3).div_ceil(4)
}

fn tick(tree: &mut Tree, state: &State, place: usize) {
    let verdict = if state.is_waiting(place) { None } else { state.verdict(place) };
    let (class, sign, word) = match verdict {
        None => ("", "", "app-state-open"),
        Some(Verdict::Right) => ("good", TICK, "app-state-right"),
        Some(Verdict::Partly) => ("part", HALF, "app-state-partly"),
        Some(Verdict::Wrong) => ("bad", CROSS, "app-state-wrong"),
    };
    let n = place as u32 + 1;
    tree.el("a", class, |tree| {
        tree.set_joined(Name::Href, "#", &state.quiz.items[place].id);
        if state.at == Some(place) {
            tree.set(Name::Current, "true");
        }
        let key = if state.quiz.is_deck() { "app-card-tick" } else { "app-tick" };
        tree.set_to(Name::Label, t_with(key, &[("n", n.into()), ("state", t(word).as_str().into())]));
        tree.number(n);
        tree.sign(sign);
    });
}

/// The line exists before it speaks, and says only what is new: how far, how many points, whether it is kept.
fn status(tree: &mut Tree, state: &State) {
    let summary = state.round.summary(&state.quiz);
    tree.el("span", "", |tree| {
        tree.set(Name::Role, "status");
        tree.say_of("app-status-checked", summary.answered as u32, state.round.items.len() as u32);
        if !state.quiz.is_deck() {
            tree.text(" · ".to_owned());
            tree.say_n("app-status-points", summary.earned);
        }
        let saved = match state.saved {
            Saved::Idle => return,
            Saved::Saving => t("app-saving"),
            Saved::At(at) => t_with("app-saved", &[("time", time(at as f64).as_str().into())]),
            Saved::Not(_) => t("app-not-saved"),
        };
        tree.text(" · ".to_owned());
        tree.el("b", "", |tree| tree.text(saved));
    });
}

/// Nothing is kept: why, and how to keep it all the same.
fn trouble(tree: &mut Tree, state: &State) {
    let Saved::Not(trouble) = state.saved else { return tree.nothing() };
    tree.el("div", "verdict part", |tree| {
        tree.sign(HALF);
        tree.el("p", "", |tree| tree.el("b", "", |tree| tree.say("app-trouble")));
        tree.el("p", "", |tree| {
            tree.say(match trouble {
                Trouble::Forbidden => "app-trouble-forbidden",
                Trouble::Full => "app-trouble-full",
                Trouble::Broken => "app-trouble-broken",
            });
            tree.space();
            tree.say("app-trouble-go-on");
        });
        tree.el("p", "", |tree| tree.button("btn", "app-save-file", Action::Export));
    });
}

fn due(tree: &mut Tree, state: &State) {
    let n = state.due.len() as u32;
    if n > 0 {
        tree.el("div", "verdict part", |tree| {
            tree.sign(HALF);
            let key = if state.quiz.is_deck() { "app-card-due" } else { "app-due" };
            tree.el("p", "", |tree| tree.el("b", "", |tree| tree.say_n(key, n)));
            if !state.quiz.is_deck() {
                tree.el("p", "", |tree| tree.say("app-due-hidden"));
            }
            tree.el("p", "", |tree| due_button(tree, state, "btn primary"));
        });
    } else {
        tree.nothing();
    }
}

pub fn due_button(tree: &mut Tree, state: &State, class: &'static str) {
    tree.el("button", class, |tree| {
        tree.set(Name::Type, "button");
        tree.on(Name::OnClick, Action::Start(Scope::Due));
        let key = if state.quiz.is_deck() { "app-card-turn-due" } else { "app-answer-due" };
        tree.say_n(key, state.due.len() as u32);
    });
}

fn keys(tree: &mut Tree, on: bool) {
    let keys = [
        ("Tab", "app-keys-tab"),
        ("Enter", "app-keys-enter"),
        ("A – F", "app-keys-choose"),
        ("H", "app-keys-hint"),
        ("N", "app-keys-next"),
        ("P", "app-keys-previous"),
    ];
    tree.el("section", "small muted no-print", |tree| {
        tree.set_to(Name::Label, t("app-keys"));
        tree.el("p", "", |tree| {
            tree.el("b", "", |tree| tree.say("app-keys"));
            for (key, words) in keys.into_iter().take(if on { 6 } else { 2 }) {
                tree.space();
                tree.el("kbd", "", |tree| tree.text(key.to_owned()));
                tree.space();
                tree.say(words);
            }
        });
        tree.el("label", "plain-check", |tree| {
            tree.el("input", "", |tree| {
                tree.set(Name::Type, "checkbox");
                tree.checked(on);
                tree.on(Name::OnInput, Action::Shortcuts(!on));
            });
            tree.el("span", "", |tree| tree.say("app-keys-letters"));
        });
    });
}
