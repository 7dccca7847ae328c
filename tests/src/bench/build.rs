//! Building whole books: ours against plain mdBook on the same text and settings.

use std::fs;
use std::path::Path;

use crate::corpus::{Corpus, QUESTIONS_A_PAGE, Questions};
use crate::run::{Runs, Setup, at, remove, size};
use crate::table::{Figure, Goal, Report, Row};

/// Pages and runs.
const BOOKS: [(usize, usize); 3] = [(30, 3), (300, 3), (1_000, 1)];
const GOAL: f64 = 1.3;
/// Twice this would not be linear; a third of it is noise.
const GROWTH: f64 = 1.3;

/// One program on one book.
#[derive(Default)]
struct Built {
    runs: Runs,
    megabytes: f64,
}

pub fn measure(corpus: &Corpus, setup: &Setup, report: &mut Report) -> Result<(), String> {
    let mut own_part = Vec::new();
    for (place, (n_pages, n_runs)) in BOOKS.into_iter().enumerate() {
        eprintln!("building a book of {n_pages} pages");
        let book = setup.work.join(format!("book-{n_pages}"));
        corpus.write(&book, n_pages, Questions::Markdown).map_err(|error| at(&book, &error))?;
        if place == 0 {
            // The programs themselves are read from the disk once.
            build(setup, &book, 1)?;
        }
        let (ours, plain) = build(setup, &book, n_runs)?;
        fs::remove_dir_all(&book).map_err(|error| at(&book, &error))?;
        if let Some(plain) = &plain {
            let seconds = ours.runs.seconds.median() - plain.runs.seconds.median();
            own_part.push((n_pages, seconds * 1e3 / n_pages as f64));
        }
        add_rows(n_pages, ours, plain, report);
    }
    if setup.peers.is_none() {
        report.notes.push("Build: run with --peers to compare with plain mdBook.".to_owned());
        return Ok(());
    }
    report.notes.push(
        "Build: `compendium build`, which checks first, against `mdbook build` of the same folder with the same \
         book.toml, in turn; search and print page on in both; median of 3, at 1,000 pages one run."
            .to_owned(),
    );
    if let [.., (smaller, before), (larger, after)] = own_part.as_slice() {
        report.rows.push(Row {
            what: format!("our own part of a build, a page: {larger} pages (other: ours at {smaller})"),
            unit: "ms",
            ours: Figure::one(*after),
            other: Some(Figure::one(*before)),
            goal: Goal::Times(GROWTH),
        });
    }
    Ok(())
}

fn build(setup: &Setup, book: &Path, n_runs: usize) -> Result<(Built, Option<Built>), String> {
    let (our_out, plain_out) = (setup.work.join("out-ours"), setup.work.join("out-plain"));
    let mut ours = Built::default();
    let mut plain = setup.peers.as_ref().map(|_| Built::default());
    for _ in 0..n_runs {
        remove(&our_out)?;
        ours.runs.add(&mut setup.compendium_build(book, &our_out), &setup.log())?;
        if let (Some(peers), Some(plain)) = (&setup.peers, &mut plain) {
            remove(&plain_out)?;
            plain.runs.add(&mut peers.mdbook_build(book, &plain_out), &setup.log())?;
        }
    }
    for (out, built) in [(&our_out, Some(&mut ours)), (&plain_out, plain.as_mut())] {
        if let Some(built) = built {
            built.megabytes = size(out).map_err(|error| at(out, &error))? as f64 / 1e6;
            remove(out)?;
        }
    }
    Ok((ours, plain))
}

fn add_rows(n_pages: usize, ours: Built, plain: Option<Built>, report: &mut Report) {
    let name = format!("build, {n_pages} pages, {} questions", n_pages * QUESTIONS_A_PAGE);
    let (runs, megabytes) = plain.map(|plain| (plain.runs, Figure::one(plain.megabytes))).unzip();
    let (seconds, memory) = runs.map(|runs| (runs.seconds, runs.memory)).unzip();
    let mut row = |what: &str, unit, ours, other, goal| {
        report.rows.push(Row { what: format!("{name}: {what}"), unit, ours, other, goal });
    };
    row("time", "s", ours.runs.seconds, seconds, Goal::Times(GOAL));
    if !ours.runs.memory.runs.is_empty() {
        row("peak of memory", "MB", ours.runs.memory, memory, Goal::None);
    }
    row("output", "MB", Figure::one(ours.megabytes), megabytes, Goal::None);
}
