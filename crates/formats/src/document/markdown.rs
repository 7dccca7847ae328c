//! A document as Markdown. Signs that would mean something are escaped where they would, so that it reads back as it was.

use super::{Block, Content, Document, Run};

pub fn write(document: &Document) -> String {
    let mut out = String::new();
    line(&mut out, document, "# ", "", &document.title);
    push_blocks(&mut out, document, "", &document.blocks);
    out
}

/// Blocks parted by empty lines; `indent` stands before each line.
fn push_blocks(out: &mut String, document: &Document, indent: &str, blocks: &[Block]) {
    for (at, block) in blocks.iter().enumerate() {
        // Of two lists in a row the second would go on with the first: another sign begins another list.
        let is_list = |block: &Block| matches!(block, Block::List { .. });
        let is_second = at > 0 && is_list(block) && is_list(&blocks[at - 1]);
        if at > 0 || indent.is_empty() {
            out.push('\n');
        }
        match block {
            Block::Heading { level, runs } => {
                let marks = "######";
                let marks = &marks[..usize::from(*level).clamp(1, 5) + 1];
                line(out, document, &[indent, marks, " "].concat(), indent, runs);
            }
            Block::Paragraph(runs) => line(out, document, indent, indent, runs),
            Block::List { start, items } => push_list(out, document, indent, *start, items, is_second),
            Block::Table { head, rows } => {
                push_row(out, document, indent, head);
                out.push_str(indent);
                out.push('|');
                out.push_str(&"---|".repeat(head.len()));
                out.push('\n');
                rows.iter().for_each(|row| push_row(out, document, indent, row));
            }
        }
    }
}

fn push_list(
    out: &mut String,
    document: &Document,
    indent: &str,
    start: Option<u32>,
    items: &[Vec<Block>],
    is_second: bool,
) {
    for (at, item) in items.iter().enumerate() {
        let sign = match (start, is_second) {
            (Some(first), false) => [&(first + at as u32).to_string(), ". "].concat(),
            (Some(first), true) => [&(first + at as u32).to_string(), ") "].concat(),
            (None, false) => "- ".to_owned(),
            (None, true) => "* ".to_owned(),
        };
        let inner = [indent, &" ".repeat(sign.len())].concat();
        let rest = match item.split_first() {
            Some((Block::Paragraph(runs), rest)) => {
                line(out, document, &[indent, &sign].concat(), &inner, runs);
                rest
            }
            _ => {
                out.push_str(indent);
                out.push_str(sign.trim_end());
                out.push('\n');
                item
            }
        };
        // A list directly below its line keeps the item tight.
        if !rest.is_empty() && !matches!(rest[0], Block::List { .. }) {
            out.push('\n');
        }
        push_blocks(out, document, &inner, rest);
    }
}

fn push_row(out: &mut String, document: &Document, indent: &str, cells: &[Vec<Run>]) {
    out.push_str(indent);
    out.push('|');
    for cell in cells {
        out.push(' ');
        let mut inner = String::new();
        push_runs(&mut inner, document, cell, "");
        // A row is one line.
        out.push_str(inner.replace("\\\n", " ").trim());
        out.push_str(if inner.is_empty() { "|" } else { " |" });
    }
    out.push('\n');
}

fn line(out: &mut String, document: &Document, before: &str, indent: &str, runs: &[Run]) {
    out.push_str(before);
    push_runs(out, document, runs, indent);
    out.push('\n');
}

/// Runs with their marks. White space stands outside of marks, or they would not be read as such.
fn push_runs(out: &mut String, document: &Document, runs: &[Run], indent: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut held = String::new();
    let mut is_start = true;
    for run in runs {
        let text = document.text_of(run);
        let inner = text.trim_matches(' ');
        let before = &text[..text.len() - text.trim_start_matches(' ').len()];
        let wanted: Vec<&str> = [("**", run.bold), ("*", run.italic)]
            .into_iter()
            .filter(|(_, is_on)| *is_on)
            .map(|(mark, _)| mark)
            .collect();
        let kept = open.iter().zip(&wanted).take_while(|(one, other)| one == other).count();
        for mark in open.drain(kept..).rev() {
            out.push_str(mark);
        }
        if inner.is_empty() {
            held.push_str(&text);
            continue;
        }
        out.push_str(&held);
        out.push_str(before);
        for mark in &wanted[kept..] {
            out.push_str(mark);
            open.push(mark);
            is_start = false;
        }
        push_text(out, inner, is_start, matches!(run.content, Content::Slot(_)), indent);
        held = text[before.len() + inner.len()..].to_owned();
        is_start = false;
    }
    for mark in open.drain(..).rev() {
        out.push_str(mark);
    }
}

