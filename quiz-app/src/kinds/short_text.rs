//! A word or a few.

use compendium_core::response::Response;
use yew::prelude::*;

use crate::item_view::{field, solution, stem};
use crate::messages::{t, t_with};
use crate::view::Cx;

pub fn short_text(cx: &Cx<'_>, place: usize, accepted: &[String], feedback: Option<&String>) -> Html {
    let state = cx.state;
    let item = &state.quiz.items[place];
    let tries = state.round.answers.get(&place).filter(|_| !state.is_open(place));
    let response = tries.map_or(&state.works[place].response, |tries| &tries.last.response);
    let Response::Text(typed) = response else { return Html::default() };
    html! {
        <>
            { stem(item) }
            { field(cx, place, typed, t("app-text"), t("app-text-how"), None, tries.is_some()) }
            if tries.is_some() {
                { solution(t_with("app-text-right", [("answer", accepted.join(" · ").into())]), feedback) }
            }
        </>
    }
}
