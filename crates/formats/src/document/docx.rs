//! A document for word processors: Office Open XML, as small as it can be and still have real headings, real numbering,
//! tables with a head, page numbers, both directions of writing.
//!
//! The order of elements within their parents is the schema's: word processors refuse another one.

mod parts;
mod styles;

use super::zip::store;
use super::{Block, Cell, Content, Document, Run, push_escaped};
use parts::{CONTENT_TYPES, DOCUMENT_RELATIONSHIPS, FOOTER, RELATIONSHIPS, SETTINGS, core};
use styles::{INDENT, LEVELS, numbering, styles};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// Opens the root of a part, up to the end of its name space.
const MAIN: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">";

/// Characters between which columns share the width.
const NARROWEST: usize = 14;
const WIDEST: usize = 60;

/// Width of the text on A4 between its margins, in twentieths of a point.
const TEXT_WIDTH: usize = 9_412;

pub fn write(document: &Document) -> Vec<u8> {
    let mut writer = Writer { document, body: String::new(), lists: Vec::new() };
    writer.paragraph("Title", Place::Body, &document.title);
    document.blocks.iter().for_each(|block| writer.block(block, 0));
    let Writer { body, lists, .. } = writer;
    let part = |parts: &[&str]| [&[HEAD], parts].concat().concat();
    let right_to_left = if document.rtl { "<w:bidi/>" } else { "" };
    let parts = [
        ("[Content_Types].xml", part(&[CONTENT_TYPES])),
        ("_rels/.rels", part(&[RELATIONSHIPS])),
        ("docProps/core.xml", part(&[&core(document)])),
        ("word/_rels/document.xml.rels", part(&[DOCUMENT_RELATIONSHIPS])),
        (
            "word/document.xml",
            part(&[
                "<w:document ",
                MAIN,
                "<w:body>",
                &body,
                "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
                 <w:pgMar w:top=\"1134\" w:right=\"1247\" w:bottom=\"1247\" w:left=\"1247\" w:header=\"567\" \
                 w:footer=\"567\" w:gutter=\"0\"/>",
                right_to_left,
                "</w:sectPr></w:body></w:document>",
            ]),
        ),
        ("word/styles.xml", part(&["<w:styles ", MAIN, &styles(document), "</w:styles>"])),
        ("word/numbering.xml", part(&["<w:numbering ", MAIN, &numbering(&lists), "</w:numbering>"])),
        ("word/settings.xml", part(&["<w:settings ", MAIN, SETTINGS])),
        ("word/footer1.xml", part(&["<w:ftr ", MAIN, "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>", FOOTER])),
    ];
    let files: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    store(&files)
}

struct Writer<'d> {
    document: &'d Document,
    body: String,
    /// Of each list so far its level, and its first number if it is ordered; the place of a list is its number.
    lists: Vec<(usize, Option<u32>)>,
}

/// Where a paragraph stands.
enum Place {
    Body,
    /// Carries the number of an item: the list and its level.
    Item(usize, usize),
    /// Further down in an item of that level.
    Below(usize),
}

