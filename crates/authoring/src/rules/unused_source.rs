use std::collections::HashSet;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::book::Target;
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "unused-source",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "nothing rests on a source",
    doc: "\
The list of sources shows what the book rests on, and how much of it was read.
An entry that no page links to suggests more than is there.",
    bad: fixture!("unused-source/bad.md"),
    good: fixture!("unused-source/good.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    let mut used: HashSet<(usize, &str)> = HashSet::new();
    for (page, link, target) in book.links() {
        let Target::Page { page: to, anchor: Some(anchor) } = target else { continue };
        // One entry may name another; that does not put it to use.
        if page != *to || !is_in_source(book, page, link.span.start) {
            used.insert((*to, anchor));
        }
    }
    for (place, page) in book.pages.iter().enumerate() {
        for source in page.sources.iter().filter(|source| !used.contains(&(place, source.id.as_str()))) {
            out.add_at(
                &page.path,
                source.span.clone(),
                format!("no page uses the source `{}`", source.id),
                "unused source",
                "link to it from the footnote that it supports, or remove it",
            );
        }
    }
}

fn is_in_source(book: &BookView, page: usize, at: usize) -> bool {
    let headings = &book.pages[page].headings;
    let before = headings.partition_point(|heading| heading.span.start <= at);
    before > 0 && headings[before - 1].has_class("source")
}
