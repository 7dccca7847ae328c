//! Byte ↔ line and column, for the edge where people read.

/// Lines and columns count from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// An index over one text. Looking up costs the same in a file of one line as in a file of many.
pub struct Lines<'t> {
    text: &'t str,
    /// Byte at which each line starts.
    starts: Vec<usize>,
    /// Characters before every [`STRIDE`]th byte.
    counts: Vec<usize>,
}

const STRIDE: usize = 1024;

impl<'t> Lines<'t> {
    /// A line ends with LF, CR LF or CR. A byte order mark is no column.
    pub fn new(text: &'t str) -> Lines<'t> {
        let bytes = text.as_bytes();
        let (mut starts, mut counts) = (vec![0], Vec::with_capacity(bytes.len() / STRIDE + 1));
        let mut characters = 0;
        for (at, &byte) in bytes.iter().enumerate() {
            if at % STRIDE == 0 {
                counts.push(characters);
            }
            characters += usize::from(is_start(byte));
            if byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                starts.push(at + 1);
            }
        }
        Lines { text, starts, counts }
    }

    /// Position of a byte; a place beyond the text is its end, one inside a character is that character.
    pub fn position(&self, byte: usize) -> Position {
        let byte = byte.min(self.text.len());
        let line = self.starts.partition_point(|&start| start <= byte);
        let start = self.starts[line - 1];
        let mark = usize::from(start == 0 && byte >= 3 && self.text.starts_with('\u{feff}'));
        Position { line, column: self.characters_before(byte) - self.characters_before(start) + 1 - mark }
    }

    /// Byte of a position; a column behind the line is the line's end, a line behind the text is the text's end.
    pub fn byte(&self, position: Position) -> usize {
        let Some(&start) = position.line.checked_sub(1).and_then(|line| self.starts.get(line)) else {
            return if position.line == 0 { 0 } else { self.text.len() };
        };
        let line = &self.text[start..self.end_of_line(position.line)];
        let mark = usize::from(start == 0 && line.starts_with('\u{feff}'));
        let skipped = position.column.saturating_sub(1) + mark;
        start + line.char_indices().nth(skipped).map_or(line.len(), |(at, _)| at)
    }

    /// Text of a line without its end.
    pub fn line(&self, line: usize) -> &'t str {
        match line.checked_sub(1).and_then(|line| self.starts.get(line)) {
            Some(&start) => &self.text[start..self.end_of_line(line)],
            None => "",
        }
    }

    pub fn n_lines(&self) -> usize {
        self.starts.len()
    }

    fn end_of_line(&self, line: usize) -> usize {
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        let whole = &self.text[self.starts[line - 1]..end];
        self.starts[line - 1] + whole.trim_end_matches(['\n', '\r']).len()
    }

    /// Characters that start before `byte`, that one's own character left out if `byte` is inside it.
    fn characters_before(&self, byte: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut byte = byte;
        while byte < bytes.len() && !is_start(bytes[byte]) {
            byte -= 1;
        }
        let from = byte / STRIDE;
        let Some(&count) = self.counts.get(from) else {
            // Behind the last byte, exactly at a stride.
            return self.text.chars().count();
        };
        count + bytes[from * STRIDE..byte].iter().filter(|&&b| is_start(b)).count()
    }
}

/// Whether a byte of UTF-8 begins a character.
fn is_start(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_and_columns_count_from_one_in_characters() {
        let text = "\u{feff}é1\r\n\r\nطl\rx\n";
        let lines = Lines::new(text);
        for (needle, line, column) in [("é", 1, 1), ("1", 1, 2), ("ط", 3, 1), ("l", 3, 2), ("x", 4, 1)] {
            let byte = text.find(needle).unwrap();
            let position = Position { line, column };
            assert_eq!(lines.position(byte), position, "{needle}");
            assert_eq!(lines.byte(position), byte, "{needle}");
        }
        assert_eq!(lines.position(text.len()), Position { line: 5, column: 1 });
        assert_eq!(lines.position(usize::MAX), Position { line: 5, column: 1 });
        assert_eq!(lines.line(3), "طl");
        assert_eq!((lines.line(2), lines.line(9), lines.n_lines()), ("", "", 5));
    }

    proptest! {
        #[test]
        fn byte_and_position_agree(text in "(\u{feff})?[a-zé\u{1F600}\r\n ]{0,40}") {
            let lines = Lines::new(&text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let is_line_end = text[..byte].ends_with('\r') && text[byte..].starts_with('\n');
                let is_mark = byte == 0 && text.starts_with('\u{feff}');
                if !is_line_end && !is_mark {
                    prop_assert_eq!(lines.byte(lines.position(byte)), byte);
                }
            }
        }

        #[test]
        fn columns_are_right_in_long_lines(before in 0..4_usize, text in "[xé]{0,40}") {
            let long = "é".repeat(STRIDE) + &"x".repeat(before) + &text;
            let lines = Lines::new(&long);
            for (column, (byte, _)) in long.char_indices().enumerate().skip(STRIDE - 2) {
                prop_assert_eq!(lines.position(byte), Position { line: 1, column: column + 1 });
            }
        }
    }
}
