use std::collections::HashMap;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::diagnostic::{Place, Severity};
use crate::page::{Page, Term};

pub(super) static RULE: Rule = Rule {
    name: "duplicate-term",
    group: Group::Graph,
    severity: Severity::Error,
    summary: "a word leads to two glossary entries",
    doc: "\
The first use of a term in each chapter is linked to its definition.
If two entries claim one word, as title or in `also=`, nobody knows which definition holds.",
    bad: fixture!("duplicate-term/bad.md"),
    good: fixture!("duplicate-term/good.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    let mut first: HashMap<String, (&Page, &Term)> = HashMap::new();
    for page in book.pages {
        for term in page.terms.iter().filter(|term| term.is_linked) {
            for form in std::iter::once(&term.title).chain(&term.also) {
                let folded = form.to_lowercase();
                let Some((first_page, held)) = first.get(&folded) else {
                    first.insert(folded, (page, term));
                    continue;
                };
                if std::ptr::eq(*held, term) {
                    continue;
                }
                let finding = out.add_at(
                    &page.path,
                    term.span.clone(),
                    format!("two terms claim \u{201c}{form}\u{201d}"),
                    "claimed again",
                    "remove the form from one of the two",
                );
                finding.also = Some(Place {
                    path: first_page.path.clone(),
                    span: held.span.clone(),
                    label: "first claimed here".into(),
                });
            }
        }
    }
}
