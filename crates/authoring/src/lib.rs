//! Authors' Markdown becomes the model of the core, with a finding for everything that is not as it should be.
//!
//! ```text
//! text ─▶ tokens ─▶ outline ─▶ drafts ─▶ Page          one file: read_page
//!                       └────────┴────▶ rules of syntax and sense
//! all Pages ──────────────────────────▶ rules of the graph: check_book
//! ```
//! Nothing fails: broken input is normal, and every finding is wanted at once.

pub mod course;
pub mod diagnostic;
pub mod page;

pub mod rules;

pub mod fix;
pub mod html;
pub mod lines;
mod text;

mod answer_text;
mod attributes;
mod book;
mod draft;
mod entries;
mod inventory;
mod language;
mod names;
mod outline;
mod quiz;
mod revision;
mod template;
mod tokens;
mod words;

pub use book::Files;
pub use diagnostic::Diagnostic;
pub use page::Page;
pub use text::{nearest, plain_text};

/// Reads one file. `path` is relative to the book's `src`, with `/`.
pub fn read_page(path: &str, text: &str) -> (Page, Vec<Diagnostic>) {
    let doc = tokens::Document::read(text);
    let mut outline = outline::Outline::read(&doc);
    let drafts = draft::read_quizzes(&doc, &outline);
    let sessions = entries::read_sessions(&doc, &outline);

    let mut page = Page {
        path: path.to_owned(),
        text: text.to_owned(),
        title: outline.headings.first().map_or(String::new(), |heading| heading.title.clone()),
        headings: std::mem::take(&mut outline.headings),
        anchors: std::mem::take(&mut outline.anchors),
        ..Page::default()
    };
    template::read_template(&doc, &outline, &mut page);
    let of_heading = |heading: usize| outline.places[heading].body.clone();
    let mut apart: Vec<_> = drafts.iter().map(|draft| of_heading(draft.heading)).collect();
    apart.extend(page.template.iter().map(|template| of_heading(template.heading)));
    apart.sort_by_key(|range| (range.start, range.end));
    inventory::take_inventory(&doc, &mut page, &apart);
    entries::read_entries(&doc, &outline, &sessions, &mut page);
    let heading_tokens: Vec<usize> = outline.places.iter().map(|place| place.token).collect();
    page.quizzes = quiz::build_quizzes(&doc, &page, &heading_tokens, &drafts);
    let view = rules::PageView { doc: &doc, outline: &outline, page: &page, quizzes: &drafts, sessions: &sessions };
    let found = rules::check_page(&view);
    (page, found)
}

/// Checks what only all pages together can show: ids, links, outcomes, sources, terms.
pub fn check_book(pages: &[Page], files: &dyn Files) -> Vec<Diagnostic> {
    rules::check_book(&book::Book::new(pages, files))
}
