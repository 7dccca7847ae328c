use compendium_core::item::Kind;

use super::{Check, Findings, Group, QuizView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "longest-key",
    group: Group::Sense,
    severity: Severity::Warning,
    summary: "the longest choice is the key",
    doc: "\
Authors qualify the right answer until nobody can object, and leave the wrong ones short.
Learners know: when in doubt, take the longest.
One question is reported if its key is twice as long as any other choice, a quiz if the longest choice is the key in most of its questions.",
    bad: fixture!("longest-key/bad.md"),
    good: fixture!("longest-key/good.md"),
    fixable: false,
    check: Check::Quiz(check),
};

/// A quiz of fewer choice questions is not judged as a whole.
const FEWEST: usize = 4;

fn check(quiz: &QuizView, out: &mut Findings) {
    let (mut n_items, mut n_longest) = (0, 0);
    for item in quiz.items() {
        let lengths = |is_key: bool| {
            let choices = item.draft.choices().iter().filter(move |choice| choice.is_key() == is_key);
            choices.map(|choice| choice.text.chars().count())
        };
        let (Kind::Single { .. }, Some(key), Some(other)) =
            (&item.item.kind, lengths(true).max(), lengths(false).max())
        else {
            continue;
        };
        n_items += 1;
        if key * 5 >= other * 6 && key >= other + 8 {
            n_longest += 1;
        }
        if key >= other * 2
            && key >= other + 40
            && let Some(choice) = item.draft.choices().iter().find(|choice| choice.is_key())
        {
            out.add(
                choice.span.clone(),
                format!("the key has {key} characters, the longest other choice {other}"),
                "the key gives itself away",
                "shorten the key, or make the other choices as precise",
            );
        }
    }
    if n_items >= FEWEST && n_longest * 2 > n_items {
        out.add(
            quiz.heading().text.clone(),
            format!("the longest choice is the key in {n_longest} of {n_items} questions"),
            "this quiz",
            "shorten keys, or make other choices as precise",
        );
    }
}
