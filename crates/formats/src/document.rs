//! A document that leaves the book as a file of its own.
//!
//! ```text
//! Document
//!  ├─ title            runs
//!  ├─ slots            what is still to be filled in: name and label
//!  └─ blocks           headings, paragraphs, lists, tables
//!      └─ runs         text or the place of a slot; bold, italic
//! ```
//! The same code writes it in the browser and on the command line: [`html`], [`markdown`], [`docx`].

pub mod docx;
pub mod html;
pub mod markdown;
mod zip;

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    pub title: Vec<Run>,
    /// BCP 47, such as `en` or `fr-CI`.
    pub language: String,
    /// Read from right to left.
    pub rtl: bool,
    pub slots: Vec<Slot>,
    pub blocks: Vec<Block>,
}

/// A gap that is filled in. Until then its label stands there in brackets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// `centre.name`.
    pub name: String,
    pub label: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// Level 1 stands directly below the title.
    Heading {
        level: u8,
        runs: Vec<Run>,
    },
    Paragraph(Vec<Run>),
    List {
        /// The first number of an ordered list.
        start: Option<u32>,
        items: Vec<Vec<Block>>,
    },
    Table {
        head: Vec<Cell>,
        rows: Vec<Vec<Cell>>,
    },
}

pub type Cell = Vec<Run>;

/// Words of one look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    pub content: Content,
    pub bold: bool,
    pub italic: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    /// A line end in it is a line end in the paragraph.
    Text(String),
    /// Its place in [`Document::slots`].
    Slot(u16),
}

impl Document {
    /// The document with the text of each slot that has one; the others stay.
    pub fn filled(&self, value: &dyn Fn(&str) -> Option<String>) -> Document {
        let values: Vec<Option<String>> = self
            .slots
            .iter()
            .map(|slot| value(&slot.name).map(|text| one_line(&text)).filter(|text| !text.is_empty()))
            .collect();
        let mut filled = self.clone();
        fill_runs(&mut filled.title, &values);
        filled.blocks.iter_mut().for_each(|block| fill_block(block, &values));
        filled
    }

    /// The title without its looks.
    pub fn plain_title(&self) -> String {
        let mut out = String::new();
        self.title.iter().for_each(|run| out.push_str(&self.text_of(run)));
        out
    }

    /// What a reader sees of a run.
    pub(crate) fn text_of(&self, run: &Run) -> String {
        match &run.content {
            Content::Text(text) => text.clone(),
            Content::Slot(place) => match self.slots.get(usize::from(*place)) {
                Some(slot) => ["[", &slot.label, "]"].concat(),
                None => String::new(),
            },
        }
    }
}

/// Appends a run, as one with the run before it where they look alike.
pub fn push_run(runs: &mut Vec<Run>, run: Run) {
    if let Some(last) = runs.last_mut()
        && (last.bold, last.italic) == (run.bold, run.italic)
        && let (Content::Text(before), Content::Text(text)) = (&mut last.content, &run.content)
    {
        before.push_str(text);
        return;
    }
    runs.push(run);
}

/// A text as it fits into a line: white space at its ends falls away, between words it is one space.
pub fn one_line(text: &str) -> String {
    let mut out = String::new();
    for word in text.split(|found: char| found == ' ' || found.is_control()).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out.trim().to_owned()
}

fn fill_block(block: &mut Block, values: &[Option<String>]) {
    match block {
        Block::Heading { runs, .. } | Block::Paragraph(runs) => fill_runs(runs, values),
        Block::List { items, .. } => items.iter_mut().flatten().for_each(|block| fill_block(block, values)),
        Block::Table { head, rows } => {
            head.iter_mut().chain(rows.iter_mut().flatten()).for_each(|cell| fill_runs(cell, values));
        }
    }
}

fn fill_runs(runs: &mut Vec<Run>, values: &[Option<String>]) {
    for mut run in std::mem::take(runs) {
        if let Content::Slot(place) = run.content
            && let Some(Some(text)) = values.get(usize::from(place))
        {
            run.content = Content::Text(text.clone());
        }
        push_run(runs, run);
    }
}

/// Appends text as content of HTML or XML, or of a quoted attribute. Signs that XML forbids are left out.
fn push_escaped(out: &mut String, text: &str) {
    for found in text.chars() {
        match found {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            found => out.push(found),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub fn text(text: &str) -> Run {
        Run { content: Content::Text(text.to_owned()), bold: false, italic: false }
    }

    pub fn slot(place: u16) -> Run {
        Run { content: Content::Slot(place), bold: false, italic: false }
    }

    /// One of everything.
    pub fn sample() -> Document {
        let bold = |run: Run| Run { bold: true, ..run };
        let italic = |run: Run| Run { italic: true, ..run };
        let item = |words: &str| vec![Block::Paragraph(vec![text(words)])];
        let nested = Block::List { start: None, items: vec![item("first point"), item("second point")] };
        let mut with_list = item("two, with points:");
        with_list.push(nested);
        Document {
            title: vec![text("Rules of "), slot(0)],
            language: "en".to_owned(),
            rtl: false,
            slots: vec![
                Slot { name: "centre.name".to_owned(), label: "Full name of the centre".to_owned() },
                Slot { name: "limit.review".to_owned(), label: "Time for a review".to_owned() },
            ],
            blocks: vec![
                Block::Heading { level: 1, runs: vec![text("1 Purpose")] },
                Block::Paragraph(vec![
                    bold(text("Number: ")),
                    bold(italic(text("[number]"))),
                    text(". For "),
                    bold(slot(0)),
                    text(" & <others>\nin two lines"),
                ]),
                Block::List { start: Some(1), items: vec![item("one"), with_list, item("three")] },
                Block::Heading { level: 2, runs: vec![text("Limits")] },
                Block::List { start: Some(4), items: vec![item("four")] },
                Block::Table {
                    head: vec![vec![text("What")], vec![text("When | how")]],
                    rows: vec![vec![vec![text("review")], vec![slot(1)]], vec![vec![], vec![]]],
                },
            ],
        }
    }

    #[test]
    fn slots_are_filled_and_joined_with_the_text_around() {
        let value = |name: &str| (name == "centre.name").then(|| " The\n\tNFC \u{7}".to_owned());
        let filled = sample().filled(&value);
        assert_eq!(filled.title, [text("Rules of The NFC")]);
        assert_eq!(filled.plain_title(), "Rules of The NFC");
        let Block::Paragraph(runs) = &filled.blocks[1] else { panic!("a paragraph") };
        assert_eq!((&runs[3].content, runs[3].bold), (&Content::Text("The NFC".to_owned()), true));
        let Block::Table { rows, .. } = &filled.blocks[5] else { panic!("a table") };
        assert_eq!(rows[0][1], [slot(1)], "what has no value stays a slot");
        assert_eq!(sample().filled(&|_| Some("  ".to_owned())), sample(), "an empty value is none");
        assert_eq!(sample().plain_title(), "Rules of [Full name of the centre]");
    }

    #[test]
    fn a_slot_that_does_not_exist_is_nothing() {
        let document = Document { title: vec![text("a"), slot(99)], ..sample() };
        assert_eq!(document.filled(&|_| None).plain_title(), "a");
    }
}
