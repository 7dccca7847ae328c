//! Books for the measurements: invented chapters with five questions each, a glossary, sources and outcomes.
//!
//! Page 17 is the same text in every book that has it, whatever the book's size.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::questions::{Kind, Question};
use crate::words::{CONTENT, Vocabulary, Writer, capital};

pub const QUESTIONS_A_PAGE: usize = 5;
const SOURCES: usize = 30;
const TERMS: usize = 40;
const OUTCOMES: usize = 8;
const LEVELS: [&str; 4] = ["remember", "understand", "apply", "analyse"];
/// How many chapters stand below one in the table of contents.
const GROUP: usize = 10;
const PART: usize = 100;

/// Which program the questions are written for.
#[derive(Clone, Copy)]
pub enum Questions<'a> {
    /// Every kind, in the compendium's syntax.
    Markdown,
    /// The kinds that mdbook-quiz knows, in the compendium's syntax.
    Comparable,
    /// The same in files of mdbook-quiz, whose program stands here.
    MdbookQuiz(&'a Path),
}

pub struct Corpus {
    vocabulary: Vocabulary,
}

struct Book<'a> {
    vocabulary: &'a Vocabulary,
    n_pages: usize,
    questions: Questions<'a>,
}

impl Corpus {
    pub fn new() -> Corpus {
        Corpus { vocabulary: Vocabulary::new() }
    }

    /// Writes a book into a new folder; returns the bytes of its Markdown.
    pub fn write(&self, folder: &Path, n_pages: usize, questions: Questions<'_>) -> io::Result<u64> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        let book = Book { vocabulary: &self.vocabulary, n_pages, questions };
        let mut n_bytes = 0;
        for (path, text) in book.files() {
            if path.extension().is_some_and(|extension| extension == "md") {
                n_bytes += text.len() as u64;
            }
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap_or(folder))?;
            fs::write(path, text)?;
        }
        Ok(n_bytes)
    }
}

/// Path of a chapter below `src`, without its ending.
pub fn page_name(number: usize) -> String {
    format!("part-{:02}/page-{number:04}", number / PART + 1)
}

