//! Plain text of tokens, and small helpers on words.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::tokens::{Document, Token};

/// A piece of what a reader sees.
pub(crate) enum Piece<'t> {
    Text(&'t str),
    Code(&'t str),
    /// Between lines, paragraphs and cells.
    Gap,
    /// The target of an image; its alternative text follows as text.
    Image(&'t str),
}

/// Plain text of a piece of Markdown: no marks, no HTML, white space folded.
pub fn plain_text(markdown: &str) -> String {
    plain(&Document::read(markdown).tokens)
}

pub(crate) fn plain(tokens: &[Token]) -> String {
    let mut plain = String::new();
    visit(tokens, false, |piece| match piece {
        Piece::Text(text) | Piece::Code(text) => push_folded(&mut plain, text),
        Piece::Gap => push_folded(&mut plain, " "),
        Piece::Image(_) => {}
    });
    plain.truncate(plain.trim_end().len());
    plain
}

/// Walks the visible parts. `skip_quotes` leaves out quotations: in a choice they are its feedback.
pub(crate) fn visit<'t>(tokens: &'t [Token], skip_quotes: bool, mut see: impl FnMut(Piece<'t>)) {
    let mut skipped = 0;
    for token in tokens {
        match &token.event {
            Event::Start(Tag::BlockQuote(_)) if skip_quotes => skipped += 1,
            Event::End(TagEnd::BlockQuote(_)) if skip_quotes => skipped -= 1,
            _ if skipped > 0 => {}
            Event::Text(text) => see(Piece::Text(text)),
            Event::Code(text) => see(Piece::Code(text)),
            Event::Start(Tag::Image { dest_url, .. }) => see(Piece::Image(dest_url)),
            Event::SoftBreak | Event::HardBreak | Event::Rule => see(Piece::Gap),
            Event::End(end) if is_block(end) => see(Piece::Gap),
            _ => {}
        }
    }
}

fn is_block(end: &TagEnd) -> bool {
    !matches!(
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

/// Appends with every run of white space made one space, none at the start.
pub(crate) fn push_folded(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(|found: char| found.is_whitespace()) {
        out.push_str(&rest[..at]);
        if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
        rest = rest[at..].trim_start();
    }
    out.push_str(rest);
}

/// Counts words over events that may split one: a word is a run without white space that has a letter or digit.
#[derive(Default)]
pub(crate) struct WordCount {
    pub words: usize,
    is_inside: bool,
}

impl WordCount {
    pub fn text(&mut self, text: &str) {
        for found in text.chars() {
            match found {
                ' ' => self.is_inside = false,
                _ if self.is_inside && found.is_ascii_graphic() => {}
                _ if found.is_whitespace() => self.is_inside = false,
                _ if !self.is_inside && found.is_alphanumeric() => {
                    self.is_inside = true;
                    self.words += 1;
                }
                _ => {}
            }
        }
    }

    pub fn gap(&mut self) {
        self.is_inside = false;
    }
}

/// The id that mdBook 0.5 gives a heading without one.
pub(crate) fn automatic_id(title: &str) -> String {
    let kept = |found: char| match found {
        found if found.is_alphanumeric() || found == '_' || found == '-' => Some(found),
        found if found.is_whitespace() => Some('-'),
        _ => None,
    };
    title.trim().to_lowercase().chars().filter_map(kept).collect()
}

/// The known name that a wrong one was probably meant to be: one or two letters away, and the only such.
pub fn nearest<'n>(wrong: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let letters: Vec<char> = wrong.chars().take(LONGEST_NAME + 1).collect();
    if letters.len() > LONGEST_NAME {
        return None;
    }
    let mut limit = if letters.len() > 4 { 2 } else { 1 }.min(letters.len().saturating_sub(1));
    let mut best: Option<&str> = None;
    let mut is_tie = false;
    for name in known {
        match distance_within(&letters, name, limit) {
            Some(distance) if distance < limit || best.is_none() => {
                (best, limit, is_tie) = (Some(name), distance, false);
            }
            Some(_) => is_tie |= best != Some(name),
            None => {}
        }
    }
    best.filter(|_| !is_tie)
}

/// Longer ones are no slips of the pen.
const LONGEST_NAME: usize = 100;

/// How many insertions, deletions, replacements and swaps of neighbours lead from one word to the other,
/// if they are no more than `limit`.
fn distance_within(one: &[char], other: &str, limit: usize) -> Option<usize> {
    if other.len() > 4 * (LONGEST_NAME + 2) {
        return None;
    }
    let other: Vec<char> = other.chars().collect();
    if one.len().abs_diff(other.len()) > limit {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for i in 0..one.len() {
        let mut row = Vec::with_capacity(other.len() + 1);
        row.push(i + 1);
        for j in 0..other.len() {
            let mut least = (above[j] + usize::from(one[i] != other[j])).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && one[i] == other[j - 1] && one[i - 1] == other[j] {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        // Rows never fall again, but for a swap that reaches back by one.
        if row.iter().chain(&above).all(|&cell| cell > limit) {
            return None;
        }
        before = std::mem::replace(&mut above, row);
    }
    Some(above[other.len()]).filter(|&distance| distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_what_a_reader_sees() {
        for (markdown, plain) in [
            ("Who *can* bind `x`?", "Who can bind x?"),
            ("one\ntwo\n\nthree", "one two three"),
            ("a [link](b.md) and ![alt](c.svg)", "a link and alt"),
            ("a <b>bold</b> &amp; \\* move", "a bold & * move"),
            ("| a | b |\n|---|---|\n| c | d |", "a b c d"),
            ("", ""),
        ] {
            assert_eq!(plain_text(markdown), plain, "{markdown:?}");
        }
    }

    #[test]
    fn words_are_counted_across_events() {
        for (text, words) in [("don't stop", 2), ("a – b", 2), ("*a*b c", 2), ("1,800 minutes.", 2), ("…", 0)] {
            let mut count = WordCount::default();
            for token in &Document::read(text).tokens {
                if let Event::Text(text) = &token.event {
                    count.text(text);
                }
            }
            assert_eq!(count.words, words, "{text:?}");
        }
    }

    #[test]
    fn nearest_names_one_candidate_or_none() {
        let known = ["multiple", "match", "order", "text", "outcome"];
        for (wrong, meant) in [
            ("multipel", Some("multiple")),
            ("ordre", Some("order")),
            ("outcomes", Some("outcome")),
            ("txet", Some("text")),
            ("banana", None),
            ("", None),
            ("x", None),
        ] {
            assert_eq!(nearest(wrong, known), meant, "{wrong:?}");
        }
        assert_eq!(nearest("bat", ["cat", "hat"]), None, "two candidates are none");
    }
}
