use std::collections::HashSet;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "untested-outcome",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "no question tests an outcome",
    doc: "\
An outcome that nobody tests is a promise that nobody checks.
At least one question names it with `outcome=`.",
    bad: fixture!("untested-outcome/bad.md"),
    good: fixture!("untested-outcome/good.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    let tested: HashSet<&str> = book.items().filter_map(|(_, item, _)| item.outcome.as_deref()).collect();
    for page in book.pages {
        for outcome in page.outcomes.iter().filter(|outcome| !tested.contains(outcome.id.as_str())) {
            out.add_at(
                &page.path,
                outcome.span.clone(),
                format!("no question tests the outcome `{}`", outcome.id),
                "untested outcome",
                format!("add a question with `outcome={}`", outcome.id),
            );
        }
    }
}
