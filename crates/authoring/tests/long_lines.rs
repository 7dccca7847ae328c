//! Ten megabytes of one line: read to its end, without a panic and without time that grows faster than the text.

mod common;

use std::time::Instant;

use common::read_soundly;
use compendium_authoring::lines::Lines;

const TEN_MEGABYTES: usize = 10 << 20;

/// Lines of many findings or events take a minute unoptimised: a tenth of them there, the whole with `--release`.
const MANY_EVENTS: usize = if cfg!(debug_assertions) { TEN_MEGABYTES / 10 } else { TEN_MEGABYTES };

fn check(size: usize, start: &str, repeated: &str) {
    let mut text = String::with_capacity(size + 100);
    text.push_str(start);
    while text.len() < size {
        text.push_str(repeated);
    }
    let begin = Instant::now();
    let (page, found) = read_soundly(&text);
    let lines = Lines::new(&text);
    assert!(found.iter().all(|finding| lines.position(finding.span.start).line <= lines.n_lines()));
    println!("{start:?} {repeated:?}: {} words, {} findings, {:?}", page.words, found.len(), begin.elapsed());
}

#[test]
fn words() {
    check(TEN_MEGABYTES, "", "one line of words ");
}

#[test]
fn multi_byte_letters() {
    check(TEN_MEGABYTES, "\u{feff}# ", "ééطط🙂");
}

#[test]
fn a_heading() {
    check(MANY_EVENTS, "## Quiz {#q .quiz}\n\n### Which is ", "not ");
}

#[test]
fn a_choice() {
    check(MANY_EVENTS, "## Quiz {#q .quiz}\n\n### Which?\n\n- [x] ", "all of *the* above ");
}

#[test]
fn marks() {
    check(MANY_EVENTS, "", "*a* `b` [^c] ");
}

#[test]
fn links() {
    check(MANY_EVENTS, "# Title\n\n", "[a](#b) ");
}

#[test]
fn brackets() {
    check(MANY_EVENTS, "", "[^");
}

#[test]
fn quotation_marks() {
    check(MANY_EVENTS, "", "\"");
}

#[test]
fn a_table_row() {
    check(TEN_MEGABYTES, "| a |\n|---|\n", "| b ");
}

#[test]
fn attributes() {
    check(MANY_EVENTS, "# Title {#id ", ".class ");
}