impl Writer<'_> {
    fn block(&mut self, block: &Block, level: usize) {
        match block {
            Block::Heading { level, runs } => {
                const STYLES: [&str; 5] = ["Heading1", "Heading2", "Heading3", "Heading4", "Heading5"];
                let style = STYLES[usize::from(level.saturating_sub(1)).min(STYLES.len() - 1)];
                self.paragraph(style, Place::Body, runs);
            }
            Block::Paragraph(runs) if level > 0 => self.paragraph("ListParagraph", Place::Below(level), runs),
            Block::Paragraph(runs) => self.paragraph("", Place::Body, runs),
            Block::List { start, items } => self.list(*start, items, level),
            Block::Table { head, rows } => self.table(head, rows),
        }
    }

    fn list(&mut self, start: Option<u32>, items: &[Vec<Block>], level: usize) {
        let own = self.lists.len();
        let level_of_items = level.min(LEVELS - 1);
        self.lists.push((level_of_items, start));
        for item in items {
            // The first paragraph carries the number; an item without one has an empty one.
            let (first, rest) = match item.split_first() {
                Some((Block::Paragraph(runs), rest)) => (runs.as_slice(), rest),
                _ => (&[][..], item.as_slice()),
            };
            self.paragraph("ListParagraph", Place::Item(own, level_of_items), first);
            rest.iter().for_each(|block| self.block(block, level + 1));
        }
    }

    fn table(&mut self, head: &[Cell], rows: &[Vec<Cell>]) {
        let widths = self.widths(head, rows);
        self.body.push_str("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>");
        if self.document.rtl {
            self.body.push_str("<w:bidiVisual/>");
        }
        self.body.push_str(
            "<w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\"/></w:tblPr><w:tblGrid>",
        );
        for width in &widths {
            for part in ["<w:gridCol w:w=\"", &width.to_string(), "\"/>"] {
                self.body.push_str(part);
            }
        }
        self.body.push_str("</w:tblGrid>");
        if head.iter().any(|cell| !cell.is_empty()) {
            self.row(head, &widths, true);
        }
        rows.iter().for_each(|row| self.row(row, &widths, false));
        // Two tables in a row would become one.
        self.body.push_str("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>");
    }

    /// A column is as wide as its longest cell asks for, within limits: an empty one is there to be written into.
    fn widths(&self, head: &[Cell], rows: &[Vec<Cell>]) -> Vec<usize> {
        let mut wanted: Vec<usize> = Vec::new();
        for row in rows.iter().map(Vec::as_slice).chain([head]) {
            for (column, cell) in row.iter().enumerate() {
                let length = cell.iter().map(|run| self.document.text_of(run).chars().count()).sum::<usize>();
                if column == wanted.len() {
                    wanted.push(NARROWEST);
                }
                wanted[column] = wanted[column].max(length.min(WIDEST));
            }
        }
        if wanted.is_empty() {
            wanted.push(1);
        }
        let sum: usize = wanted.iter().sum();
        wanted.into_iter().map(|own| TEXT_WIDTH * own / sum).collect()
    }

    fn row(&mut self, cells: &[Cell], widths: &[usize], is_head: bool) {
        self.body.push_str("<w:tr><w:trPr><w:cantSplit/>");
        if is_head {
            self.body.push_str("<w:tblHeader/>");
        }
        self.body.push_str("</w:trPr>");
        for (column, width) in widths.iter().enumerate() {
            for part in ["<w:tc><w:tcPr><w:tcW w:w=\"", &width.to_string(), "\" w:type=\"dxa\"/>"] {
                self.body.push_str(part);
            }
            if is_head {
                self.body.push_str("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEEEEE\"/>");
            }
            self.body.push_str("</w:tcPr>");
            let style = if is_head { "TableHead" } else { "TableText" };
            self.paragraph(style, Place::Body, cells.get(column).map_or(&[], Vec::as_slice));
            self.body.push_str("</w:tc>");
        }
        self.body.push_str("</w:tr>");
    }

    fn paragraph(&mut self, style: &str, place: Place, runs: &[Run]) {
        self.body.push_str("<w:p><w:pPr>");
        if !style.is_empty() {
            self.value("pStyle", style);
        }
        match place {
            Place::Body => {}
            Place::Item(list, level) => {
                self.body.push_str("<w:numPr>");
                self.value("ilvl", &level.to_string());
                self.value("numId", &(list + 1).to_string());
                self.body.push_str("</w:numPr>");
            }
            Place::Below(level) => {
                self.body.push_str("<w:ind w:left=\"");
                self.body.push_str(&(level.min(LEVELS) * INDENT).to_string());
                self.body.push_str("\"/>");
            }
        }
        self.body.push_str("</w:pPr>");
        runs.iter().for_each(|run| self.run(run));
        self.body.push_str("</w:p>");
    }

    fn run(&mut self, run: &Run) {
        let text = self.document.text_of(run);
        let mut looks = String::new();
        for (is_on, marks) in [
            (run.bold, "<w:b/><w:bCs/>"),
            (run.italic, "<w:i/><w:iCs/>"),
            // Marked, so that nobody signs it unseen.
            (matches!(run.content, Content::Slot(_)), "<w:highlight w:val=\"yellow\"/>"),
            (is_right_to_left(&text, self.document.rtl), "<w:rtl/>"),
        ] {
            if is_on {
                looks.push_str(marks);
            }
        }
        self.body.push_str("<w:r>");
        if !looks.is_empty() {
            for part in ["<w:rPr>", &looks, "</w:rPr>"] {
                self.body.push_str(part);
            }
        }
        for (at, part) in text.split('\n').enumerate() {
            if at > 0 {
                self.body.push_str("<w:br/>");
            }
            self.body.push_str("<w:t xml:space=\"preserve\">");
            push_escaped(&mut self.body, part);
            self.body.push_str("</w:t>");
        }
        self.body.push_str("</w:r>");
    }

    fn value(&mut self, name: &str, value: &str) {
        for part in ["<w:", name, " w:val=\"", value, "\"/>"] {
            self.body.push_str(part);
        }
    }
}

/// Word asks each run for its direction: by its first letter, or by the document where it has none.
fn is_right_to_left(text: &str, is_document: bool) -> bool {
    let is_rtl =
        |found: char| matches!(found, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    text.chars().find(|found| found.is_alphabetic()).map_or(is_document, is_rtl)
}
