//! Markdown of a template's document → the document that leaves the book.
//!
//! It holds headings, paragraphs, bold, italics, lists and tables. `not-for-word` reports everything else; of that the
//! words are kept and the marks are lost.

use compendium_authoring::page::Variable;
use compendium_formats::document::{Block, Cell, Content, Document, Run, Slot, push_run};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeStream};

/// What a document needs to know of its book.
pub struct Book<'b> {
    pub language: &'b str,
    pub rtl: bool,
    pub variables: &'b [Variable],
}

/// The set that mdBook reads with, as far as a document holds it.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_SMART_PUNCTUATION)
    .union(Options::ENABLE_HEADING_ATTRIBUTES);

/// Reads a document; its first heading is the title. Variables that the book lists become slots.
pub fn read(markdown: &str, book: &Book<'_>) -> Document {
    let mut reader = Reader {
        book,
        slots: Vec::new(),
        line: Vec::new(),
        bold: 0,
        italic: 0,
        open: Vec::new(),
        blocks: Vec::new(),
    };
    let mut title = None;
    let mut base = 1;
    for event in TextMergeStream::new(Parser::new_ext(markdown, OPTIONS)) {
        if let (Event::End(TagEnd::Heading(level)), None) = (&event, &title) {
            base = *level as u8;
            title = Some(reader.take_line());
            continue;
        }
        reader.step(event, base);
    }
    reader.end_line();
    Document {
        title: title.unwrap_or_default(),
        language: book.language.to_owned(),
        rtl: book.rtl,
        slots: reader.slots,
        blocks: reader.blocks,
    }
}

struct Reader<'r> {
    book: &'r Book<'r>,
    slots: Vec<Slot>,
    /// Runs of the paragraph, heading or cell in hand.
    line: Vec<Run>,
    bold: usize,
    italic: usize,
    open: Vec<Open>,
    blocks: Vec<Block>,
}

/// A list or table that has not ended yet.
enum Open {
    List { start: Option<u32>, items: Vec<Vec<Block>> },
    Table { rows: Vec<Vec<Cell>> },
}

impl Reader<'_> {
    fn step(&mut self, event: Event<'_>, base: u8) {
        match event {
            Event::Start(Tag::Strong) => self.bold += 1,
            Event::End(TagEnd::Strong) => self.bold -= 1,
            Event::Start(Tag::Emphasis) => self.italic += 1,
            Event::End(TagEnd::Emphasis) => self.italic -= 1,
            Event::Text(text) => self.text(&text),
            Event::Code(text) => self.push(Content::Text(text.into_string())),
            Event::SoftBreak => self.push(Content::Text(" ".to_owned())),
            Event::HardBreak => self.push(Content::Text("\n".to_owned())),
            Event::End(TagEnd::Heading(level)) => {
                let runs = self.take_line();
                self.block(Block::Heading { level: (level as u8).saturating_sub(base).max(1), runs });
            }
            Event::End(TagEnd::Paragraph) => self.end_line(),
            Event::Start(Tag::List(start)) => {
                // In a tight item its own line comes first.
                self.end_line();
                let start = start.map(|first| u32::try_from(first).unwrap_or(1));
                self.open.push(Open::List { start, items: Vec::new() });
            }
            Event::Start(Tag::Item) => {
                if let Some(Open::List { items, .. }) = self.open.last_mut() {
                    items.push(Vec::new());
                }
            }
            Event::End(TagEnd::Item) => self.end_line(),
            Event::Start(Tag::Table(_)) => {
                self.end_line();
                self.open.push(Open::Table { rows: Vec::new() });
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                if let Some(Open::Table { rows }) = self.open.last_mut() {
                    rows.push(Vec::new());
                }
            }
            Event::End(TagEnd::TableCell) => {
                let cell = self.take_line();
                if let Some(Open::Table { rows }) = self.open.last_mut()
                    && let Some(row) = rows.last_mut()
                {
                    row.push(cell);
                }
            }
            Event::End(TagEnd::List(_) | TagEnd::Table) => {
                if let Some(open) = self.open.pop() {
                    self.block(open.into_block());
                }
            }
            _ => {}
        }
    }

    /// Text with its variables.
    fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(start) = rest.find("{{") {
            let Some(end) = rest[start..].find("}}").map(|end| start + end) else { break };
            let name = rest[start + 2..end].trim();
            match self.slot(name) {
                Some(slot) => {
                    self.push(Content::Text(rest[..start].to_owned()));
                    self.push(Content::Slot(slot));
                }
                None => self.push(Content::Text(rest[..end + 2].to_owned())),
            }
            rest = &rest[end + 2..];
        }
        self.push(Content::Text(rest.to_owned()));
    }

    fn slot(&mut self, name: &str) -> Option<u16> {
        let variable = self.book.variables.iter().find(|variable| variable.name == name)?;
        let place = self.slots.iter().position(|slot| slot.name == name).unwrap_or_else(|| {
            self.slots.push(Slot { name: variable.name.clone(), label: variable.label.clone() });
            self.slots.len() - 1
        });
        u16::try_from(place).ok()
    }

    fn push(&mut self, content: Content) {
        if content != Content::Text(String::new()) {
            push_run(&mut self.line, Run { content, bold: self.bold > 0, italic: self.italic > 0 });
        }
    }

    fn take_line(&mut self) -> Vec<Run> {
        std::mem::take(&mut self.line)
    }

    /// What stands in hand becomes a paragraph.
    fn end_line(&mut self) {
        let runs = self.take_line();
        if !runs.is_empty() {
            self.block(Block::Paragraph(runs));
        }
    }

    fn block(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(Open::List { items, .. }) => match items.last_mut() {
                Some(item) => item.push(block),
                None => items.push(vec![block]),
            },
            // A table holds no blocks; none is lost all the same.
            Some(Open::Table { .. }) | None => self.blocks.push(block),
        }
    }
}

