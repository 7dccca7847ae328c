//! HTML of authors' Markdown that can neither run nor load anything.
//!
//! - Raw HTML becomes text that shows its tags.
//! - Links lead to `http`, `https`, `mailto` or a place in the book; any other link becomes plain text.
//! - Images are files of the book (`.svg`, `.png`, `.jpg`); any other image becomes its alternative text.
//! - Footnote marks are left out: a question is shown apart from the page that holds the note.
//!
//! No attribute comes from an author but `href`, `src`, `alt`, `title`, a list's first number, a code block's language
//! and the alignment of a column.

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, LinkType, Tag, TagEnd};

use crate::tokens::{Document, Token};

/// Renders a whole text, for instance a definition.
pub fn blocks(markdown: &str) -> String {
    let mut out = String::new();
    push_blocks(&mut out, &Document::read(markdown).tokens);
    out
}

/// Renders a text without block elements: paragraphs and the like are parted by `<br>`.
pub fn inline(markdown: &str) -> String {
    let mut out = String::new();
    push_inline(&mut out, &Document::read(markdown).tokens, false);
    out
}

/// The `href` for a link's target, or nothing if it must not be a link.
///
/// A target in the book leads to the rendered page: `a.md#b` becomes `a.html#b`.
pub fn link_target(target: &str) -> Option<String> {
    match Address::read(target)? {
        Address::Scheme(scheme) => {
            let allowed = ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
            allowed.then(|| target.trim().to_owned())
        }
        Address::Relative => {
            let target = target.trim();
            let end = target.find(['#', '?']).unwrap_or(target.len());
            let (path, rest) = target.split_at(end);
            Some(match path.strip_suffix(".md") {
                Some(stem) => format!("{}.html{rest}", readme_is_index(stem)),
                None => target.to_owned(),
            })
        }
    }
}

/// The `src` for an image, or nothing if it must not be loaded.
pub fn image_target(target: &str) -> Option<String> {
    let Address::Relative = Address::read(target)? else { return None };
    let target = target.trim();
    let extension = target.rsplit_once('.')?.1;
    let allowed = ["svg", "png", "jpg", "jpeg"].iter().any(|known| extension.eq_ignore_ascii_case(known));
    allowed.then(|| target.to_owned())
}

/// Whether a link's target lies in the book.
pub fn is_relative(target: &str) -> bool {
    matches!(Address::read(target), Some(Address::Relative))
}

/// Makes text fit for content and for quoted attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out
}

pub(crate) enum Address<'t> {
    Scheme(&'t str),
    Relative,
}

impl<'t> Address<'t> {
    /// Reads an address the way a browser would, or stricter: none for one that a browser might take for
    /// something else than it seems.
    pub fn read(target: &'t str) -> Option<Address<'t>> {
        let target = target.trim_matches(' ');
        // Browsers drop tabs and line ends inside an address and controls around it: `java&#9;script:`.
        if target.contains(|found: char| found.is_control()) {
            return None;
        }
        // A path from the root leaves the book, and two slashes name another host; a browser takes `\` for `/`.
        if target.starts_with('/') || target.contains('\\') {
            return None;
        }
        match target.find([':', '/', '?', '#']) {
            Some(at) if target[at..].starts_with(':') => Some(Address::Scheme(&target[..at])),
            _ => Some(Address::Relative),
        }
    }
}

/// mdBook renders `README.md` as `index.html`.
fn readme_is_index(stem: &str) -> String {
    match stem.strip_suffix("README") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => format!("{folder}index"),
        _ => stem.to_owned(),
    }
}

pub(crate) fn push_blocks(out: &mut String, tokens: &[Token]) {
    let mut writer = Writer { out, links: Vec::new(), alignments: Vec::new(), column: 0, is_head: false };
    let mut skip_to = 0;
    for (place, token) in tokens.iter().enumerate() {
        if place < skip_to {
            continue;
        }
        match &token.event {
            Event::Start(tag) => skip_to = writer.start(tag, &tokens[place..]).map_or(0, |n| place + n),
            Event::End(end) => writer.end(end),
            leaf => writer.leaf(leaf),
        }
    }
}

