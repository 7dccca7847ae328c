use std::collections::HashMap;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::book::{Target, relative};
use crate::diagnostic::Severity;
use crate::text::nearest;

pub(super) static RULE: Rule = Rule {
    name: "dead-anchor",
    group: Group::Graph,
    severity: Severity::Error,
    summary: "a link leads to a section that does not exist",
    doc: "\
A link with `#section` that finds no such section opens the page at its top, and the reader searches for what the author meant.
Give important headings ids of their own: those made from the title change with it.",
    bad: fixture!("dead-anchor/bad.md"),
    good: fixture!("dead-anchor/good.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    let mut homes: Option<HashMap<&str, usize>> = None;
    for (page, link, target) in book.links() {
        let Target::Page { page: to, anchor: Some(anchor) } = target else { continue };
        // Terms have a rule of their own.
        if anchor.starts_with("term-") || book.pages[*to].has_anchor(anchor) {
            continue;
        }
        let homes = homes.get_or_insert_with(|| homes_of_ids(book));
        let (from, to) = (&book.pages[page].path, &book.pages[*to]);
        let help = match homes.get(anchor.as_str()) {
            Some(&home) if book.pages[home].path == *from => format!("write `#{anchor}` if that was meant"),
            Some(&home) => format!("write `{}#{anchor}` if that was meant", relative(from, &book.pages[home].path)),
            None => match nearest(anchor, to.anchors.iter().map(String::as_str)) {
                Some(meant) => format!("write `#{meant}` if that was meant"),
                None => "use the id of a heading of that page".to_owned(),
            },
        };
        let message = format!("`{}` has no section `#{anchor}`", to.path);
        out.add_at(from, link.span.clone(), message, "leads to the top of the page", help);
    }
}

/// The page of every id that an author wrote.
fn homes_of_ids<'b>(book: &BookView<'b>) -> HashMap<&'b str, usize> {
    let mut homes = HashMap::new();
    for (place, page) in book.pages.iter().enumerate() {
        for id in page.headings.iter().filter_map(|heading| heading.id.as_deref()) {
            homes.entry(id).or_insert(place);
        }
    }
    homes
}
