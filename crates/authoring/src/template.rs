//! Templates: a list of names that readers fill in once, and documents that use them.
//!
//! ```markdown
//! ## Variables {#template-variables .variables}
//!
//! `centre.name`
//! : Full name of the centre. Example: National Fusion Centre
//!
//! ## Rules of {{ centre.name }} {#rules-text .fill}
//! ```

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use crate::outline::Outline;
use crate::page::{Page, Span, Template, Variable, VariableUse};
use crate::text;
use crate::tokens::Document;

/// Something in braces.
pub(crate) struct Braces {
    pub span: Span,
    /// None where it is no variable.
    pub name: Option<String>,
}

pub(crate) fn read_template(doc: &Document, outline: &Outline, page: &mut Page) {
    for heading in with_class(outline, page, "variables").collect::<Vec<_>>() {
        read_variables(doc, outline.places[heading].body.clone(), &mut page.variables);
    }
    let document = documents(outline, page).next();
    page.template = document.map(|heading| {
        let found = braces(doc, document_tokens(outline, heading));
        let uses = found.into_iter().filter_map(|piece| Some(VariableUse { name: piece.name?, span: piece.span }));
        Template { heading, uses: uses.collect() }
    });
}

/// Places of the headings whose sections are documents: one, if all is well.
pub(crate) fn documents(outline: &Outline, page: &Page) -> impl Iterator<Item = usize> {
    with_class(outline, page, "fill")
}

fn with_class(outline: &Outline, page: &Page, class: &str) -> impl Iterator<Item = usize> {
    let headings = page.headings.iter().zip(&outline.places).enumerate();
    headings.filter(move |(_, (heading, place))| heading.has_class(class) && !place.is_nested).map(|(at, _)| at)
}

/// Tokens of a document, its title included.
pub(crate) fn document_tokens(outline: &Outline, heading: usize) -> Range<usize> {
    outline.places[heading].token..outline.places[heading].body.end
}

/// `group.name`, of small letters, digits and low lines.
pub(crate) fn is_name(name: &str) -> bool {
    let is_part = |part: &str| {
        part.starts_with(|first: char| first.is_ascii_lowercase())
            && part.chars().all(|found| found.is_ascii_lowercase() || found.is_ascii_digit() || found == '_')
    };
    name.split_once('.').is_some_and(|(group, name)| is_part(group) && is_part(name))
}

/// What stands in braces in the running text of some tokens, whole or broken.
pub(crate) fn braces(doc: &Document, tokens: Range<usize>) -> Vec<Braces> {
    let mut found = Vec::new();
    for token in &doc.tokens[tokens] {
        let Event::Text(text) = &token.event else { continue };
        // Text that differs from its source is a single sign: an entity or a quotation mark.
        if doc.text[token.span.clone()] == **text {
            braces_of_text(text, token.span.start, &mut found);
        }
    }
    found
}

fn braces_of_text(text: &str, offset: usize, found: &mut Vec<Braces>) {
    let mut at = 0;
    while let Some(next) = text[at..].find(['{', '}']) {
        let start = at + next;
        let (length, name) = brace(&text[start..]);
        at = start + length.unwrap_or(1);
        if length.is_some() {
            found.push(Braces { span: offset + start..offset + at, name });
        }
    }
}

/// What begins with this brace: its length, and the name if it is a variable. No length for a brace that means nothing.
fn brace(rest: &str) -> (Option<usize>, Option<String>) {
    // What closes further on closes something else; and a long line is read once.
    let mut end = rest.len().min(LONGEST);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    let rest = &rest[..end];
    if let Some(inner) = rest.strip_prefix("{{") {
        return match inner.find("}}") {
            Some(end) if !inner[..end].contains("{{") => {
                let name = inner[..end].trim();
                (Some(end + 4), is_name(name).then(|| name.to_owned()))
            }
            // Closed by one brace; or not at all, then the sign alone is shown.
            _ => (Some(closed_by_one(inner).map_or(2, |end| end + 3)), None),
        };
    }
    if rest.starts_with("{%") || rest.starts_with("{#") || rest.starts_with("}}") {
        return (Some(2), None);
    }
    // One brace around a name is a slip of the pen.
    let inner = rest.strip_prefix('{').and_then(|inner| inner.split_once('}'));
    let slip = inner.filter(|(name, _)| is_name(name.trim()));
    (slip.map(|(name, _)| name.len() + 2), None)
}

/// Bytes that a variable has at most, braces included.
const LONGEST: usize = 200;

