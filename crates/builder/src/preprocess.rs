//! Markdown as written → Markdown with boxes, figures, linked terms and quizzes, on a copy in memory.

use std::collections::BTreeMap;
use std::path::Path;

use compendium_authoring::page::{Heading, Page, SourceStatus, Variable};
use compendium_core::plan::Course;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::chapter;
use crate::figure;
use crate::glossary::Glossary;
use crate::html::escape;
use crate::messages::Messages;
use crate::plan;
use crate::reading::Reading;
use crate::splice::Splice;
use crate::static_quiz;
use crate::template;

/// Heading classes whose section becomes a box with a frame of its own.
const BOXES: [&str; 4] = ["purpose", "minimum", "rights", "example"];
/// Heading classes whose section is wrapped, so that the stylesheet can lay it out.
const SECTIONS: [&str; 15] = [
    "checklist",
    "own",
    "measured",
    "notes",
    "plan",
    "sources",
    "doors",
    "alphabet",
    "orders",
    "session",
    "outcome",
    "progress",
    "term",
    "source",
    "steps",
];

/// Where the quizzes go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Our own build: a placeholder, filled in after mdBook has made its search index.
    Offline,
    /// Plain `mdbook build`: the quiz itself, its answers out of the index's sight.
    Plain,
}

/// What a page needs to know of the whole book.
pub struct BookContext<'a> {
    pub messages: &'a Messages,
    pub glossary: Glossary,
    pub reading: Reading,
    pub sources: BTreeMap<String, SourceStatus>,
    pub variables: Vec<Variable>,
    pub courses: Vec<Course>,
    /// Base64 of the index for *My progress*.
    pub index: String,
    pub mode: Mode,
}

const PLACEHOLDER: (&str, &str) = ("<div data-compendium-quiz=\"", "\"></div>");

/// The placeholder of a quiz in the rendered page. Ids need no escaping: others than `a-z0-9-` are refused.
fn placeholder(quiz: &str) -> String {
    format!("{}{}{}", PLACEHOLDER.0, escape(quiz), PLACEHOLDER.1)
}

/// Puts something in the place of each placeholder, in one pass; one whose quiz is not known stays.
pub fn fill_placeholders(html: &str, fill: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(PLACEHOLDER.0) {
        let after = &rest[at + PLACEHOLDER.0.len()..];
        let Some(end) = after.find(PLACEHOLDER.1) else { break };
        out.push_str(&rest[..at]);
        match fill(&after[..end]) {
            Some(filled) => out.push_str(&filled),
            None => out.push_str(&placeholder(&after[..end])),
        }
        rest = &after[end + PLACEHOLDER.1.len()..];
    }
    out.push_str(rest);
    out
}

/// Rewrites one page. `source_dir` is where its figures are looked up; what is wrong with them is added to `problems`.
pub fn rewrite(
    page: &Page,
    text: &str,
    source_dir: &Path,
    book: &BookContext<'_>,
    problems: &mut Vec<String>,
) -> String {
    let mut splice = Splice::default();
    let head = chapter::head(page, text, book.messages);
    for heading in &page.headings {
        wrap(heading, &mut splice);
        if heading.has_class("source") {
            splice.insert(heading.span.end, format!("\n\n{}\n\n", source_chip_line(heading, book)));
        }
        if heading.has_class("notes") {
            // What the switch for notes hides, apart from its title.
            splice.insert(heading.span.end, "\n\n<div class=\"notes-body\">\n\n");
        }
        if heading.has_class("raci") {
            raci(text, heading, &mut splice);
        }
        if heading.has_class("standard-plan") {
            match plan::standard(&page.path, heading, &book.courses, book.messages) {
                Ok(html) => splice.insert(heading.section.end, format!("\n\n{html}\n\n")),
                Err(problem) => problems.push(format!("{}: {problem}", page.path)),
            }
        }
        if heading.has_class("timetable") {
            timetable(page, heading, book, &mut splice, problems);
        }
        if let Some(view) = desk_view(heading) {
            let open = format!(
                "\n\n<div class=\"quiz-mount\" data-program=\"progress\" data-view=\"{view}\">\
                 <div class=\"quiz-static\">\n\n"
            );
            let close =
                format!("\n\n</div><script type=\"application/octet-stream\">{}</script></div>\n\n", book.index);
            splice.insert(heading.span.end, open);
            splice.insert(heading.section.end, close);
        }
        if !heading.classes.is_empty() || !heading.attributes.is_empty() {
            bare_id(heading, &mut splice);
        }
    }
    if let Some((span, html)) = head {
        splice.replace(span, html);
    }
    for block in &page.quizzes {
        let heading = &page.headings[block.heading];
        let body = match book.mode {
            Mode::Offline => placeholder(&block.quiz.id),
            Mode::Plain => static_quiz::plain_mount(&block.quiz, book.messages),
        };
        splice.replace(heading.span.end..heading.section.end, format!("\n\n{body}\n\n"));
    }
    if let Some(own) = &page.template {
        template::mark(page, own, &book.variables, book.mode == Mode::Offline, &mut splice);
    }
    for image in page.images.iter().filter(|image| image.is_block && image.target.ends_with(".svg")) {
        let path = source_dir.join(&image.target);
        let label = book.messages.text("book-figure-scrolls");
        let made = std::fs::read_to_string(&path)
            .map_err(|error| error.to_string())
            .and_then(|svg| figure::figure(&svg, &image.title, &label));
        match made {
            Ok(html) => splice.replace(image.span.clone(), html),
            Err(problem) => problems.push(format!("{}: figure {:?}: {problem}", page.path, image.target)),
        }
    }
    for footnote in &page.footnotes {
        let status = footnote.links.iter().filter_map(|&link| page.links.get(link)).find_map(|link| {
            let id = link.target.split_once('#').map(|(_, id)| id)?;
            book.sources.get(id).copied()
        });
        if let Some(status) = status {
            let end = footnote.span.start + text[footnote.span.clone()].trim_end().len();
            splice.insert(end, format!(" {}", chip(status, book.messages)));
        }
    }
    book.reading.rewrite(page, text, book.messages, &mut splice);
    book.glossary.link(page, text, &mut splice);
    splice.apply(text)
}

