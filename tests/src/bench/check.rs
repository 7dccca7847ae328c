//! `compendium check` on books far larger than ours.

use std::fs;

use crate::corpus::{Corpus, QUESTIONS_A_PAGE, Questions};
use crate::run::{Runs, Setup, at};
use crate::table::{Figure, Goal, Report, Row};

/// Pages of the smaller book and of the one with the goal.
const BOOKS: [usize; 2] = [300, 3_000];
const RUNS: usize = 5;
const GOAL: f64 = 1.0;
const GROWTH: f64 = 1.3;

pub fn measure(corpus: &Corpus, setup: &Setup, report: &mut Report) -> Result<(), String> {
    let mut a_page = Vec::new();
    for n_pages in BOOKS {
        eprintln!("checking a book of {n_pages} pages");
        let book = setup.work.join(format!("book-{n_pages}"));
        let bytes = corpus.write(&book, n_pages, Questions::Markdown).map_err(|error| at(&book, &error))?;
        // Once uncounted: the program and the files are read from the disk.
        Runs::default().add(&mut setup.compendium_check(&book), &setup.log())?;
        let mut runs = Runs::default();
        for _ in 0..RUNS {
            runs.add(&mut setup.compendium_check(&book), &setup.log())?;
        }
        fs::remove_dir_all(&book).map_err(|error| at(&book, &error))?;
        a_page.push(Figure::one(runs.seconds.median() * 1e3 / n_pages as f64));
        if n_pages == BOOKS[1] {
            let name = format!(
                "check, {n_pages} pages, {} questions, {:.1} MB",
                n_pages * QUESTIONS_A_PAGE,
                bytes as f64 / 1e6
            );
            report.rows.push(row(format!("{name}: time"), "s", runs.seconds, None, Goal::AtMost(GOAL)));
            if !runs.memory.runs.is_empty() {
                report.rows.push(row(format!("{name}: peak of memory"), "MB", runs.memory, None, Goal::None));
            }
        }
    }
    if let [smaller, larger] = a_page.as_slice() {
        let what = format!("check, a page: {} pages (other: ours at {})", BOOKS[1], BOOKS[0]);
        report.rows.push(row(what, "ms", larger.clone(), Some(smaller.clone()), Goal::Times(GROWTH)));
    }
    report.notes.push(format!("Check: median of {RUNS} after one uncounted, the files in the system's cache."));
    Ok(())
}

fn row(what: String, unit: &'static str, ours: Figure, other: Option<Figure>, goal: Goal) -> Row {
    Row { what, unit, ours, other, goal }
}
