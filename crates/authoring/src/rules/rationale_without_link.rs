use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "rationale-without-link",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "a rationale leads to no passage",
    doc: "\
A question is only as good as the passage that answers it.
The rationale links to it, so that a learner can read again, an instructor can settle a dispute, and an author who changes the passage finds the questions that rest on it.",
    bad: fixture!("rationale-without-link/bad.md"),
    good: fixture!("rationale-without-link/good.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    for (page, _, spans) in book.items_and_cards() {
        let Some(rationale) = &spans.rationale else { continue };
        // A link into the book that is dead has a rule of its own.
        let leads_inside = book.pages[page].links_within(rationale).any(|link| link.is_inside());
        if !leads_inside {
            out.add_at(
                &book.pages[page].path,
                rationale.clone(),
                "the rationale links to no passage of the book",
                "this rationale",
                "add a link to the section that answers the question: `[Title](page.md#section)`",
            );
        }
    }
}