impl Open {
    fn into_block(self) -> Block {
        match self {
            Open::List { start, items } => Block::List { start, items },
            Open::Table { mut rows } => {
                let head = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
                Block::Table { head, rows }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use compendium_formats::document::markdown;

    const BOOK: Book<'static> = Book { language: "en", rtl: false, variables: &[] };

    fn variable(name: &str) -> Variable {
        let label = format!("Label of {name}");
        Variable { name: name.to_owned(), label, note: String::new(), example: String::new(), span: 0..0 }
    }

    fn text(words: &str) -> Run {
        Run { content: Content::Text(words.to_owned()), bold: false, italic: false }
    }

    #[test]
    fn one_of_everything_is_read() {
        let variables = [variable("centre.name"), variable("limit.the_hour")];
        let document = read(
            "## Rules of {{ centre.name }} {#x .fill}\n\n### Part {#y}\n\nOne\ntwo, **bold {{limit.the_hour}}**\\\nthree.\n\n\
             2. one\n   - point\n3. two\n\n   more\n\n| a | |\n|---|---|\n| {{ centre.name }}'s | *b* |\n",
            &Book { variables: &variables, ..BOOK },
        );
        let slot = |place| Run { content: Content::Slot(place), bold: false, italic: false };
        let bold = |run: Run| Run { bold: true, ..run };
        assert_eq!(document.title, [text("Rules of "), slot(0)]);
        let line = |words: &str| Block::Paragraph(vec![text(words)]);
        let points = Block::List { start: None, items: vec![vec![line("point")]] };
        assert_eq!(
            document.blocks,
            [
                Block::Heading { level: 1, runs: vec![text("Part")] },
                Block::Paragraph(vec![text("One two, "), bold(text("bold ")), bold(slot(1)), text("\nthree.")]),
                Block::List {
                    start: Some(2),
                    items: vec![vec![line("one"), points], vec![line("two"), line("more")]]
                },
                Block::Table {
                    head: vec![vec![text("a")], vec![]],
                    rows: vec![vec![vec![slot(0), text("’s")], vec![Run { italic: true, ..text("b") }]]],
                },
            ]
        );
    }

    /// What was written from a document reads back as that document.
    #[test]
    fn markdown_reads_back() {
        let source = "# Title & more\n\n## 1 Part\n\n**Number:** ***[number]***, *a* **b *c* d**, 5 \\* 3, a_b_c, [date](x).\n\n\
            1. one\n2. two\n   - point\n     1. deep\n   - point\n\n- \\- no list\n- 1\\. no list\n\n\
            | a \\| b | c |\n|---|---|\n| **x** | |\n| | ***[y]*** z |\n\nline\\\nline\n";
        let document = read(source, &BOOK);
        let written = markdown::write(&document);
        assert_eq!(read(&written, &BOOK), document, "{written}");
        assert!(written.contains("***[number]***"), "{written}");
    }
}
