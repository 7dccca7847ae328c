use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::names::roles;
use crate::page::Heading;

pub(super) static RULE: Rule = Rule {
    name: "nested-heading",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a quiz or question starts inside a list or quotation",
    doc: "\
A heading inside a list item or a quotation opens no section: a quiz there is not found, and a question there belongs to the question before it.
The usual cause is a heading that was indented by mistake.",
    bad: fixture!("nested-heading/bad.md"),
    good: fixture!("nested-heading/good.md"),
    fixable: false,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    for (heading, place) in view.page.headings.iter().zip(&view.outline.places) {
        if place.is_nested && roles(heading).next().is_some() {
            report("this heading opens no section of the page", heading, out);
        }
    }
    for heading in view.quizzes.iter().flat_map(|quiz| &quiz.nested_headings).map(|&at| view.heading(at)) {
        if roles(heading).next().is_none() {
            report("this heading of a quiz opens no question", heading, out);
        }
    }
}

fn report(message: &str, heading: &Heading, out: &mut Findings) {
    out.add(
        heading.span.clone(),
        message,
        "inside a list or a quotation",
        "start the line with `#`, without indent or `>`",
    );
}
