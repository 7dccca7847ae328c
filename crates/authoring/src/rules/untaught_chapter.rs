use std::collections::HashSet;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::book::Target;
use crate::diagnostic::Severity;
use crate::page::Page;

pub(super) static RULE: Rule = Rule {
    name: "untaught-chapter",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "a chapter and the courses or guides do not know each other",
    doc: "\
A reader of a chapter wants to know where it is taught, and a learner where to read more.
So each chapter links to a course and to a study guide, and one of each links to the chapter; a unit counts for its course.
A book without courses, or without guides, is not asked for them.",
    bad: fixture!("untaught-chapter/bad/a.md"),
    good: fixture!("untaught-chapter/good/a.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    for (what, class) in [("course", "course"), ("study guide", "guide")] {
        let teaching = pages_of(book, class);
        if teaching.is_empty() {
            continue;
        }
        let links: HashSet<(usize, usize)> = book
            .links()
            .filter_map(|(from, _, target)| match target {
                Target::Page { page, .. } => Some((from, *page)),
                _ => None,
            })
            .collect();
        for (place, page) in book.pages.iter().enumerate() {
            let Some(heading) = page.headings.first().filter(|heading| heading.has_class("chapter")) else {
                continue;
            };
            let mut add = |message: String, help: String| {
                out.add_at(&page.path, heading.text.clone(), message, "not joined", help);
            };
            if !teaching.iter().any(|&other| links.contains(&(place, other))) {
                add(format!("this chapter links to no {what}"), format!("link to the {what} that teaches it"));
            }
            if !teaching.iter().any(|&other| links.contains(&(other, place))) {
                add(
                    format!("no {what} links to this chapter"),
                    format!("link to it from the {what} that teaches it"),
                );
            }
        }
    }
}

/// Pages in the folders of those that carry the class.
fn pages_of(book: &BookView, class: &str) -> Vec<usize> {
    let carries = |page: &Page| page.headings.first().is_some_and(|heading| heading.has_class(class));
    let folders: HashSet<&str> =
        book.pages.iter().filter(|page| carries(page)).map(|page| folder(&page.path)).collect();
    let is_inside = |page: &Page| {
        let own = folder(&page.path);
        carries(page) || (!own.is_empty() && folders.contains(own))
    };
    (0..book.pages.len()).filter(|&place| is_inside(&book.pages[place])).collect()
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}
