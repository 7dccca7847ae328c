use compendium_core::item::Kind;

use super::{Check, Findings, Group, QuizView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "key-position",
    group: Group::Sense,
    severity: Severity::Warning,
    summary: "the key stands always in the same place",
    doc: "\
Learners notice that it is always the second choice, and then the quiz measures that.
The screen shuffles the choices, but paper and other programs do not.",
    bad: fixture!("key-position/bad.md"),
    good: fixture!("key-position/good.md"),
    fixable: false,
    check: Check::Quiz(check),
};

/// Fewer are often alike by chance.
const FEWEST: usize = 5;

fn check(quiz: &QuizView, out: &mut Findings) {
    let places: Vec<usize> = quiz
        .quiz()
        .items
        .iter()
        .filter_map(|item| match &item.kind {
            Kind::Single { choices } => choices.iter().position(|choice| choice.key),
            _ => None,
        })
        .collect();
    if places.len() >= FEWEST && places.iter().all(|place| *place == places[0]) {
        out.add(
            quiz.heading().text.clone(),
            format!("the key is choice {} in all {} single-choice questions", places[0] + 1, places.len()),
            "this quiz",
            "move the keys to different places",
        );
    }
}
