use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "item-without-outcome",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "a question tests no outcome",
    doc: "\
A book with learning outcomes reports results by outcome.
A question that names none counts for nothing there, and nobody sees whether the outcome is met.",
    bad: fixture!("item-without-outcome/bad.md"),
    good: fixture!("item-without-outcome/good.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    if book.pages.iter().all(|page| page.outcomes.is_empty()) {
        return;
    }
    for (page, item, spans) in book.items().filter(|(_, item, _)| item.outcome.is_none()) {
        let page = &book.pages[page];
        let heading = &page.headings[spans.heading];
        // An empty one has a rule of its own.
        if !item.id.is_empty() && !heading.attributes.contains_key("outcome") {
            out.add_at(
                &page.path,
                heading.text.clone(),
                "the question names no outcome",
                "this question",
                "add `outcome=` and the id of the outcome that it tests",
            );
        }
    }
}
