use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "all-keys",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "every choice is a key",
    doc: "\
If all choices are right, ticking everything earns full points without reading.
At least one choice must be wrong, and plausible.",
    bad: fixture!("all-keys/bad.md"),
    good: fixture!("all-keys/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    let choices = item.draft.choices();
    if choices.len() > 1 && item.draft.n_keys() == choices.len() {
        out.add(
            item.answer_span(),
            "every choice of the question is a key",
            "all ticked",
            "add a choice that is plausible and wrong",
        );
    }
}
