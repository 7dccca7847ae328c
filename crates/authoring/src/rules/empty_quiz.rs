use super::{Check, Findings, Group, QuizView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "empty-quiz",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a quiz has no question",
    doc: "\
Every sub-heading of a `.quiz` section is one question.
A quiz without any usually has its questions at the level of its own heading: they need one more `#`.",
    bad: fixture!("empty-quiz/bad.md"),
    good: fixture!("empty-quiz/good.md"),
    fixable: false,
    check: Check::Quiz(check),
};

fn check(quiz: &QuizView, out: &mut Findings) {
    if quiz.draft.items.is_empty() {
        out.add(
            quiz.heading().text.clone(),
            "the quiz has no question",
            "no sub-heading follows",
            "write each question under a heading one level deeper",
        );
    }
}
