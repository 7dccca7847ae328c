use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "too-few-choices",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a choice question has fewer than two choices",
    doc: "\
One choice is no choice.
Three good ones are enough; a fourth that nobody would choose adds only reading time.",
    bad: fixture!("too-few-choices/bad.md"),
    good: fixture!("too-few-choices/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    if item.draft.choices().len() == 1 {
        let help = "add a choice that is plausible and wrong";
        out.add(item.answer_span(), "the question has one choice only", "the only choice", help);
    }
}