/// `skip_quotes` leaves out quotations: in a choice they are its feedback.
pub(crate) fn push_inline(out: &mut String, tokens: &[Token], skip_quotes: bool) {
    let begin = out.len();
    let mut writer = Writer { out, links: Vec::new(), alignments: Vec::new(), column: 0, is_head: false };
    let mut skip_to = 0;
    let mut break_due = false;
    for (place, token) in tokens.iter().enumerate() {
        if place < skip_to {
            continue;
        }
        match &token.event {
            Event::Start(Tag::BlockQuote(_)) if skip_quotes => skip_to = place + span_of(&tokens[place..]),
            Event::Start(tag) if is_inline(tag) => {
                writer.break_if(&mut break_due, begin);
                skip_to = writer.start(tag, &tokens[place..]).map_or(0, |n| place + n);
            }
            Event::End(end) if is_inline_end(end) => writer.end(end),
            Event::Start(Tag::FootnoteDefinition(_)) => skip_to = place + span_of(&tokens[place..]),
            Event::Start(_) | Event::End(_) | Event::Rule => break_due = true,
            Event::TaskListMarker(_) => {}
            leaf => {
                writer.break_if(&mut break_due, begin);
                writer.leaf(leaf);
            }
        }
    }
}

struct Writer<'o> {
    out: &'o mut String,
    /// Whether each open link was written as one.
    links: Vec<bool>,
    alignments: Vec<Vec<Alignment>>,
    column: usize,
    is_head: bool,
}

