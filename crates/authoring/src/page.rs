//! One Markdown file as the rules, the inventory and the build see it.
//!
//! ```text
//! Page
//!  ├─ headings   ids, classes and attributes, with the section each one opens
//!  ├─ quizzes    Quiz (core) + the spans of its parts
//!  ├─ outcomes, sessions, terms, sources
//!  ├─ variables, template
//!  ├─ links, images, footnotes
//!  └─ words
//! ```
//! All spans are byte ranges of the text as given.

use std::collections::BTreeMap;
use std::ops::Range;

use compendium_core::item::{Level, Quiz};
use compendium_core::plan::Cut;

pub type Span = Range<usize>;

#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Relative to the book's `src`, with `/`.
    pub path: String,
    /// Plain text of the first heading.
    pub title: String,
    /// As given.
    pub text: String,
    pub headings: Vec<Heading>,
    pub quizzes: Vec<QuizBlock>,
    pub outcomes: Vec<Outcome>,
    pub sessions: Vec<Session>,
    pub terms: Vec<Term>,
    pub sources: Vec<SourceEntry>,
    /// Names that all templates of the book share, where this page lists them.
    pub variables: Vec<Variable>,
    /// The document of the page, if it is a template.
    pub template: Option<Template>,
    pub links: Vec<Link>,
    pub images: Vec<Image>,
    pub footnotes: Vec<Footnote>,
    /// Uses of footnotes: label and span.
    pub footnote_uses: Vec<(String, Span)>,
    /// Stretches of running text outside headings, links, code, HTML, footnote definitions, quizzes and documents of
    /// templates: where a glossary term may be linked.
    pub prose: Vec<Span>,
    /// Every id that a link can reach, ascending: of headings, the author's or mdBook's, of terms and of raw HTML.
    pub anchors: Vec<String>,
    /// Words of the text, quizzes included, code and HTML left out.
    pub words: usize,
}

impl Page {
    /// The links whose start lies within `span`.
    pub fn links_within(&self, span: &Span) -> impl Iterator<Item = &Link> {
        // They stand in the order of the text.
        let from = self.links.partition_point(|link| link.span.start < span.start);
        let end = span.end;
        self.links[from..].iter().take_while(move |link| link.span.start < end)
    }

    pub fn has_anchor(&self, id: &str) -> bool {
        self.anchors.binary_search_by(|anchor| anchor.as_str().cmp(id)).is_ok()
    }
}

#[derive(Clone, Debug)]
pub struct Heading {
    pub level: u8,
    pub id: Option<String>,
    pub classes: Vec<String>,
    /// `key=value`; a bare key has an empty value.
    pub attributes: BTreeMap<String, String>,
    /// Plain text.
    pub title: String,
    /// The heading itself, without the line end behind it.
    pub span: Span,
    /// The heading's text alone, without marks and attributes.
    pub text: Span,
    /// The attribute block with its braces, if any.
    pub attribute_span: Option<Span>,
    /// `#id`, if any.
    pub id_span: Option<Span>,
    /// Where the value of each attribute stands.
    pub value_spans: BTreeMap<String, Span>,
    /// From the heading's start to the next heading of the same or a higher level, or the end of the file.
    pub section: Span,
}

impl Heading {
    pub fn has_class(&self, class: &str) -> bool {
        self.classes.iter().any(|own| own == class)
    }
}

#[derive(Clone, Debug)]
pub struct QuizBlock {
    pub quiz: Quiz,
    /// Place of its heading in [`Page::headings`].
    pub heading: usize,
    /// Headings of the cases, in the order of [`Quiz::situations`].
    pub cases: Vec<usize>,
    /// One an item, in the order of [`Quiz::items`].
    pub items: Vec<ItemSpans>,
}

/// Where the parts of an item stand.
#[derive(Clone, Debug, Default)]
pub struct ItemSpans {
    /// Place of its heading in [`Page::headings`].
    pub heading: usize,
    /// Whole section of the item.
    pub section: Span,
    /// Choices, entries, table rows, definitions or rubric rows: the text without its feedback.
    pub parts: Vec<Part>,
    pub hint: Option<Span>,
    pub rationale: Option<Span>,
}

#[derive(Clone, Debug)]
pub struct Part {
    pub span: Span,
    /// Plain text.
    pub text: String,
    pub feedback: Option<Span>,
}

#[derive(Clone, Debug)]
pub struct Outcome {
    pub id: String,
    pub title: String,
    pub level: Option<Level>,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct Session {
    pub id: String,
    pub title: String,
    pub minutes: u32,
    pub outcomes: Vec<String>,
    /// Steps of the short variant of its course that touch it; none where they cannot be read.
    pub cuts: Vec<Cut>,
    /// First column of the plan: minutes of each step with the cell's span.
    pub steps: Vec<(u32, Span)>,
    /// Minutes of the longest step in which learners do more than listen.
    pub longest_activity: u32,
    /// The bold words that open paragraphs of its notes, in order; none if it has no notes.
    pub notes: Option<Vec<String>>,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct Term {
    pub id: String,
    pub title: String,
    /// Further forms that are linked: plurals, acronyms.
    pub also: Vec<String>,
    /// Words that this term stands for, in lower case.
    pub discouraged: Vec<String>,
    /// `.nolink`: in the glossary only.
    pub is_linked: bool,
    /// Plain text of the first paragraph.
    pub definition: String,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceStatus {
    Read,
    ToCheck,
}

#[derive(Clone, Debug)]
pub struct SourceEntry {
    pub id: String,
    pub title: String,
    pub status: SourceStatus,
    pub span: Span,
}

/// A name, an office or a time limit that differs from reader to reader.
#[derive(Clone, Debug)]
pub struct Variable {
    /// `centre.name`.
    pub name: String,
    /// What it is, in a few words: the first clause of its definition.
    pub label: String,
    /// The rest of its definition.
    pub note: String,
    pub example: String,
    /// The name alone.
    pub span: Span,
}

/// A document that readers fill in: the section of a heading of the class `.fill`.
#[derive(Clone, Debug)]
pub struct Template {
    /// Place of its heading in [`Page::headings`]; the heading's text is the document's title.
    pub heading: usize,
    pub uses: Vec<VariableUse>,
}

#[derive(Clone, Debug)]
pub struct VariableUse {
    pub name: String,
    /// With its braces.
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct Link {
    pub target: String,
    /// The whole link.
    pub span: Span,
    /// Plain text.
    pub text: String,
}

#[derive(Clone, Debug)]
pub struct Image {
    pub target: String,
    pub title: String,
    pub alt: String,
    pub span: Span,
    /// Alone in its paragraph: a figure.
    pub is_block: bool,
}

#[derive(Clone, Debug)]
pub struct Footnote {
    pub label: String,
    /// The definition with its label.
    pub span: Span,
    /// Places of its links in [`Page::links`].
    pub links: Vec<usize>,
}
