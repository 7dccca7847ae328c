use std::collections::HashMap;

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
`outcome=` of a question or a flashcard and `outcomes=` of a session name the id of a heading of the class `.outcome`.
Results by outcome, the matrix of a course and the roadmap follow these names.",
    bad: fixture!("unknown-outcome/bad.md"),
    good: fixture!("unknown-outcome/good.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    let outcomes = book.outcomes();
    let mut unknown: Vec<(&str, &str, Span)> = Vec::new();
    for (page, item, spans) in book.items_and_cards() {
        let page = &book.pages[page];
        let heading = &page.headings[spans.heading];
        if let (Some(id), Some(span)) = (&item.outcome, heading.value_spans.get("outcome")) {
            unknown.push((&page.path, id, span.clone()));
        }
    }
    for page in book.pages {
        let sessions = page.headings.iter().filter(|heading| heading.has_class("session"));
        for (heading, ids) in sessions.filter_map(|heading| Some((heading, heading.attributes.get("outcomes")?))) {
            let Some(mut at) = heading.value_spans.get("outcomes").map(|span| span.start) else { continue };
            for id in ids.split(',') {
                unknown.push((&page.path, id, at..at + id.len()));
                at += id.len() + 1;
            }
        }
    }
    unknown.retain(|(_, id, _)| !id.is_empty() && !outcomes.contains_key(id));

    let mut meant: HashMap<&str, Option<&str>> = HashMap::new();
    for (path, id, span) in unknown {
        let meant = meant.entry(id).or_insert_with(|| nearest(id, outcomes.keys().copied()));
        let help = match meant {
            Some(meant) => format!("write `{meant}` if that was meant"),
            None => "use the id of a heading of the class `.outcome`".to_owned(),
        };
        out.add_at(path, span, format!("there is no outcome `{id}`"), "unknown outcome", help);
    }
}