/// Where the one brace stands that closes a single word.
fn closed_by_one(inner: &str) -> Option<usize> {
    inner.find('}').filter(|&end| !inner[..end].trim().contains(['{', ' ']))
}

fn read_variables(doc: &Document, body: Range<usize>, variables: &mut Vec<Variable>) {
    let is_list = |&place: &usize| matches!(doc.tokens[place].event, Event::Start(Tag::DefinitionList));
    for list in doc.outermost(body).filter(is_list) {
        let mut waiting: Option<(String, Span)> = None;
        for place in doc.outermost(list + 1..doc.tokens[list].close) {
            let plain = text::plain(doc.whole(place));
            match doc.tokens[place].event {
                Event::Start(Tag::DefinitionListTitle) => {
                    waiting = Some((plain, doc.trimmed(doc.tokens[place].span.clone())));
                }
                Event::Start(Tag::DefinitionListDefinition) => {
                    let Some((name, span)) = waiting.take() else { continue };
                    let (text, example) = split_example(&plain);
                    let (label, note) = split_label(text);
                    let own = |part: &str| part.to_owned();
                    variables.push(Variable {
                        name,
                        label: own(label),
                        note: own(note),
                        example: own(example),
                        span,
                    });
                }
                _ => {}
            }
        }
    }
}

/// Parts a definition from its example: the last sentence that is one word, a colon, and the example. So it is in
/// every language.
fn split_example(definition: &str) -> (&str, &str) {
    for (at, _) in definition.rmatch_indices(':') {
        let before = definition[..at].trim_end();
        let Some((text, word)) = before.rsplit_once(char::is_whitespace) else { continue };
        let is_word = word.chars().all(char::is_alphabetic);
        if is_word && text.trim_end().ends_with(['.', '!', '?', '؟', '۔', '。']) {
            return (text.trim_end(), definition[at + 1..].trim());
        }
    }
    (definition, "")
}

/// Parts a text into its first clause and the rest.
fn split_label(text: &str) -> (&str, &str) {
    let is_end = |&(at, sign): &(usize, char)| {
        matches!(sign, '.' | ';' | '؛' | '۔' | '。')
            && text[at + sign.len_utf8()..].chars().next().is_none_or(char::is_whitespace)
    };
    match text.char_indices().find(is_end) {
        Some((at, sign)) => (text[..at].trim_end(), text[at + sign.len_utf8()..].trim()),
        None => (text, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_are_parted_in_every_language() {
        for (definition, label, note, example) in [
            ("Full name. Example: National Centre", "Full name", "", "National Centre"),
            (
                "Address; on one line, e.g. a: b. Example: Avenue 1",
                "Address",
                "on one line, e.g. a: b.",
                "Avenue 1",
            ),
            ("Nom complet. Exemple : Centre national", "Nom complet", "", "Centre national"),
            ("الاسم الكامل. مثال: المركز الوطني", "الاسم الكامل", "", "المركز الوطني"),
            ("On personal data: entry, review", "On personal data: entry, review", "", ""),
            ("", "", "", ""),
        ] {
            let (text, found) = split_example(definition);
            assert_eq!((split_label(text), found), ((label, note), example), "{definition}");
        }
    }

    #[test]
    fn braces_are_variables_or_broken() {
        for (text, expected) in [
            ("a {{ centre.name }} b", vec![("{{ centre.name }}", true)]),
            ("{{centre.name}}{{ a.b_2 }}", vec![("{{centre.name}}", true), ("{{ a.b_2 }}", true)]),
            (
                "{{ Centre.name }} {{ centre }} {{ a.b.c }} {{}}",
                vec![
                    ("{{ Centre.name }}", false),
                    ("{{ centre }}", false),
                    ("{{ a.b.c }}", false),
                    ("{{}}", false),
                ],
            ),
            ("{{centre.name} x {{ a.b }}", vec![("{{centre.name}", false), ("{{ a.b }}", true)]),
            ("{{ centre.name }", vec![("{{ centre.name }", false)]),
            ("{{ centre.name x", vec![("{{", false)]),
            ("{ centre.name } {a, b} }", vec![("{ centre.name }", false)]),
            ("{% if x %} }}", vec![("{%", false), ("}}", false)]),
            ("plain", vec![]),
        ] {
            let doc = Document::read(text);
            let found = braces(&doc, 0..doc.tokens.len());
            let found: Vec<(&str, bool)> =
                found.iter().map(|piece| (&text[piece.span.clone()], piece.name.is_some())).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
