use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "no-key",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a choice question has no right answer",
    doc: "\
The key is ticked: `- [x]`.
Without one, every learner would be told that the answer was wrong.",
    bad: fixture!("no-key/bad.md"),
    good: fixture!("no-key/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    if !item.draft.choices().is_empty() && item.draft.n_keys() == 0 {
        out.add(
            item.answer_span(),
            "the question has no key",
            "no choice is ticked",
            "put an `x` into the box of the right choice",
        );
    }
}
