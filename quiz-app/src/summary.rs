//! What stands at the end when every question of the round is checked.

use compendium_core::response::Confidence;
use compendium_core::round::Topic;

use crate::messages::t_with;
use crate::quiz_view::{Tree, due_button};
use crate::state::{Action, Scope, State};
use crate::text::glued;
use crate::tree::Name;

pub fn summary(tree: &mut Tree, state: &State) {
    let round = &state.round;
    if !round.is_complete() {
        return tree.nothing();
    }
    let summary = round.summary(&state.quiz);
    let share = summary.earned * 100 / summary.max.max(1);
    let mark = u32::from(state.quiz.pass_mark);
    let is_deck = state.quiz.is_deck();
    let key = match (is_deck, summary.passed) {
        (true, _) => "app-card-share",
        (_, true) => "app-share-passed",
        _ => "app-share-missing",
    };
    let text = t_with(key, &[("share", share.into()), ("mark", mark.into()), ("n", summary.missing.into())]);
    let per_cent = |style: &str, n: u32| glued(&[style, &n.to_string(), "%"]);
    tree.el("section", "panel", |tree| {
        tree.set_joined(Name::LabelledBy, &state.quiz.id, "-summary");
        tree.set(Name::Style, "margin-block:var(--cp-6)");
        tree.el("h3", "", |tree| {
            tree.set_joined(Name::Id, &state.quiz.id, "-summary");
            let key = match (is_deck, summary.passed) {
                (true, _) => "app-card-sum",
                (_, true) => "app-passed",
                _ => "app-not-passed",
            };
            tree.say_of(key, summary.earned, summary.max);
        });
        tree.el("div", "bar", |tree| {
            tree.set(Name::Role, "img");
            tree.set_to(Name::Label, text.clone());
            tree.set(Name::Style, "position:relative;height:1.4rem");
            tree.el("i", "", |tree| tree.set_to(Name::Style, per_cent("width:", share)));
            if is_deck {
                return;
            }
            tree.el("span", "", |tree| {
                const LINE: &str =
                    "position:absolute;top:0;bottom:0;border-inline-start:2px solid;inset-inline-start:";
                tree.set_to(Name::Style, per_cent(LINE, mark));
            });
        });
        tree.el("p", "small muted", |tree| tree.text(text));
        let is_lost = |topic: &&Topic| topic.earned < topic.max;
        let known = summary.topics.iter().filter(|topic| !is_lost(topic)).count() as u32;
        if known < summary.topics.len() as u32 {
            tree.el("h4", "", |tree| tree.say("app-read-these"));
            topics(tree, state, summary.topics.iter().filter(is_lost));
        }
        if known > 0 {
            tree.el("details", "alt", |tree| {
                tree.el("summary", "", |tree| tree.say_n("app-topics-known", known));
                topics(tree, state, summary.topics.iter().filter(|topic| !is_lost(topic)));
            });
        }
        tree.el("div", "row", |tree| {
            if !round.missed().is_empty() {
                tree.button("btn primary", "app-retry-missed", Action::Start(Scope::Missed));
            }
            tree.button("btn", "app-retry-all", Action::Start(Scope::All));
            if !state.due.is_empty() {
                due_button(tree, state, "btn");
            }
        });
    });
}

fn topics<'a>(tree: &mut Tree, state: &State, topics: impl Iterator<Item = &'a Topic>) {
    tree.el("ul", "check", |tree| {
        for topic in topics {
            self::topic(tree, state, topic);
        }
    });
}

/// A passage with the questions that rest on it.
fn topic(tree: &mut Tree, state: &State, topic: &Topic) {
    tree.el("li", "", |tree| {
        tree.set(Name::Style, "padding-block:var(--cp-2)");
        match &topic.reread {
            Some(link) => tree.el("a", "", |tree| {
                tree.set_to(Name::Href, link.href.clone());
                tree.text(link.title.clone());
            }),
            None => tree.say("app-topic-none"),
        }
        for &place in &topic.items {
            let Some(tries) = state.round.tries(place).filter(|_| !state.quiz.is_deck()) else { continue };
            let (n, first) = (place as u32 + 1, &tries.first);
            tree.el("span", "small muted", |tree| {
                tree.set(Name::Style, "display:block");
                if first.earned == 0 && first.confidence == Some(Confidence::Sure) {
                    tree.say_n("app-topic-wrong-sure", n);
                } else {
                    let (points, of) = (first.earned.into(), first.max.into());
                    tree.say_with("app-topic-points", &[("n", n.into()), ("points", points), ("of", of)]);
                }
            });
        }
    });
}
