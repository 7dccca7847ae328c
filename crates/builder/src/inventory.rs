//! What a book holds, in numbers that anyone can check.

use std::collections::BTreeMap;

use compendium_authoring::page::{Page, SourceStatus};
use compendium_core::item::Quiz;
use serde::Serialize;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Inventory {
    /// Pages whose title is marked `.chapter`.
    pub chapters: usize,
    pub words: usize,
    pub quizzes: usize,
    /// Cards of all decks; they are no items.
    pub flashcards: usize,
    pub items: Items,
    /// Pages marked `.course`.
    pub courses: usize,
    /// Pages marked `.guide`.
    pub guides: usize,
    pub sessions: usize,
    /// Of all sessions.
    pub minutes: u32,
    /// Pages marked `.domain`.
    pub domains: usize,
    /// Headings marked `.indicator`.
    pub indicators: usize,
    /// Headings marked `.indicator .critical`.
    pub critical_indicators: usize,
    /// Pages marked `.template` that hold a document.
    pub templates: usize,
    pub glossary_terms: usize,
    pub sources: Sources,
    pub links: Links,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Items {
    pub total: usize,
    pub by_kind: BTreeMap<&'static str, usize>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sources {
    pub read: usize,
    pub to_check: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Links {
    /// Links from page to page or to a place in the same page.
    pub internal: usize,
}

/// Counts a book. `items.by_kind` counts a case once for each of its items, under their own kinds; `case` is the
/// number of cases, which are not in `total`.
pub fn inventory(pages: &[Page]) -> Inventory {
    let mut found = Inventory::default();
    for kind in ["single", "multiple", "order", "match", "numeric", "text", "essay", "case"] {
        found.items.by_kind.insert(kind, 0);
    }
    for page in pages {
        let title_class = |class: &str| usize::from(page.headings.first().is_some_and(|h| h.has_class(class)));
        found.chapters += title_class("chapter");
        found.courses += title_class("course");
        found.guides += title_class("guide");
        found.domains += title_class("domain");
        found.templates += title_class("template").min(usize::from(page.template.is_some()));
        found.words += page.words;
        let (decks, quizzes): (Vec<&Quiz>, Vec<&Quiz>) =
            page.quizzes.iter().map(|block| &block.quiz).partition(|quiz| quiz.is_deck());
        found.flashcards += decks.iter().map(|deck| deck.items.len()).sum::<usize>();
        found.quizzes += quizzes.len();
        for quiz in quizzes {
            found.items.total += quiz.items.len();
            for item in &quiz.items {
                *found.items.by_kind.entry(item.kind.name()).or_default() += 1;
            }
            *found.items.by_kind.entry("case").or_default() += quiz.situations.len();
        }
        found.sessions += page.sessions.len();
        found.minutes += page.sessions.iter().map(|session| session.minutes).sum::<u32>();
        let indicators = page.headings.iter().filter(|heading| heading.has_class("indicator"));
        for heading in indicators {
            found.indicators += 1;
            found.critical_indicators += usize::from(heading.has_class("critical"));
        }
        found.glossary_terms += page.terms.len();
        let read = page.sources.iter().filter(|source| source.status == SourceStatus::Read).count();
        found.sources.read += read;
        found.sources.to_check += page.sources.len() - read;
        found.links.internal += page.links.iter().filter(|link| is_internal(&link.target)).count();
    }
    found
}

fn is_internal(target: &str) -> bool {
    target.starts_with('#') || !target.split(['/', '#', '?']).next().unwrap_or_default().contains(':')
}
