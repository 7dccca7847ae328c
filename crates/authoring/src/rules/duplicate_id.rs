use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::diagnostic::{Place, Severity};
use crate::page::Span;

pub(super) static RULE: Rule = Rule {
    name: "duplicate-id",
    group: Group::Graph,
    severity: Severity::Error,
    summary: "an id is used twice in the book",
    doc: "\
An id names one thing in the whole book, not only on its page: progress of a question, links to a passage and the exports of a course are kept under it.
Two questions with one id would share their answers.
Prefix ids with the subject of their page, and they stay apart by themselves.",
    bad: fixture!("duplicate-id/bad/one.md"),
    good: fixture!("duplicate-id/good/one.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    let mut first: HashMap<&str, (usize, &Span)> = HashMap::new();
    for (place, page) in book.pages.iter().enumerate() {
        for heading in &page.headings {
            let (Some(id), Some(span)) = (&heading.id, &heading.id_span) else { continue };
            let &mut (first_page, first_span) = match first.entry(id) {
                Entry::Vacant(free) => {
                    free.insert((place, span));
                    continue;
                }
                Entry::Occupied(held) => held.into_mut(),
            };
            let finding = out.add_at(
                &page.path,
                span.clone(),
                format!("the id `{id}` is used twice"),
                "used again here",
                "choose another id here, unless others already link to this one",
            );
            finding.also = Some(Place {
                path: book.pages[first_page].path.clone(),
                span: first_span.clone(),
                label: "first used here".into(),
            });
        }
    }
}
