//! A number with its tolerance and unit.

use compendium_core::number::Number;
use compendium_core::response::Response;
use yew::prelude::*;

use crate::item_view::{field, solution, stem};
use crate::messages::{t, t_with};
use crate::view::Cx;

pub fn number(
    cx: &Cx<'_>,
    place: usize,
    answer: Number,
    tolerance: Number,
    unit: &str,
    feedback: Option<&String>,
) -> Html {
    let state = cx.state;
    let item = &state.quiz.items[place];
    let tries = state.round.answers.get(&place).filter(|_| !state.is_open(place));
    let response = tries.map_or(&state.works[place].response, |tries| &tries.last.response);
    let Response::Number(typed) = response else { return Html::default() };
    let exact = tolerance.millionths == 0;
    let how = if exact {
        t("app-number-how")
    } else {
        t_with("app-number-how-within", [("n", written(tolerance).into())])
    };
    let label = if unit.is_empty() { t("app-number") } else { t_with("app-number-unit", [("unit", unit.into())]) };
    let right = || {
        let mut parts = written(answer);
        if !exact {
            parts += " ± ";
            parts += &written(tolerance);
        }
        if !unit.is_empty() {
            parts += "\u{a0}";
            parts += unit;
        }
        t_with("app-number-right", [("answer", parts.into())])
    };
    html! {
        <>
            { stem(item) }
            { field(cx, place, typed, label, how, Some("decimal"), tries.is_some()) }
            if tries.is_some() { { solution(right(), feedback) } }
        </>
    }
}

/// With the decimal mark of the book's language.
fn written(number: Number) -> String {
    number.to_string().replace('.', &t("app-decimal-mark"))
}
