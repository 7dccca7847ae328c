use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "item-without-level",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "a question has no level",
    doc: "\
The matrix of a course shows, outcome by outcome, whether its questions only ask to remember or also to apply.
In a book with outcomes each question says its level.",
    bad: fixture!("item-without-level/bad.md"),
    good: fixture!("item-without-level/good.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    if book.pages.iter().all(|page| page.outcomes.is_empty()) {
        return;
    }
    for (page, _, spans) in book.items() {
        let page = &book.pages[page];
        let heading = &page.headings[spans.heading];
        if !heading.attributes.contains_key("level") {
            out.add_at(
                &page.path,
                heading.text.clone(),
                "the question has no level",
                "this question",
                "add `level=` and one of remember, understand, apply, analyse, evaluate, create",
            );
        }
    }
}
