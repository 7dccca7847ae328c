//! A number with its tolerance and unit.

use compendium_core::number::Number;
use compendium_core::response::Response;

use crate::item_view::{field, right_answer, solution, stem};
use crate::messages::{t, t_with};
use crate::quiz_view::Tree;
use crate::state::State;
use crate::text::glued;

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
        let mut words = written(answer);
        if !exact {
            words = glued(&[&words, "\u{a0}±\u{a0}", &written(tolerance)]);
        }
        if !unit.is_empty() {
            words = glued(&[&words, "\u{a0}", unit]);
        }
        solution(tree, right_answer("app-right-answer", &words), feedback);
    }
}

/// With the decimal mark of the book's language.
fn written(number: Number) -> String {
    let mut out = String::from(if number.millionths < 0 { "−" } else { "" });
    let millionths = number.millionths.unsigned_abs();
    out.push_str(&(millionths / 1_000_000).to_string());
    let mut rest = millionths % 1_000_000;
    if rest > 0 {
        out.push_str(&t("app-decimal-mark"));
    }
    while rest > 0 {
        rest *= 10;
        out.push((b'0' + (rest / 1_000_000) as u8) as char);
        rest %= 1_000_000;
    }
    out
}