impl Writer<'_> {
    /// Returns how many tokens to leave out, if the element was written whole or is not written at all.
    fn start(&mut self, tag: &Tag, tokens: &[Token]) -> Option<usize> {
        match tag {
            Tag::Paragraph => self.put("<p>"),
            // A heading inside a quotation: its ids and levels belong to no outline here.
            Tag::Heading { .. } => self.put("<p><strong>"),
            Tag::BlockQuote(kind) => self.put(match kind {
                None => "<blockquote>",
                Some(BlockQuoteKind::Note) => "<blockquote class=\"note\">",
                Some(BlockQuoteKind::Tip) => "<blockquote class=\"tip\">",
                Some(BlockQuoteKind::Important) => "<blockquote class=\"important\">",
                Some(BlockQuoteKind::Warning) => "<blockquote class=\"warning\">",
                Some(BlockQuoteKind::Caution) => "<blockquote class=\"caution\">",
            }),
            Tag::CodeBlock(CodeBlockKind::Fenced(language)) if !language.is_empty() => {
                self.put("<pre><code class=\"language-");
                push_escaped(self.out, language.split([' ', ',']).next().unwrap_or_default());
                self.put("\">");
            }
            Tag::CodeBlock(_) => self.put("<pre><code>"),
            Tag::HtmlBlock => self.put("<p>"),
            Tag::List(None) => self.put("<ul>"),
            Tag::List(Some(1)) => self.put("<ol>"),
            Tag::List(Some(first)) => self.put(&format!("<ol start=\"{first}\">")),
            Tag::Item => self.put("<li>"),
            Tag::DefinitionList => self.put("<dl>"),
            Tag::DefinitionListTitle => self.put("<dt>"),
            Tag::DefinitionListDefinition => self.put("<dd>"),
            Tag::Table(alignments) => {
                self.alignments.push(alignments.clone());
                self.put("<table>");
            }
            Tag::TableHead => {
                (self.column, self.is_head) = (0, true);
                self.put("<thead><tr>");
            }
            Tag::TableRow => {
                self.column = 0;
                self.put("<tr>");
            }
            Tag::TableCell => self.cell(),
            Tag::Emphasis => self.put("<em>"),
            Tag::Strong => self.put("<strong>"),
            Tag::Strikethrough => self.put("<del>"),
            Tag::Superscript => self.put("<sup>"),
            Tag::Subscript => self.put("<sub>"),
            Tag::Link { link_type, dest_url, title, .. } => self.link(*link_type, dest_url, title),
            Tag::Image { dest_url, title, .. } => {
                let n = span_of(tokens);
                self.image(dest_url, title, &crate::text::plain(&tokens[1..n]));
                return Some(n);
            }
            Tag::FootnoteDefinition(_) | Tag::MetadataBlock(_) => return Some(span_of(tokens)),
        }
        None
    }

    fn end(&mut self, end: &TagEnd) {
        let tag = match end {
            TagEnd::Paragraph | TagEnd::HtmlBlock => "</p>",
            TagEnd::Heading(_) => "</strong></p>",
            TagEnd::BlockQuote(_) => "</blockquote>",
            TagEnd::CodeBlock => "</code></pre>",
            TagEnd::List(true) => "</ol>",
            TagEnd::List(false) => "</ul>",
            TagEnd::Item => "</li>",
            TagEnd::DefinitionList => "</dl>",
            TagEnd::DefinitionListTitle => "</dt>",
            TagEnd::DefinitionListDefinition => "</dd>",
            TagEnd::Table => {
                self.alignments.pop();
                "</tbody></table>"
            }
            TagEnd::TableHead => {
                self.is_head = false;
                "</tr></thead><tbody>"
            }
            TagEnd::TableRow => "</tr>",
            TagEnd::TableCell if self.is_head => "</th>",
            TagEnd::TableCell => "</td>",
            TagEnd::Emphasis => "</em>",
            TagEnd::Strong => "</strong>",
            TagEnd::Strikethrough => "</del>",
            TagEnd::Superscript => "</sup>",
            TagEnd::Subscript => "</sub>",
            TagEnd::Link if self.links.pop() == Some(true) => "</a>",
            TagEnd::Link | TagEnd::Image | TagEnd::FootnoteDefinition | TagEnd::MetadataBlock(_) => "",
        };
        self.put(tag);
    }

    fn leaf(&mut self, event: &Event) {
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => push_escaped(self.out, text),
            Event::Code(code) | Event::InlineMath(code) | Event::DisplayMath(code) => {
                self.put("<code>");
                push_escaped(self.out, code);
                self.put("</code>");
            }
            Event::SoftBreak => self.put(" "),
            Event::HardBreak => self.put("<br>"),
            Event::Rule => self.put("<hr>"),
            Event::TaskListMarker(true) => self.put("☑ "),
            Event::TaskListMarker(false) => self.put("☐ "),
            Event::FootnoteReference(_) | Event::Start(_) | Event::End(_) => {}
        }
    }

    fn link(&mut self, link_type: LinkType, target: &str, title: &str) {
        let target = match link_type {
            LinkType::Email => Some(format!("mailto:{target}")),
            _ => link_target(target),
        };
        self.links.push(target.is_some());
        if let Some(target) = target {
            self.put("<a href=\"");
            push_escaped(self.out, &target);
            self.title(title);
            self.put("\">");
        }
    }

    fn image(&mut self, target: &str, title: &str, alt: &str) {
        match image_target(target) {
            Some(target) => {
                self.put("<img src=\"");
                push_escaped(self.out, &target);
                self.put("\" alt=\"");
                push_escaped(self.out, alt);
                self.title(title);
                self.put("\">");
            }
            None => push_escaped(self.out, alt),
        }
    }

    fn title(&mut self, title: &str) {
        if !title.is_empty() {
            self.put("\" title=\"");
            push_escaped(self.out, title);
        }
    }

    fn cell(&mut self) {
        let alignment = self.alignments.last().and_then(|columns| columns.get(self.column)).copied();
        self.column += 1;
        self.put(if self.is_head { "<th" } else { "<td" });
        self.put(match alignment {
            Some(Alignment::Left) => " style=\"text-align: left\">",
            Some(Alignment::Center) => " style=\"text-align: center\">",
            Some(Alignment::Right) => " style=\"text-align: right\">",
            Some(Alignment::None) | None => ">",
        });
    }

    fn break_if(&mut self, due: &mut bool, begin: usize) {
        if std::mem::take(due) && self.out.len() > begin {
            self.put("<br>");
        }
    }

    fn put(&mut self, html: &str) {
        self.out.push_str(html);
    }
}

fn push_escaped(out: &mut String, text: &str) {
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.push_str(&text[written..at]);
        out.push_str(entity);
        written = at + 1;
    }
    out.push_str(&text[written..]);
}

/// Number of tokens of the element that begins `tokens`, both ends included.
fn span_of(tokens: &[Token]) -> usize {
    let mut depth = 0;
    for (place, token) in tokens.iter().enumerate() {
        match token.event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return place + 1;
        }
    }
    tokens.len()
}

fn is_inline(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

fn is_inline_end(end: &TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
