//! The first use of each glossary term on a page becomes a link that shows its definition.

use std::collections::BTreeSet;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use compendium_authoring::page::Page;

use crate::html::{escape, page_of, relative};
use crate::splice::Splice;

struct Entry {
    id: String,
    /// Page of the glossary, relative to the book's root.
    page: String,
    definition: String,
}

/// All linked terms of a book, ready to be found in one pass.
pub struct Glossary {
    entries: Vec<Entry>,
    /// Form → entry.
    owners: Vec<usize>,
    finder: Option<AhoCorasick>,
}

impl Glossary {
    pub fn new(pages: &[Page]) -> Glossary {
        let mut entries = Vec::new();
        let mut forms: Vec<String> = Vec::new();
        let mut owners = Vec::new();
        for page in pages {
            for term in page.terms.iter().filter(|term| term.is_linked) {
                // "request for information (RFI)": both halves are forms.
                let (name, short) = match term.title.split_once(" (") {
                    Some((name, short)) => (name, Some(short.trim_end_matches(')').to_owned())),
                    None => (term.title.as_str(), None),
                };
                for form in std::iter::once(name.to_owned()).chain(short).chain(term.also.iter().cloned()) {
                    forms.push(form);
                    owners.push(entries.len());
                }
                entries.push(Entry {
                    id: term.id.clone(),
                    page: page_of(&page.path),
                    definition: term.definition.clone(),
                });
            }
        }
        let finder = (!forms.is_empty())
            .then(|| {
                AhoCorasickBuilder::new()
                    .match_kind(MatchKind::LeftmostLongest)
                    .ascii_case_insensitive(true)
                    .build(&forms)
                    .ok()
            })
            .flatten();
        Glossary { entries, owners, finder }
    }

    /// Links the first use of each term in the page's prose. The glossary itself is left alone, and so is a home page:
    /// its links are ways in.
    pub fn link(&self, page: &Page, text: &str, splice: &mut Splice) {
        let Some(finder) = &self.finder else { return };
        if !page.terms.is_empty() || page.headings.iter().any(|heading| heading.has_class("doors")) {
            return;
        }
        let here = page_of(&page.path);
        let mut linked = BTreeSet::new();
        for span in &page.prose {
            for found in finder.find_iter(&text[span.clone()]) {
                let place = span.start + found.start()..span.start + found.end();
                let owner = self.owners[found.pattern().as_usize()];
                if !is_whole_word(text, &place) || !linked.insert(owner) {
                    continue;
                }
                let entry = &self.entries[owner];
                let link = format!(
                    "<a class=\"term\" href=\"{}#{}\" data-def=\"{}\">{}</a>",
                    escape(&relative(&here, &entry.page)),
                    escape(&entry.id),
                    escape(&entry.definition),
                    &text[place.clone()]
                );
                splice.replace(place, link);
            }
        }
    }
}

fn is_whole_word(text: &str, place: &Range<usize>) -> bool {
    let joins = |c: char| c.is_alphanumeric() || c == '-' || c == '_' || c == '/';
    let before = text[..place.start].chars().next_back();
    let after = text[place.end..].chars().next();
    !before.is_some_and(joins) && !after.is_some_and(joins)
}
