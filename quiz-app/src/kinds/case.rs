//! A shared situation: in full above its first question, folded in each of the others.

use compendium_core::item::Situation;

use crate::quiz_view::Tree;
use crate::state::State;
use crate::tree::{Name, plain};

/// The situation that begins before this item, if it is the first of its case in this round.
pub fn before(tree: &mut Tree, state: &State, place: usize) {
    if let Some((situation, true)) = situation(state, place) {
        tree.el("section", "box example", |tree| {
            tree.set_to(Name::Id, situation.id.clone());
            tree.el("h3", "", |tree| tree.raw(&situation.title));
            tree.raw(&situation.text);
        });
    } else {
        tree.nothing();
    }
}

/// The way back to the situation from a later question.
pub fn again(tree: &mut Tree, state: &State, place: usize) {
    if let Some((situation, false)) = situation(state, place) {
        tree.el("details", "alt", |tree| {
            tree.el("summary", "", |tree| {
                tree.say_with("app-situation", &[("title", plain(&situation.title).as_str().into())]);
            });
            tree.raw(&situation.text);
        });
    }
}

/// The situation of an item, and whether this is the first on the screen that shares it.
fn situation(state: &State, place: usize) -> Option<(&Situation, bool)> {
    let number = state.quiz.items[place].situation?;
    let mut shown = (0..state.quiz.items.len()).filter(|&item| state.is_shown(item));
    let first = shown.find(|&item| state.quiz.items[item].situation == Some(number));
    Some((state.quiz.situations.get(usize::from(number))?, first == Some(place)))
}
