//! Ten megabytes of one line: read to its end, without a panic and without time that grows faster than the text.

mod common;

use std::time::Instant;

use common::read_soundly;
use compendium_authoring::lines::Lines;

const TEN_MEGABYTES: usize = 10 << 20;

fn check(start: &str, repeated: &str) {
    let mut text = String::with_capacity(TEN_MEGABYTES + 100);
    text.push_str(start);
    while text.len() < TEN_MEGABYTES {
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
    check("", "one line of words ");
}

#[test]
fn multi_byte_letters() {
    check("\u{feff}# ", "ééطط🙂");
}

#[test]
fn a_heading() {
    check("## Quiz {#q .quiz}\n\n### Which is ", "not ");
}

#[test]
fn a_choice() {
    check("## Quiz {#q .quiz}\n\n### Which?\n\n- [x] ", "all of *the* above ");
}

#[test]
fn marks() {
    check("", "*a* `b` [^c] ");
}

#[test]
fn links() {
    check("# Title\n\n", "[a](#b) ");
}

#[test]
fn brackets() {
    check("", "[^");
}

#[test]
fn quotation_marks() {
    check("", "\"");
}

#[test]
fn a_table_row() {
    check("| a |\n|---|\n", "| b ");
}

#[test]
fn attributes() {
    check("# Title {#id ", ".class ");
}
