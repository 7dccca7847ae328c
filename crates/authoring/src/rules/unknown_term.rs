use std::collections::HashMap;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::book::Target;
use crate::diagnostic::Severity;
use crate::text::nearest;

pub(super) static RULE: Rule = Rule {
    name: "unknown-term",
    group: Group::Graph,
    severity: Severity::Error,
    summary: "a link leads to a term that the glossary does not have",
    doc: "\
Terms are agreed words: a link to one promises a definition.
Write the entry, or use the word that the glossary has.",
    bad: fixture!("unknown-term/bad.md"),
    good: fixture!("unknown-term/good.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    let mut terms: Option<Vec<&str>> = None;
    let mut meant: HashMap<&str, Option<&str>> = HashMap::new();
    for (page, link, target) in book.links() {
        let Target::Page { page: to, anchor: Some(anchor) } = target else { continue };
        if !anchor.starts_with("term-") || book.pages[*to].has_anchor(anchor) {
            continue;
        }
        let terms = terms.get_or_insert_with(|| {
            book.pages.iter().flat_map(|page| &page.terms).map(|term| term.id.as_str()).collect()
        });
        let meant = meant.entry(anchor).or_insert_with(|| nearest(anchor, terms.iter().copied()));
        let help = match meant {
            Some(meant) => format!("write `#{meant}` if that was meant"),
            None => "add the term to the glossary".to_owned(),
        };
        let message = format!("`{}` defines no term `{anchor}`", book.pages[*to].path);
        out.add_at(&book.pages[page].path, link.span.clone(), message, "no such term", help);
    }
}
