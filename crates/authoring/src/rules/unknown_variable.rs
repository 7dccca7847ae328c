use std::collections::BTreeSet;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::diagnostic::Severity;
use crate::text::nearest;

pub(super) static RULE: Rule = Rule {
    name: "unknown-variable",
    group: Group::Graph,
    severity: Severity::Error,
    summary: "a document uses a variable that no list explains",
    doc: "\
Readers fill in the names that templates share by one list: the definition list below a heading of the class `.variables`.
A variable that does not stand there has no label and no example, and nobody knows what to write.",
    bad: fixture!("unknown-variable/bad.md"),
    good: fixture!("unknown-variable/good.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    let listed = book.pages.iter().flat_map(|page| &page.variables);
    let known: BTreeSet<&str> = listed.map(|variable| variable.name.as_str()).collect();
    for page in book.pages {
        let uses = page.template.iter().flat_map(|template| &template.uses);
        for used in uses.filter(|used| !known.contains(used.name.as_str())) {
            let help = match nearest(&used.name, known.iter().copied()) {
                Some(meant) => format!("write `{{{{ {meant} }}}}` if that was meant"),
                None => "add it to the list below the heading of the class `.variables`".to_owned(),
            };
            let message = format!("there is no variable `{}`", used.name);
            out.add_at(&page.path, used.span.clone(), message, "unknown variable", help);
        }
    }
}
