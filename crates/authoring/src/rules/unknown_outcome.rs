use std::collections::BTreeMap;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::diagnostic::Severity;
use crate::page::Span;
use crate::text::nearest;

pub(super) static RULE: Rule = Rule {
    name: "unknown-outcome",
    group: Group::Graph,
    severity: Severity::Error,
    summary: "an outcome that does not exist is named",
    doc: "\
`outcome=` of a question and `outcomes=` of a session name the id of a heading of the class `.outcome`.
Results by outcome, the matrix of a course and the roadmap follow these names.",
    bad: fixture!("unknown-outcome/bad.md"),
    good: fixture!("unknown-outcome/good.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    let outcomes = book.outcomes();
    for (page, item, spans) in book.items() {
        if let Some(id) = &item.outcome
            && !outcomes.contains_key(id.as_str())
        {
            let heading = &book.pages[page].headings[spans.heading];
            let span = heading.value_spans.get("outcome").unwrap_or(&heading.text).clone();
            report(&book.pages[page].path, id, span, &outcomes, out);
        }
    }
    for page in book.pages {
        for session in &page.sessions {
            let heading = page.headings.iter().find(|heading| heading.span == session.span);
            let values = heading.and_then(|heading| heading.value_spans.get("outcomes"));
            let mut at = values.map_or(session.span.start, |span| span.start);
            for id in &session.outcomes {
                let span = if values.is_some() { at..at + id.len() } else { session.span.clone() };
                at += id.len() + 1;
                if !outcomes.contains_key(id.as_str()) {
                    report(&page.path, id, span, &outcomes, out);
                }
            }
        }
    }
}

fn report(path: &str, id: &str, span: Span, outcomes: &BTreeMap<&str, (usize, Span)>, out: &mut Findings) {
    let help = match nearest(id, outcomes.keys().copied()) {
        Some(meant) => format!("write `{meant}` if that was meant"),
        None => "use the id of a heading of the class `.outcome`".to_owned(),
    };
    out.add_at(path, span, format!("there is no outcome `{id}`"), "unknown outcome", help);
}
