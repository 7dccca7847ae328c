//! The revision of an item: a hash of its content.
//!
//! It covers what the learner sees before answering (the situation of the case, the stem, the parts of the answer)
//! and the key. It leaves out feedback, hint, rationale, outcome, level and id: mending a word of the feedback must
//! not make old answers look like answers to another question.
//!
//! What is hashed is the plain text with the targets of images, not the HTML: wrapping a line, or a later version of
//! this program that writes other tags, changes nothing that was asked.

use std::ops::Range;

use compendium_core::item::Kind;

use crate::text::{Piece, visit};
use crate::tokens::Document;

/// FNV-1a, 32 bits.
pub(crate) struct Revision {
    hash: u32,
    gap_due: bool,
}

impl Revision {
    pub fn new(kind: &Kind) -> Revision {
        let mut revision = Revision { hash: 0x811c_9dc5, gap_due: false };
        revision.field(kind.name());
        revision
    }

    /// Text in which white space counts as one space.
    pub fn text(&mut self, text: &str) {
        for found in text.chars() {
            if found.is_whitespace() {
                self.gap_due = true;
                continue;
            }
            if std::mem::take(&mut self.gap_due) {
                self.byte(b' ');
            }
            for byte in found.encode_utf8(&mut [0; 4]).bytes() {
                self.byte(byte);
            }
        }
    }

    /// Ends a field, so that `a|bc` and `ab|c` differ.
    pub fn end(&mut self) {
        self.gap_due = false;
        self.byte(0);
    }

    pub fn field(&mut self, text: &str) {
        self.text(text);
        self.end();
    }

    pub fn tokens(&mut self, doc: &Document, range: Range<usize>, skip_quotes: bool) {
        visit(&doc.tokens[range], skip_quotes, |piece| match piece {
            Piece::Text(text) | Piece::Code(text) => self.text(text),
            Piece::Gap => self.gap_due = true,
            Piece::Image(target) => {
                self.text(target);
                self.gap_due = true;
            }
        });
        self.end();
    }

    pub fn finish(self) -> u32 {
        self.hash
    }

    fn byte(&mut self, byte: u8) {
        self.hash = (self.hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
}
