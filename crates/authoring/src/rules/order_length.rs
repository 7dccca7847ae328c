use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "order-length",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "an ordering question has too few or too many entries",
    doc: "\
Two entries are a coin to toss; more than seven are a test of patience on a phone.
From three to seven, the order can be reasoned out.",
    bad: fixture!("order-length/bad.md"),
    good: fixture!("order-length/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    let n_entries = item.draft.entries().len();
    if n_entries > 0 && !(3..=7).contains(&n_entries) {
        let help =
            if n_entries < 3 { "add steps until there are three" } else { "join steps until there are seven" };
        let message = format!("the ordering question has {n_entries} entries, not three to seven");
        out.add(item.answer_span(), message, "the right order", help);
    }
}
