use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "term-without-definition",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a glossary entry has no definition",
    doc: "\
The first paragraph under a `.term` heading is what readers see when they rest on the word.
Without it, the link shows an empty box.",
    bad: fixture!("term-without-definition/bad.md"),
    good: fixture!("term-without-definition/good.md"),
    fixable: false,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    let terms = view.page.headings.iter().filter(|heading| heading.has_class("term"));
    for (heading, term) in terms.zip(&view.page.terms) {
        if term.definition.is_empty() {
            out.add(
                heading.text.clone(),
                format!("the term \u{201c}{}\u{201d} has no definition", term.title),
                "this term",
                "write one or two sentences that stand alone under it",
            );
        }
    }
}
