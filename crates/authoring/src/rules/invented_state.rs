use std::collections::BTreeSet;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::diagnostic::Severity;
use crate::page::{Heading, Page, Span};
use crate::text::nearest;

pub(super) static RULE: Rule = Rule {
    name: "invented-state",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "an example contradicts the page that fixes the invented State",
    doc: "\
All examples play in one invented State, whose page fixes its names and its law.
That page carries `.invented names=Kasoria|Velmar` on its title, and its sections of law have ids that end in `-s1`, `-s2` and so on.
Reported are names one or two letters away from a fixed one, and, in worked examples, sections of law that the page does not have.",
    bad: fixture!("invented-state/bad/a.md"),
    good: fixture!("invented-state/good/a.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    let fixed = book.pages.iter().find_map(|page| Some((page, invented(page)?)));
    let Some((home, title)) = fixed else { return };
    let names: Vec<&str> = title.attributes.get("names").map_or(Vec::new(), |names| names.split('|').collect());
    let sections: BTreeSet<u32> = home.headings.iter().filter_map(section).collect();
    for page in book.pages {
        for span in &page.prose {
            let text = &page.text[span.clone()];
            for (at, word) in capitalised(text) {
                if names.iter().any(|name| word.starts_with(name)) {
                    continue;
                }
                // A real name of another first letter is no slip.
                let alike = names.iter().copied().filter(|name| name.as_bytes()[..1] == word.as_bytes()[..1]);
                let Some(name) = nearest(word, alike) else { continue };
                out.add_at(
                    &page.path,
                    span.start + at..span.start + at + word.len(),
                    format!("\u{201c}{word}\u{201d} is almost \u{201c}{name}\u{201d}"),
                    "not the name of the invented State's page",
                    format!("write {name}, or another word"),
                );
            }
        }
        if sections.is_empty() {
            continue;
        }
        for example in page.headings.iter().filter(|heading| heading.has_class("example")) {
            for (span, number) in cited(page, &example.section).filter(|(_, number)| !sections.contains(number)) {
                out.add_at(
                    &page.path,
                    span,
                    format!("the law of the invented State has no section {number}"),
                    "no such section",
                    "choose a section that its page has",
                );
            }
        }
    }
}

fn invented(page: &Page) -> Option<&Heading> {
    page.headings.first().filter(|heading| heading.has_class("invented"))
}

/// The number of a section of law, from the end of its heading's id.
fn section(heading: &Heading) -> Option<u32> {
    heading.id.as_deref()?.rsplit_once("-s")?.1.parse().ok()
}

fn capitalised(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    text.split(|found: char| !found.is_alphanumeric()).filter_map(move |word| {
        let at = from + text[from..].find(word).unwrap_or(0);
        from = at + word.len();
        (word.len() > 4 && word.starts_with(|first: char| first.is_ascii_uppercase())).then_some((at, word))
    })
}

/// Sections that a stretch cites: "section 5", "s.5".
fn cited(page: &Page, within: &Span) -> impl Iterator<Item = (Span, u32)> {
    let prose = page.prose.iter().filter(|span| span.start >= within.start && span.end <= within.end);
    prose.flat_map(|span| {
        let text = &page.text[span.clone()];
        let starts = ["section ", "s."].into_iter().flat_map(move |mark| {
            text.match_indices(mark)
                .filter(move |(at, _)| !text[..*at].ends_with(char::is_alphanumeric))
                .map(move |(at, _)| at + mark.len())
        });
        starts.filter_map(move |at| {
            let digits = text[at..].find(|found: char| !found.is_ascii_digit()).unwrap_or(text.len() - at);
            let number = text[at..at + digits].parse().ok()?;
            Some((span.start + at..span.start + at + digits, number))
        })
    })
}
