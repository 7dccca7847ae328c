//! A word or a few.

use compendium_core::response::Response;

use crate::item_view::{field, right_answer, solution, stem};
use crate::messages::t;
use crate::quiz_view::Tree;
use crate::state::State;
use crate::text::glued;

pub fn short_text(tree: &mut Tree, state: &State, place: usize, accepted: &[String], feedback: Option<&str>) {
    let item = &state.quiz.items[place];
    let (response, done) = state.response(place);
    let Response::Text(typed) = response else { return };
    stem(tree, item);
    field(tree, &item.id, place, typed, t("app-text"), t("app-text-how"), done);
    if done {
        let mut words = String::new();
        for form in accepted {
            words = glued(&[&words, if words.is_empty() { "" } else { " · " }, form]);
        }
        solution(tree, right_answer("app-right-answer", &words), feedback);
    }
}
