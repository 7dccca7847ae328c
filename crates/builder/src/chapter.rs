//! The head of a compendium chapter: letter, title, and the facts that its author lists below the title.
//!
//! ```markdown
//! # A Authority and mandate {#a .chapter reviewed=2026-11}
//!
//! For
//! : policymakers, builders, overseers
//! ```

use std::fmt::Write as _;
use std::ops::Range;

use compendium_authoring::page::{Heading, Page};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::html::escape;
use crate::messages::Messages;

/// Words a minute of a reader in a second or third language.
const WORDS_A_MINUTE: usize = 180;

/// The stretch of text that the head replaces, and the head.
pub fn head(page: &Page, text: &str, messages: &Messages) -> Option<(Range<usize>, String)> {
    let heading = page.headings.first().filter(|heading| heading.has_class("chapter"))?;
    let (letter, title) = heading.title.split_once(' ').unwrap_or(("", &heading.title));
    let body_end = page.headings.get(1).map_or(text.len(), |next| next.span.start);
    let (list, facts) = facts(text, heading.span.end..body_end);
    let mut html = format!(
        "<header class=\"chapter-head\"><div class=\"letter\" aria-hidden=\"true\">{letter}</div><div>\
         <p class=\"kicker\">{kicker}</p><h1 id=\"{id}\">{title}</h1></div><div class=\"facts\">",
        letter = escape(letter),
        kicker = escape(&messages.with("book-chapter-kicker", &[("letter", letter)])),
        id = escape(heading.id.as_deref().unwrap_or_default()),
        title = escape(title),
    );
    let mut fact = |name: &str, value: &str| {
        let _ = write!(html, "<span><b>{}</b> {value}</span>", escape(name));
    };
    for (name, value) in &facts {
        fact(name, value);
    }
    fact(&messages.text("book-reading"), &escape(&messages.count("book-minutes", &[("minutes", minutes(page))])));
    if let Some(date) = reviewed(heading) {
        fact(&messages.text("book-reviewed"), &escape(date));
    }
    html.push_str("</div></header>");
    Some((heading.span.start..list, format!("{html}\n\n")))
}

/// How long the text takes to read, without its quizzes.
pub fn minutes(page: &Page) -> usize {
    reading_words(page).div_ceil(WORDS_A_MINUTE).max(1)
}

/// Words of the text without its quizzes, by their share of the bytes.
fn reading_words(page: &Page) -> usize {
    let text = &page.text;
    let sections = page.quizzes.iter().map(|block| page.headings[block.heading].section.len());
    page.words * (text.len() - sections.sum::<usize>().min(text.len())) / text.len().max(1)
}

fn reviewed(heading: &Heading) -> Option<&str> {
    heading.attributes.get("reviewed").map(String::as_str).filter(|date| !date.is_empty())
}

/// The definition list directly below the title: its end, and its rows as plain name and HTML value.
fn facts(text: &str, body: Range<usize>) -> (usize, Vec<(String, String)>) {
    let slice = &text[body.clone()];
    let mut rows: Vec<(String, String)> = Vec::new();
    let mut is_list = false;
    let mut in_name = false;
    // Where the text of the definition in hand stands.
    let mut value: Option<Range<usize>> = None;
    for (event, span) in Parser::new_ext(slice, Options::ENABLE_DEFINITION_LIST).into_offset_iter() {
        match event {
            Event::Start(Tag::DefinitionList) => is_list = true,
            _ if !is_list => break,
            Event::End(TagEnd::DefinitionList) => return (body.start + span.end, rows),
            Event::Start(Tag::DefinitionListTitle) => {
                in_name = true;
                rows.push((String::new(), String::new()));
            }
            Event::End(TagEnd::DefinitionListTitle) => in_name = false,
            Event::Start(Tag::DefinitionListDefinition) => value = None,
            Event::End(TagEnd::DefinitionListDefinition) => {
                if let (Some((_, html)), Some(span)) = (rows.last_mut(), value.take()) {
                    *html = compendium_authoring::html::inline(&slice[span]);
                }
            }
            Event::Text(name) if in_name => {
                if let Some((title, _)) = rows.last_mut() {
                    title.push_str(&name);
                }
            }
            _ => value = Some(value.map_or(span.start, |value| value.start)..span.end),
        }
    }
    (body.start, Vec::new())
}
