use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::book::{Target, relative};
use crate::diagnostic::Severity;
use crate::html::image_target;

pub(super) static RULE: Rule = Rule {
    name: "dead-link",
    group: Group::Graph,
    severity: Severity::Error,
    summary: "a link or image leads to no page or file",
    doc: "\
The book is read without a network and without a search engine: a dead link is the end of the way.
Paths are relative to the page and lead to the `.md` file; the build makes the rest.",
    bad: fixture!("dead-link/bad/one.md"),
    good: fixture!("dead-link/good/one.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    for (page, link, target) in book.links() {
        let Target::Missing { path, is_unlisted } = target else { continue };
        let from = &book.pages[page].path;
        let (message, help) = match book.page_with_file_name(path) {
            _ if path.is_empty() => ("the link has no target".to_owned(), "write where it leads".to_owned()),
            _ if *is_unlisted => {
                (format!("the page `{path}` is not part of the book"), "add it to `SUMMARY.md`".to_owned())
            }
            Some(meant) => {
                (format!("there is no `{path}`"), format!("write `{}` if that was meant", relative(from, meant)))
            }
            None => (format!("there is no `{path}`"), "link to a page that exists, or remove the link".to_owned()),
        };
        out.add_at(from, link.span.clone(), message, "leads nowhere", help);
    }
    for (page, image, path) in &book.missing_images {
        let page = &book.pages[*page];
        let image = &page.images[*image];
        // What would not be shown anyway has a rule of its own.
        if image_target(&image.target).is_some() {
            let help = "copy the file there, or correct the path";
            out.add_at(&page.path, image.span.clone(), format!("there is no image `{path}`"), "not shown", help);
        }
    }
}
