use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::html::link_target;

pub(super) static RULE: Rule = Rule {
    name: "unsafe-link",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a link leads neither into the book nor to the web or mail",
    doc: "\
Links are relative paths in the book, `https:`, `http:` or `mailto:`.
Others may run a script, open a program or a file of the reader's machine, or break when the book is opened from a stick.",
    bad: fixture!("unsafe-link/bad.md"),
    good: fixture!("unsafe-link/good.md"),
    fixable: false,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    for link in view.page.links.iter().filter(|link| link_target(&link.target).is_none()) {
        let help = match link.target.trim_start().starts_with(['/', '\\']) {
            true => "write the path relative to this page: `../folder/page.md`",
            false => "use a relative path, `https:`, `http:` or `mailto:`",
        };
        out.add(link.span.clone(), "the link has an address that is not followed", "shown as plain text", help);
    }
}
