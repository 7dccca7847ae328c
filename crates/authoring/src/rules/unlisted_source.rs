use std::collections::HashSet;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::book::Target;
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "unlisted-source",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "a footnote names no source of the list",
    doc: "\
Every checkable statement rests on an entry of the list of sources, where its standing (read, or still to be checked) is kept once for all.
A footnote links to that entry and may add the place in the document.",
    bad: fixture!("unlisted-source/bad.md"),
    good: fixture!("unlisted-source/good.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    let sources: HashSet<(usize, &str)> = book
        .pages
        .iter()
        .enumerate()
        .flat_map(|(place, page)| page.sources.iter().map(move |source| (place, source.id.as_str())))
        .collect();
    if sources.is_empty() {
        return;
    }
    for (place, page) in book.pages.iter().enumerate() {
        for footnote in &page.footnotes {
            let is_listed = footnote.links.iter().any(|&link| match &book.targets[place][link] {
                Target::Page { page, anchor: Some(anchor) } => sources.contains(&(*page, anchor.as_str())),
                _ => false,
            });
            if !is_listed {
                out.add_at(
                    &page.path,
                    footnote.span.clone(),
                    format!("the footnote `{}` links to no source of the list", footnote.label),
                    "unlisted source",
                    "add the source to the list and link to its entry",
                );
            }
        }
    }
}