impl Book<'_> {
    fn files(&self) -> Vec<(PathBuf, String)> {
        let src = Path::new("src");
        let mut files = vec![
            (PathBuf::from("book.toml"), self.settings()),
            (src.join("SUMMARY.md"), self.summary()),
            (src.join("index.md"), "# Home {#home}\n\nStart with the first chapter.\n".to_owned()),
            (src.join("progress.md"), PROGRESS.to_owned()),
            (src.join("reference/outcomes.md"), self.outcomes()),
            (src.join("reference/glossary.md"), self.glossary()),
            (src.join("reference/sources.md"), self.sources()),
        ];
        for number in 1..=self.n_pages {
            let (text, quiz) = self.page(number);
            files.push((src.join(page_name(number) + ".md"), text));
            if let Some(quiz) = quiz {
                files.push((PathBuf::from(format!("quizzes/page-{number:04}.toml")), quiz));
            }
        }
        files
    }

    fn settings(&self) -> String {
        let preprocessor = match self.questions {
            Questions::MdbookQuiz(program) => format!("\n[preprocessor.quiz]\ncommand = {:?}\n", program.display()),
            Questions::Markdown | Questions::Comparable => String::new(),
        };
        format!(
            "[book]\ntitle = \"Book of {} pages\"\nlanguage = \"en\"\n\n[output.html]\nhash-files = false\n\n\
             [output.html.search]\nlimit-results = 20\nheading-split-level = 3\n{preprocessor}",
            self.n_pages
        )
    }

    fn summary(&self) -> String {
        let mut text = "# Summary\n\n[Home](index.md)\n[My progress](progress.md)\n".to_owned();
        for number in 1..=self.n_pages {
            if number % PART == 1 || number == 1 {
                let _ = write!(text, "\n# Part {}\n\n", number / PART + 1);
            }
            let indent = if number % GROUP == 1 || self.n_pages == 1 { "" } else { "  " };
            let _ = writeln!(text, "{indent}- [{}]({}.md)", self.title(number), page_name(number));
        }
        text.push_str("\n# Reference\n\n");
        for name in ["Outcomes", "Glossary", "Sources"] {
            let _ = writeln!(text, "- [{name}](reference/{}.md)", name.to_lowercase());
        }
        text
    }

    fn title(&self, number: usize) -> String {
        format!("{number} {}", Writer::new(self.vocabulary, number as u64).title())
    }

    /// About 600 words and five questions; with mdbook-quiz the questions are a file of their own.
    fn page(&self, number: usize) -> (String, Option<String>) {
        let writer = &mut Writer::new(self.vocabulary, number as u64);
        let title = writer.title();
        let id = format!("p{number:04}");
        let mut text = format!("# {number} {title} {{#{id} .chapter reviewed=2026-11}}\n\n");
        text.push_str("For\n: builders, overseers\n\n");
        let _ = write!(text, "## Purpose {{#{id}-purpose .purpose}}\n\n{}\n\n", writer.paragraph(40));
        let titles: Vec<String> = (1..=4).map(|_| writer.title()).collect();
        for (place, title) in titles.iter().enumerate() {
            let section = place + 1;
            let class = ["", " .minimum", " .rights", " .checklist"][place];
            let _ = write!(text, "## {title} {{#{id}-s{section}{class}}}\n\n{}\n\n", writer.paragraph(55));
            self.part(number, section, writer, &mut text);
        }
        let address = |section: u64| (titles[section as usize - 1].clone(), format!("#{id}-s{section}"));
        let questions: Vec<Question> = (0..QUESTIONS_A_PAGE)
            .map(|place| {
                let passage = address(writer.chance.between(1, 4));
                Question::new(format!("{id}-q{}", place + 1), self.kind(number, place), passage, writer)
            })
            .collect();
        let mut quiz = None;
        if let Questions::MdbookQuiz(_) = self.questions {
            let _ = write!(
                text,
                "## Check yourself {{#{id}-check}}\n\n{{{{#quiz ../../quizzes/page-{number:04}.toml}}}}\n\n"
            );
            let file = quiz.get_or_insert_with(String::new);
            questions.iter().for_each(|question| question.toml(file));
        } else {
            let _ = write!(text, "## Check yourself {{#{id}-check .quiz pass=80}}\n\n");
            for (place, question) in questions.iter().enumerate() {
                let outcome = (number * QUESTIONS_A_PAGE + place) % OUTCOMES + 1;
                let level = LEVELS[(number + place) % LEVELS.len()];
                question.markdown(&format!("outcome=outcome-{outcome} level={level}"), &mut text);
            }
        }
        let _ = write!(text, "## Sources {{#{id}-sources .sources}}\n\n");
        for (label, source) in ["a", "b"].iter().zip(self.sources_of(number)) {
            let _ = write!(
                text,
                "[^{id}-{label}]: [Source {source}](../reference/sources.md#source-{source}), paragraph {}.\n\n",
                number % 90 + 1
            );
        }
        (text, quiz)
    }

    /// What a section holds beside its first paragraph: text with a footnote and a link, steps, a table, a list.
    fn part(&self, number: usize, section: usize, writer: &mut Writer<'_>, text: &mut String) {
        match section {
            1 => {
                let other = writer.chance.between(1, number as u64) as usize;
                let title = Writer::new(self.vocabulary, other as u64).title();
                let _ = write!(
                    text,
                    "{}[^p{number:04}-a]\n{}[^p{number:04}-b]\nSee [{title}](../{}.md#p{other:04}-s2).\n\n{}\n\n",
                    writer.sentence(),
                    writer.sentence(),
                    page_name(other),
                    writer.paragraph(50)
                );
            }
            2 => {
                for step in 1..=6 {
                    let _ = writeln!(text, "{step}. {}", writer.sentence());
                }
                text.push('\n');
            }
            3 => {
                text.push_str("| Who | Does | When |\n|---|---|---|\n");
                for _ in 0..4 {
                    let [one, two, three] = writer.different();
                    let _ = writeln!(text, "| {} | {two} the {one} | at {three} |", capital(one));
                }
                text.push('\n');
            }
            _ => {
                for _ in 0..5 {
                    let _ = writeln!(text, "- {}", writer.sentence());
                }
                text.push('\n');
            }
        }
    }

    fn kind(&self, number: usize, place: usize) -> Kind {
        let kinds = match self.questions {
            Questions::Markdown if number.is_multiple_of(2) => {
                [Kind::Single, Kind::Multiple, Kind::Order, Kind::Single, Kind::Numeric]
            }
            Questions::Markdown => [Kind::Single, Kind::Single, Kind::Match, Kind::Multiple, Kind::Text],
            _ => [Kind::Single, Kind::Single, Kind::Multiple, Kind::Single, Kind::Text],
        };
        kinds[place]
    }

    fn n_sources(&self) -> usize {
        SOURCES.min(2 * self.n_pages)
    }

    fn sources_of(&self, number: usize) -> [usize; 2] {
        [2 * number - 2, 2 * number - 1].map(|place| place % self.n_sources() + 1)
    }

    fn outcomes(&self) -> String {
        let mut text = "# Outcomes {#outcomes}\n\n".to_owned();
        for place in 1..=OUTCOMES {
            let writer = &mut Writer::new(self.vocabulary, 1_000_000 + place as u64);
            let level = LEVELS[place % LEVELS.len()];
            let _ = write!(
                text,
                "## {} {{#outcome-{place} .outcome level={level}}}\n\n{}\n\n",
                writer.title(),
                writer.sentence()
            );
        }
        text
    }

    fn glossary(&self) -> String {
        let mut text = "# Glossary {#glossary}\n\n".to_owned();
        for place in 0..TERMS {
            let writer = &mut Writer::new(self.vocabulary, 2_000_000 + place as u64);
            // Some come on most pages, some on few.
            let word = self.vocabulary.word(CONTENT + 10 * place);
            let _ = write!(
                text,
                "### {} {{#term-{word} .term}}\n\n{}\n\nOur wording.\n\n",
                capital(word),
                writer.sentence()
            );
        }
        text
    }

    fn sources(&self) -> String {
        let mut text = "# Sources {#sources}\n\n".to_owned();
        for place in 1..=self.n_sources() {
            let writer = &mut Writer::new(self.vocabulary, 3_000_000 + place as u64);
            let _ = write!(
                text,
                "### {} {{#source-{place} .source status=read}}\n\nInvented office, 2026.\nUsed for: {}\n\n",
                writer.title(),
                writer.sentence()
            );
        }
        text
    }
}

const PROGRESS: &str = "# My progress {#progress}\n\nWhat you answer is kept on this computer only.\n\n\
                        ## Your progress {#progress-app .progress}\n\nThis part needs scripts.\n";
