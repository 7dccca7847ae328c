//! One chapter with five questions, built by the compendium and by mdbook-quiz: the two pages that are compared.

use std::path::{Path, PathBuf};

use crate::corpus::{Corpus, Questions, page_name};
use crate::run::{Runs, Setup, at};

pub struct Sites {
    pub ours: Site,
    pub peer: Option<Site>,
}

pub struct Site {
    /// The built folder.
    pub folder: PathBuf,
    /// Finds what a reader uses first in the questions, once it is enabled.
    pub usable: &'static str,
    /// Finds a button that must be pressed before; the selector of none is `:not(*)`.
    pub start: &'static str,
}

impl Sites {
    pub fn build(corpus: &Corpus, setup: &Setup) -> Result<Sites, String> {
        let out = setup.work.join("page-ours");
        let book = write(corpus, &setup.work.join("page-ours-book"), Questions::Comparable)?;
        Runs::default().add(&mut setup.compendium_build(&book, &out), &setup.log())?;
        let ours = Site { folder: out, usable: ".quiz-mount input[type=radio]:enabled", start: ":not(*)" };
        let Some(peers) = &setup.peers else { return Ok(Sites { ours, peer: None }) };
        let out = setup.work.join("page-peer");
        let book = write(corpus, &setup.work.join("page-peer-book"), Questions::MdbookQuiz(&peers.mdbook_quiz))?;
        Runs::default().add(&mut peers.mdbook_build(&book, &out), &setup.log())?;
        let usable = ".quiz-placeholder input:enabled";
        let start = ".quiz-placeholder button:enabled";
        Ok(Sites { ours, peer: Some(Site { folder: out, usable, start }) })
    }
}

impl Site {
    /// The page with the questions.
    pub fn page(&self) -> PathBuf {
        self.folder.join(page_name(1) + ".html")
    }
}

fn write(corpus: &Corpus, folder: &Path, questions: Questions<'_>) -> Result<PathBuf, String> {
    corpus.write(folder, 1, questions).map_err(|error| at(folder, &error))?;
    Ok(folder.to_owned())
}
