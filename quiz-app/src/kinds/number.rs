//! A number with its tolerance and unit.

use compendium_core::number::Number;
use compendium_core::response::Response;

use crate::item_view::{field, right_answer, solution, stem};
use crate::messages::{t, t_with};
use crate::quiz_view::Tree;
use crate::state::State;

pub fn number(
    tree: &mut Tree,
    state: &State,
    place: usize,
    (answer, tolerance, unit): (Number, Number, &str),
    feedback: Option<&str>,
) {
    let item = &state.quiz.items[place];
    let (response, done) = state.response(place);
    let Response::Number(typed) = response else { return };
    let exact = tolerance.millionths == 0;
    let label = if unit.is_empty() { t("app-number") } else { t_with("app-number-unit", &[("unit", unit.into())]) };
    let how = if exact {
        t("app-number-how")
    } else {
        t_with("app-number-how-within", &[("n", written(tolerance).as_str().into())])
    };
    stem(tree, item);
    field(tree, &item.id, place, typed, label, how, done);
    if done {
        let (answer, tolerance) = (written(answer), written(tolerance));
        let parts = if exact { vec![answer.as_str()] } else { vec![&answer, "±", &tolerance] };
        let words = [parts.join("\u{a0}").as_str(), unit].join("\u{a0}");
        solution(tree, right_answer("app-right-answer", words.trim()), feedback);
    }
}

/// With the decimal mark of the book's language.
fn written(number: Number) -> String {
    let mark = t("app-decimal-mark");
    number.to_string().split('.').collect::<Vec<_>>().join(&mark)
}
