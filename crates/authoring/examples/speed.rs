//! How long reading and checking a large book takes, on one core.
//!
//! ```sh
//! cargo run --release -p compendium-authoring --example speed -- [pages]
//! ```

use std::fmt::Write;
use std::time::{Duration, Instant};

use compendium_authoring::{Page, check_book, read_page};

const PAGES: usize = 3_000;
const QUESTIONS: usize = 5;
const RUNS: usize = 5;

fn main() {
    let n_pages = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(PAGES);
    let texts: Vec<(String, String)> =
        (0..n_pages).map(|page| (format!("part-{}/page-{page}.md", page % 20), page_text(page, n_pages))).collect();
    let bytes: usize = texts.iter().map(|(_, text)| text.len()).sum();
    let (mut best_read, mut best_check, mut found) = (Duration::MAX, Duration::MAX, 0);
    for _ in 0..RUNS {
        let start = Instant::now();
        let read: Vec<(Page, _)> = texts.iter().map(|(path, text)| read_page(path, text)).collect();
        best_read = best_read.min(start.elapsed());
        found = read.iter().map(|(_, found)| found.len()).sum();
        let pages: Vec<Page> = read.into_iter().map(|(page, _)| page).collect();
        let start = Instant::now();
        found += check_book(&pages, &|_: &str| true).len();
        best_check = best_check.min(start.elapsed());
    }
    println!(
        "{n_pages} pages, {} questions, {:.1} MB, {found} findings: read {} ms, graph {} ms (best of {RUNS}){}",
        n_pages * QUESTIONS,
        bytes as f64 / 1e6,
        best_read.as_millis(),
        best_check.as_millis(),
        processor_time(&texts)
            .map_or(String::new(), |time| format!("; read, processor time {} ms", time.as_millis())),
    );
}

/// What reading takes of the processor alone, where the system says so: on a busy machine the clock says more.
fn processor_time(texts: &[(String, String)]) -> Option<Duration> {
    let used = || {
        let status = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        status.split(' ').next()?.parse().ok().map(Duration::from_nanos)
    };
    let before = used()?;
    for (path, text) in texts {
        std::hint::black_box(read_page(path, text));
    }
    Some(used()? - before)
}

/// A chapter of about 6 KB with questions, footnotes, terms and links to its neighbours.
fn page_text(page: usize, n_pages: usize) -> String {
    let mut text =
        format!("# Chapter {page} {{#p{page} .chapter reviewed=2026-11}}\n\nFor\n: builders, overseers\n");
    for section in 0..6 {
        let next = (page + section * 7 + 1) % n_pages;
        let _ = write!(
            text,
            "\n## Section {section} {{#p{page}-s{section}}}\n\n\
             A statute binds every agency that it names; a memorandum binds only those who sign it.[^n{section}]\n\
             The desk enters *each* request with its reason, and refuses in writing within two working days.\n\
             Read [the next chapter](../part-{}/page-{next}.md#p{next}-s{section}) before you write the clause.\n\n\
             | Instrument | Can bind | How it ends |\n|---|---|---|\n| Act | all agencies | repeal |\n| Order | staff | order |\n",
            next % 20,
        );
    }
    text.push_str("\n## Check yourself {#");
    let _ = writeln!(text, "p{page}-check .quiz pass=80}}");
    for question in 0..QUESTIONS {
        let _ = write!(
            text,
            "\n### Which instrument fits case {question}? {{#p{page}-q{question} outcome=p{page}-o level=apply}}\n\n"
        );
        for choice in 0..4 {
            let mark = if choice == question % 4 { 'x' } else { ' ' };
            let _ = write!(
                text,
                "- [{mark}] Instrument {choice} of the table, with its own conditions\n  > Row {choice} says who is bound and how it ends.\n",
            );
        }
        let _ = write!(
            text,
            "\n> [!TIP]\n> Who stands above every agency?\n\n> [!NOTE]\n> An instrument binds those below its author: see [Section](#p{page}-s{question}).\n",
        );
    }
    let _ = write!(
        text,
        "\n## Outcomes {{#p{page}-outcomes}}\n\n### Choose an instrument {{#p{page}-o .outcome level=apply}}\n\nSeen in the quiz.\n"
    );
    let _ = write!(
        text,
        "\n### Act {page} {{#p{page}-act .source status=read}}\n\nAct of 2014.\n\n## Sources {{#p{page}-sources}}\n\n"
    );
    for note in 0..6 {
        let _ = write!(
            text,
            "[^n{note}]: [The Act](#p{page}-act), section {note}, on the duty to share and its exceptions.\n\n"
        );
    }
    text
}
