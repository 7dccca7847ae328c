use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "empty-stem",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a question asks nothing",
    doc: "\
The heading of a question is its stem, whole or first line.
It stands in the learner's progress and in the instructor's lists, so it cannot be empty, even where a figure asks the question.",
    bad: fixture!("empty-stem/bad.md"),
    good: fixture!("empty-stem/good.md"),
    fixable: false,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    for quiz in view.quizzes {
        let items = quiz.items.iter().map(|item| (item.heading, "question"));
        let cases = quiz.cases.iter().map(|case| (case.heading, "case"));
        for (heading, what) in items.chain(cases) {
            let heading = view.heading(heading);
            if heading.title.is_empty() {
                out.add(
                    heading.span.clone(),
                    format!("the {what} has no text"),
                    "empty heading",
                    format!("write the {what} behind the `#` signs"),
                );
            }
        }
    }
}
