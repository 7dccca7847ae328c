use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::template::documents;

pub(super) static RULE: Rule = Rule {
    name: "template-without-document",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a template holds no document, or more than one, or a document stands outside a template",
    doc: "\
A template is a page with the class `.template` on its title; what is filled in and saved is the section of one heading with the class `.fill`.
Without the one or the other the page shows no form, and `compendium fill` does not know the document.",
    bad: fixture!("template-without-document/bad.md"),
    good: fixture!("template-without-document/good.md"),
    fixable: false,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    let title = view.page.headings.first().filter(|title| title.has_class("template"));
    let mut found = documents(view.outline, view.page);
    match (title, found.next()) {
        (Some(title), None) => {
            let help = "add the class `.fill` to the heading whose section is the document";
            out.add(title.text.clone(), "the template has no document", "this template", help);
        }
        (None, Some(document)) => {
            let span = view.heading(document).text.clone();
            let help = "add the class `.template` to the title of the page";
            out.add(span, "the document stands on a page that is no template", "this document", help);
        }
        _ => {}
    }
    for other in found {
        let span = view.heading(other).text.clone();
        out.add(span, "a template holds one document", "another document", "move it to a page of its own");
    }
}
