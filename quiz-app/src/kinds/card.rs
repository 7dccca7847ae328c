//! A flashcard: front, back, and how well the learner remembered it.

use compendium_core::schedule::{self, Rating};

use crate::item_view::stem;
use crate::quiz_view::Tree;
use crate::state::{Action, RUBRIC, State};
use crate::tree::Name;

pub fn card(tree: &mut Tree, state: &State, place: usize, back: &str, now: u64) {
    let item = &state.quiz.items[place];
    stem(tree, item);
    if !state.is_turned(place) {
        tree.el("p", "row", |tree| tree.button("btn primary", "app-card-turn", Action::Reveal(place)));
        return;
    }
    tree.el("div", "card-back", |tree| {
        tree.set_joined(Name::Id, &item.id, RUBRIC);
        tree.set(Name::Tabindex, "-1");
        tree.raw(back);
    });
    if state.is_open(place) {
        tree.el("p", "how", |tree| tree.say("app-card-how"));
        tree.el("div", "row recall", |tree| {
            tree.set(Name::Role, "group");
            tree.set_to(Name::Label, crate::messages::t("app-card-how"));
            for rating in Rating::ALL {
                tree.el("button", "btn", |tree| {
                    tree.set(Name::Type, "button");
                    tree.on(Name::OnClick, Action::Give(place, 0, rating as u16));
                    tree.say(word(rating));
                    tree.el("small", "muted", |tree| {
                        tree.say_n("app-card-days", state.days_after(place, rating, schedule::day(now)));
                    });
                });
            }
        });
    }
}

/// The word of a rating's number.
pub fn chip(rating: u16) -> &'static str {
    word(Rating::of(rating).unwrap_or(Rating::Again))
}

fn word(rating: Rating) -> &'static str {
    match rating {
        Rating::Again => "app-card-again",
        Rating::Hard => "app-card-hard",
        Rating::Good => "app-card-good",
        Rating::Easy => "app-card-easy",
    }
}
