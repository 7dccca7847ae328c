use std::collections::BTreeSet;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::diagnostic::Severity;
use crate::template::is_name;

pub(super) static RULE: Rule = Rule {
    name: "unused-variable",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "no document uses a variable of the list",
    doc: "\
Each line of the list is a question to whoever fills in a profile.
A question whose answer stands in no document costs time and trust.",
    bad: fixture!("unused-variable/bad.md"),
    good: fixture!("unused-variable/good.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    let uses = book.pages.iter().flat_map(|page| &page.template).flat_map(|template| &template.uses);
    let used: BTreeSet<&str> = uses.map(|used| used.name.as_str()).collect();
    for page in book.pages {
        // What is no name is the matter of another rule.
        let own = page.variables.iter().filter(|variable| is_name(&variable.name));
        for variable in own.filter(|variable| !used.contains(variable.name.as_str())) {
            let message = format!("no document uses the variable `{}`", variable.name);
            let help = "use it where it belongs, or remove it";
            out.add_at(&page.path, variable.span.clone(), message, "unused variable", help);
        }
    }
}