/// What the program of the learner's own pages shows below a heading.
pub fn desk_view(heading: &Heading) -> Option<&'static str> {
    ["progress", "record"].into_iter().find(|class| heading.has_class(class))
}

fn wrap(heading: &Heading, splice: &mut Splice) {
    let class = |names: &[&'static str]| names.iter().copied().find(|name| heading.has_class(name));
    let section = heading.section.clone();
    if let Some(name) = class(&BOXES) {
        splice.wrap(section, format!("<section class=\"box {name}\">\n\n"), "\n\n</section>\n\n");
    } else if heading.has_class("good") {
        splice.wrap(section, "<div class=\"side\" role=\"note\">\n\n", "\n\n</div>\n\n");
    } else if let Some(name) = class(&SECTIONS) {
        let inner = if name == "notes" { "\n\n</div>" } else { "" };
        splice.wrap(section, format!("<section class=\"{name}\">\n\n"), format!("{inner}\n\n</section>\n\n"));
    }
}

/// The place of the form that makes a timetable, below the section of its heading; plain mdBook has no form.
fn timetable(
    page: &Page,
    heading: &Heading,
    book: &BookContext<'_>,
    splice: &mut Splice,
    problems: &mut Vec<String>,
) {
    match book.mode {
        Mode::Offline => {
            splice.wrap(
                heading.span.start..heading.section.end,
                format!("{}\n\n", template::HEAD),
                "\n\n</div>\n\n",
            );
            splice.insert(heading.section.end, format!("\n\n{}\n\n", plan::PLACEHOLDER));
        }
        Mode::Plain => match plan::standard(&page.path, heading, &book.courses, book.messages) {
            Ok(html) => splice.insert(heading.section.end, format!("\n\n{html}\n\n")),
            Err(problem) => problems.push(format!("{}: {problem}", page.path)),
        },
    }
}

/// Leaves the id of a heading alone of its attributes: classes sit on the wrapping section.
fn bare_id(heading: &Heading, splice: &mut Splice) {
    let Some(span) = &heading.attribute_span else { return };
    let id = heading.id.as_deref().map(|id| format!("{{#{id}}}")).unwrap_or_default();
    splice.replace(span.clone(), id);
}

fn source_chip_line(heading: &Heading, book: &BookContext<'_>) -> String {
    let status = heading.id.as_ref().and_then(|id| book.sources.get(id)).copied().unwrap_or(SourceStatus::ToCheck);
    format!("<p class=\"source-status\">{}</p>", chip(status, book.messages))
}

fn chip(status: SourceStatus, messages: &Messages) -> String {
    match status {
        SourceStatus::Read => {
            format!("<span class=\"chip good\">{}</span>", escape(&messages.text("book-source-read")))
        }
        SourceStatus::ToCheck => {
            format!("<span class=\"chip part open\">{}</span>", escape(&messages.text("book-source-to-check")))
        }
    }
}

/// Letters of a responsibility table become marks that differ in shape.
fn raci(text: &str, heading: &Heading, splice: &mut Splice) {
    let body = heading.span.end..heading.section.end;
    let mut in_cell = false;
    for (event, span) in Parser::new_ext(&text[body.clone()], Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::TableCell) => in_cell = true,
            Event::End(TagEnd::TableCell) => in_cell = false,
            Event::Text(letters) if in_cell => {
                let marks: Vec<&str> = letters.split([',', ' ', '/']).filter(|mark| !mark.is_empty()).collect();
                if !marks.is_empty() && marks.iter().all(|mark| ["R", "A", "C", "I"].contains(mark)) {
                    let html: Vec<String> =
                        marks.iter().map(|mark| format!("<span class=\"r {mark}\">{mark}</span>")).collect();
                    splice.replace(body.start + span.start..body.start + span.end, html.join(" "));
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_in_one_pass() {
        let html = format!("a{}b{}c", placeholder("one"), placeholder("two"));
        let filled = fill_placeholders(&html, |id| (id == "one").then(|| placeholder("two")));
        assert_eq!(filled, format!("a{0}b{0}c", placeholder("two")));
    }
}
