use std::collections::HashSet;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::course::folder;
use crate::diagnostic::Severity;
use crate::page::Page;

pub(super) static RULE: Rule = Rule {
    name: "guide-parts",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "a study guide, or one of its units, lacks a part",
    doc: "\
Whoever learns alone has nobody to ask: the unit itself explains, shows, lets try, gives the answers and says what goes wrong.
So a page with `.guide-unit` has sections with `.concept`, `.example`, `.exercise`, `.answers`, `.errors`, `.rights` and `.flashcards`, and a quiz.
The first page of a guide with units has `.aims` and a `.self-check`, so that readers know whether it is for them, and where to begin.",
    bad: fixture!("guide-parts/bad/unit-1.md"),
    good: fixture!("guide-parts/good/unit-1.md"),
    fixable: false,
    check: Check::Book(check),
};

const OF_UNIT: &[&str] = &["concept", "example", "exercise", "answers", "errors", "rights", "flashcards", "quiz"];
const OF_GUIDE: &[&str] = &["aims", "self-check"];

fn check(book: &BookView, out: &mut Findings) {
    let units: HashSet<&str> =
        book.pages.iter().filter(|page| is(page, "guide-unit")).map(|page| folder(&page.path)).collect();
    if units.is_empty() {
        return;
    }
    for page in book.pages {
        if is(page, "guide-unit") {
            check_page(page, "unit of a study guide", OF_UNIT, out);
        } else if is(page, "guide") && units.contains(folder(&page.path)) {
            check_page(page, "study guide", OF_GUIDE, out);
        }
    }
}

fn is(page: &Page, class: &str) -> bool {
    page.headings.first().is_some_and(|heading| heading.has_class(class))
}

fn check_page(page: &Page, what: &str, parts: &[&str], out: &mut Findings) {
    for part in parts {
        if page.headings.iter().any(|heading| heading.has_class(part)) {
            continue;
        }
        out.add_at(
            &page.path,
            page.headings[0].text.clone(),
            format!("this {what} has no section with `.{part}`"),
            "without it",
            format!("add the section, or `.{part}` to the heading that it has"),
        );
    }
}
