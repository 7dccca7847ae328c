use std::collections::BTreeMap;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::diagnostic::Severity;
use crate::page::{Heading, Page};

pub(super) static RULE: Rule = Rule {
    name: "unlike-chapter",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "a chapter lacks a part that the others have",
    doc: "\
A reader who knows one chapter knows where to look in all: for the minimum standard, the example, the checklist.
What more than half of the chapters have is expected of each: parts named by a class, a quiz, a figure.
Books of fewer than three chapters are left alone.",
    bad: fixture!("unlike-chapter/bad/c.md"),
    good: fixture!("unlike-chapter/good/c.md"),
    fixable: false,
    check: Check::Book(check),
};

const PARTS: [&str; 9] =
    ["purpose", "good", "minimum", "rights", "example", "checklist", "measured", "sources", "quiz"];
const FIGURE: &str = "figure";

fn check(book: &BookView, out: &mut Findings) {
    let chapters: Vec<(&Page, &Heading)> =
        book.pages.iter().filter_map(|page| Some((page, chapter(page)?))).collect();
    if chapters.len() < 3 {
        return;
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (page, _) in &chapters {
        for part in parts(page) {
            *counts.entry(part).or_default() += 1;
        }
    }
    for (page, heading) in &chapters {
        let own: Vec<&str> = parts(page).collect();
        let expected = counts.iter().filter(|(_, count)| **count * 2 > chapters.len()).map(|(part, _)| *part);
        for part in expected.filter(|part| !own.contains(part)) {
            let what = if part == FIGURE { "figure".to_owned() } else { format!("section with `.{part}`") };
            out.add_at(
                &page.path,
                heading.text.clone(),
                format!("this chapter has no {what}; {} of {} chapters have one", counts[part], chapters.len()),
                "unlike the others",
                format!("add the {what}"),
            );
        }
    }
}

fn chapter(page: &Page) -> Option<&Heading> {
    page.headings.first().filter(|heading| heading.has_class("chapter"))
}

fn parts(page: &Page) -> impl Iterator<Item = &'static str> {
    let has = |part: &str| page.headings.iter().any(|heading| heading.has_class(part));
    let figure = page.images.iter().any(|image| image.is_block).then_some(FIGURE);
    PARTS.into_iter().filter(move |part| has(part)).chain(figure)
}