fn push_text(out: &mut String, text: &str, is_start: bool, is_slot: bool, indent: &str) {
    for (at, part) in text.split('\n').enumerate() {
        if at > 0 {
            out.push_str("\\\n");
            out.push_str(indent);
        }
        let is_line_start = is_start || at > 0;
        let digits = part.len() - part.trim_start_matches(|found: char| found.is_ascii_digit()).len();
        for (place, found) in part.char_indices() {
            let rest = &part[place + found.len_utf8()..];
            let before = part[..place].chars().next_back();
            let is_number_end = place == digits && digits > 0 && matches!(found, '.' | ')');
            let is_first = place == 0 && matches!(found, '#' | '+' | '-' | '=' | ':' | '>' | '[');
            let is_after_bracket = out.ends_with(']') && matches!(found, '(' | '[' | ':');
            let is_special = match found {
                '\\' | '`' | '*' | '<' | '|' | '~' | '{' | '}' => true,
                '_' => !is_between_words(before, rest),
                '[' => {
                    is_slot
                        || rest.starts_with('^')
                        || rest.contains("](")
                        || rest.contains("][")
                        || rest.contains("]:")
                }
                '&' => is_entity(rest),
                _ => false,
            };
            if is_special || is_after_bracket || (is_line_start && (is_number_end || is_first)) {
                out.push('\\');
            }
            out.push(found);
        }
    }
}

/// Whether what follows a `&` makes it an entity.
fn is_entity(rest: &str) -> bool {
    rest.find(|found: char| !found.is_ascii_alphanumeric() && found != '#')
        .is_some_and(|end| rest[end..].starts_with(';'))
}

fn is_between_words(before: Option<char>, rest: &str) -> bool {
    before.is_some_and(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{sample, slot, text};
    use super::*;

    #[test]
    fn writes_one_of_everything() {
        let expected = "\
# Rules of \\[Full name of the centre]

## 1 Purpose

**Number: *[number]***. For **\\[Full name of the centre]** & \\<others>\\
in two lines

1. one
2. two, with points:
   - first point
   - second point
3. three

### Limits

4. four

| What | When \\| how |
|---|---|
| review | \\[Time for a review] |
| | |
";
        assert_eq!(write(&sample()), expected);
    }

    #[test]
    fn signs_are_escaped_where_they_mean_something() {
        for (words, expected) in [
            ("- no list", "\\- no list"),
            ("1. no list", "1\\. no list"),
            ("a - b 1. c # d", "a - b 1. c # d"),
            ("[date] of a_b_c _x_", "\\[date] of a_b_c \\_x\\_"),
            ("on [date] (noon)", "on [date] (noon)"),
            ("on [date](noon) [^1]", "on \\[date]\\(noon) \\[^1]"),
            ("R&D &amp; {a}", "R&D \\&amp; \\{a\\}"),
        ] {
            let document = Document { blocks: vec![Block::Paragraph(vec![text(words)])], ..sample() };
            assert_eq!(write(&document).lines().nth(2), Some(expected), "{words}");
        }
        let runs = vec![slot(1), text("(x)")];
        let document = Document { blocks: vec![Block::Paragraph(runs)], ..sample() };
        assert_eq!(write(&document).lines().nth(2), Some("\\[Time for a review]\\(x)"));
    }

    #[test]
    fn two_lists_in_a_row_stay_two() {
        let list = |start| Block::List { start, items: vec![vec![Block::Paragraph(vec![text("a")])]] };
        let document = Document { blocks: vec![list(None), list(None)], ..sample() };
        assert!(write(&document).ends_with("\n- a\n\n* a\n"), "{}", write(&document));
    }
}
