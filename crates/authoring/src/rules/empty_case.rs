use super::{Check, Findings, Group, QuizView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::draft::visible_text;

pub(super) static RULE: Rule = Rule {
    name: "empty-case",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a case has no situation or no question",
    doc: "\
A `.case` is a shared situation and the questions about it, one heading level deeper.
Without paragraphs there is nothing to share; without deeper headings the questions stand outside.",
    bad: fixture!("empty-case/bad.md"),
    good: fixture!("empty-case/good.md"),
    fixable: false,
    check: Check::Quiz(check),
};

fn check(quiz: &QuizView, out: &mut Findings) {
    for case in &quiz.draft.cases {
        let heading = quiz.view.heading(case.heading);
        if case.n_items == 0 {
            out.add(
                heading.text.clone(),
                "the case has no question",
                "no deeper heading follows",
                "put one more `#` before each of its questions",
            );
        }
        if visible_text(quiz.view.doc, case.body.clone(), false).is_empty() {
            out.add(
                heading.text.clone(),
                "the case has no situation",
                "no text follows",
                "write what happened in one or more paragraphs under this heading",
            );
        }
    }
}
