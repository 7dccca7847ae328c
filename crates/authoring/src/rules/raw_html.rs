use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::page::Span;

pub(super) static RULE: Rule = Rule {
    name: "raw-html",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a question holds raw HTML",
    doc: "\
Questions are shown by a program, not by the page: HTML in them could carry a script, so it is shown as text, tags and all.
Markdown has what a question needs.",
    bad: fixture!("raw-html/bad.md"),
    good: fixture!("raw-html/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    // One finding an element is enough.
    let opens = |span: &&Span| !item.view.source(span).starts_with("</");
    for span in item.draft.html.iter().filter(opens) {
        let help = "use Markdown, or put the sign between backquotes";
        out.add(span.clone(), "raw HTML in a question is shown as text", "not run, but shown", help);
    }
}
