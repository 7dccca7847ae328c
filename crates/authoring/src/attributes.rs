//! The attribute block of a heading, piece by piece: `{#id .class key=value}`.
//!
//! The parser gives the values; this finds their places, for snippets and for repairs.

use crate::page::Span;

#[derive(Clone, Debug)]
pub(crate) struct Attribute {
    pub kind: AttributeKind,
    /// Without `#`, `.` or the value.
    pub name: String,
    pub value: Option<String>,
    /// The whole piece.
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AttributeKind {
    Id,
    Class,
    Key,
}

impl Attribute {
    /// Place of the name alone.
    pub fn name_span(&self) -> Span {
        let start = self.span.start + usize::from(self.kind != AttributeKind::Key);
        start..start + self.name.len()
    }

    /// Place of the value alone, empty behind the piece if there is none.
    pub fn value_span(&self) -> Span {
        let start = self.span.end - self.value.as_ref().map_or(0, String::len);
        start..self.span.end
    }
}

/// The block, braces included, in what the parser left between a heading's text and its end.
pub(crate) fn find_block(text: &str, gap: Span) -> Option<Span> {
    let rest = &text[gap.clone()];
    let close = rest.rfind('}')?;
    let open = rest[..close].rfind('{')?;
    Some(gap.start + open..gap.start + close + 1)
}

/// Splits as the parser does: at ASCII white space, by the first character.
pub(crate) fn read_block(text: &str, block: &Span) -> Vec<Attribute> {
    let inside = block.start + 1..block.end - 1;
    let mut found = Vec::new();
    for piece in text[inside.clone()].split_ascii_whitespace() {
        let start = inside.start + (piece.as_ptr() as usize - text[inside.clone()].as_ptr() as usize);
        let span = start..start + piece.len();
        let (kind, name, value) = match (piece.as_bytes()[0], piece.split_once('=')) {
            (b'#', _) => (AttributeKind::Id, &piece[1..], None),
            (b'.', _) => (AttributeKind::Class, &piece[1..], None),
            (_, Some((name, value))) => (AttributeKind::Key, name, Some(value.to_owned())),
            (_, None) => (AttributeKind::Key, piece, None),
        };
        found.push(Attribute { kind, name: name.to_owned(), value, span });
    }
    found
}
