use std::collections::HashSet;

use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "footnote-unused",
    group: Group::Syntax,
    severity: Severity::Warning,
    summary: "a footnote is defined and never used",
    doc: "\
A note without a mark is not printed.
Often the statement that it supported was deleted, or its mark was misspelt.",
    bad: fixture!("footnote-unused/bad.md"),
    good: fixture!("footnote-unused/good.md"),
    fixable: false,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    let used: HashSet<String> = view.page.footnote_uses.iter().map(|(label, _)| label.to_lowercase()).collect();
    for footnote in view.page.footnotes.iter().filter(|note| !used.contains(&note.label.to_lowercase())) {
        out.add(
            footnote.span.clone(),
            format!("the footnote `{}` is never used", footnote.label),
            "not printed",
            format!("write `[^{}]` behind the statement, or remove the note", footnote.label),
        );
    }
}
