//! Ten megabytes of one line: read to its end, without a panic and without time that grows faster than the text.

mod common;

use std::time::Instant;

use common::read_soundly;
use compendium_authoring::lines::Lines;

const TEN_MEGABYTES: usize = 10 << 20;

/// Lines of many findings or events take a minute unoptimised: a tenth of them there, the whole with `--release`.
const MANY_EVENTS: usize = if cfg!(debug_assertions) { TEN_MEGABYTES / 10 } else { TEN_MEGABYTES };

/// Files that no author writes, and that a rule which compares everything with everything would not survive.
#[test]
fn giants() {
    const N: usize = if cfg!(debug_assertions) { 5_000 } else { 50_000 };
    let quiz = "# T {#t}\n\n## Q {#q .quiz}\n\n";
    let hint = "\n> [!TIP]\n> Look at the words of the key.\n";
    let choices: String = (0..N).map(|at| format!("- [x] words of choice {at}\n  > Yes.\n")).collect();
    let same = "- [ ] same\n".repeat(N);
    let items: String = (0..N).map(|at| format!("### Same stem\n\n- [x] {at}\n- [ ] b\n\n")).collect();
    let nested: String = (0..N / 10).map(|at| format!("- ### Nested {at}\n\n")).collect();
    let rows = "| a | b |\n".repeat(N);
    for text in [
        format!("{quiz}### One {{#one}}\n\n{choices}{hint}"),
        format!("{quiz}### One {{#one}}\n\n{same}{hint}"),
        format!("{quiz}{items}"),
        format!("{quiz}{nested}"),
        format!("{quiz}### One {{#one .match}}\n\n| a | b |\n|---|---|\n{rows}"),
        format!("# T {{#t}}\n\n{}a{}\n", "![".repeat(N), "](b.png)".repeat(N)),
        format!("# T {{#t}}\n\n{}a\n", "> ".repeat(N)),
        format!("# T {{#t}}\n\n{}a\n", "- ".repeat(N / 10)),
        format!("# T {{#t}}\n\n{}", "## S {#s .session outcomes=a,b,c}\n\n".repeat(N)),
        format!("# T {{#t}}\n\n## G {{#term-g .term also={}}}\n\nA.\n", "a|b|".repeat(N)),
        format!("# T {{#t}}\n\n{}", "[a](#term-x) [b](#tx)\n".repeat(N)),
    ] {
        let begin = Instant::now();
        let (_, found) = read_soundly(&text);
        println!(
            "{:?}…: {} findings, {:?}",
            text.chars().take(60).collect::<String>(),
            found.len(),
            begin.elapsed()
        );
    }
}

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
