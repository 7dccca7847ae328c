use compendium_core::item::{Item, Kind};

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::diagnostic::{Place, Severity};
use crate::page::{ItemSpans, Span};

pub(super) static RULE: Rule = Rule {
    name: "near-duplicate",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "two questions of the book are nearly the same",
    doc: "\
A learner who meets a question twice learns its words, and an exam that draws both asks for one thing twice.
Compared are stem and right answer, without punctuation: of all runs of three words that the two have, at least half are in both.
Questions on one case are not compared with each other, and flashcards with nothing: each guide has its own.",
    bad: fixture!("near-duplicate/bad/two.md"),
    good: fixture!("near-duplicate/good/two.md"),
    fixable: false,
    check: Check::Book(check),
};

/// Words of a run.
const RUN: usize = 3;
/// What more questions share is a turn of phrase; to follow it further would cost more than it finds.
const MOST: usize = 20;

struct Question<'b> {
    page: usize,
    item: &'b Item,
    /// Heading of its case.
    case: Option<usize>,
    heading: &'b Span,
    /// Hashes, ascending, each once.
    runs: Vec<u64>,
}

fn check(book: &BookView, out: &mut Findings) {
    let questions = questions(book);
    let mut index = Index::new(&questions);
    let (mut rarest, mut earlier) = (Vec::new(), Vec::new());
    for (place, question) in questions.iter().enumerate() {
        index.rarest(&question.runs, &mut rarest);
        index.find(&rarest, &mut earlier);
        match earlier.iter().map(|&place| &questions[place]).find(|first| is_alike(first, question)) {
            // It is not indexed: of a hundred copies 99 are reported, each once.
            Some(first) => report(book, first, question, out),
            None => index.add(&rarest, place),
        }
    }
}

fn report(book: &BookView, first: &Question, second: &Question, out: &mut Findings) {
    let finding = out.add_at(
        &book.pages[second.page].path,
        second.heading.clone(),
        format!("this question is nearly the same as `{}`", first.item.id),
        "asked again here",
        "ask something else here, or remove one of the two",
    );
    finding.also = Some(Place {
        path: book.pages[first.page].path.clone(),
        span: first.heading.clone(),
        label: "first asked here".into(),
    });
}

fn questions<'b>(book: &BookView<'b>) -> Vec<Question<'b>> {
    let (mut questions, mut words) = (Vec::new(), Vec::new());
    for (place, page) in book.pages.iter().enumerate() {
        for block in page.quizzes.iter().filter(|block| !block.quiz.is_deck()) {
            for (item, spans) in block.quiz.items.iter().zip(&block.items) {
                questions.push(Question {
                    page: place,
                    item,
                    case: item.situation.and_then(|case| block.cases.get(usize::from(case)).copied()),
                    heading: &page.headings[spans.heading].text,
                    runs: runs(item, spans, &mut words),
                });
            }
        }
    }
    questions
}

/// At least half of all runs are in both.
fn is_alike(one: &Question, other: &Question) -> bool {
    if one.page == other.page && one.case.is_some() && one.case == other.case {
        return false;
    }
    let (mut left, mut right) = (one.runs.as_slice(), other.runs.as_slice());
    let n_all = left.len() + right.len();
    let mut n_shared = 0;
    while let ([first, ..], [second, ..]) = (left, right) {
        n_shared += usize::from(first == second);
        let (is_left, is_right) = (first <= second, second <= first);
        left = &left[usize::from(is_left)..];
        right = &right[usize::from(is_right)..];
    }
    n_shared > 0 && 3 * n_shared >= n_all
}

/// `words` is emptied and filled: it is handed on so that it need not be made anew.
fn runs(item: &Item, spans: &ItemSpans, words: &mut Vec<u64>) -> Vec<u64> {
    words.clear();
    push_words(words, &item.title);
    // What stands before `>` is a tag.
    for piece in item.stem_more.split('<') {
        push_words(words, piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    for (place, part) in spans.parts.iter().enumerate() {
        let is_key = match &item.kind {
            Kind::Single { choices } | Kind::Multiple { choices } => {
                choices.get(place).is_some_and(|choice| choice.key)
            }
            Kind::Essay { .. } => false,
            _ => true,
        };
        if is_key {
            push_words(words, &part.text);
        }
    }
    let size = words.len().clamp(1, RUN);
    let mut runs: Vec<u64> =
        words.windows(size).map(|run| run.iter().fold(0, |hash, word| mix(hash ^ word))).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// Hashes of the words, case and punctuation set aside.
fn push_words(words: &mut Vec<u64>, text: &str) {
    const NO_LETTER: u64 = 0xcbf2_9ce4_8422_2325;
    let add = |hash: u64, letter: char| (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3);
    let mut hash = NO_LETTER;
    for found in text.chars().chain([' ']) {
        if found.is_ascii_alphanumeric() {
            hash = add(hash, found.to_ascii_lowercase());
        } else if !found.is_ascii() && found.is_alphanumeric() {
            hash = found.to_lowercase().fold(hash, add);
        } else if hash != NO_LETTER {
            words.push(std::mem::replace(&mut hash, NO_LETTER));
        }
    }
}

/// Spreads over all bits.
fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 29)
}

/// Which questions hold a run. A run has its shelf by its last bits; runs that fall on one shelf are counted and found
/// together, which may cost a comparison and hides nothing.
struct Index {
    /// In how many questions the runs of each shelf occur.
    counts: Vec<u16>,
    /// The last entry of each shelf, counted from one.
    last: Vec<usize>,
    /// Questions, each with the entry before it on its shelf.
    entries: Vec<(usize, usize)>,
}

impl Index {
    fn new(questions: &[Question]) -> Index {
        let n_runs: usize = questions.iter().map(|question| question.runs.len()).sum();
        let n_shelves = (2 * n_runs).next_power_of_two();
        let mut index = Index { counts: vec![0; n_shelves], last: vec![0; n_shelves], entries: Vec::new() };
        for run in questions.iter().flat_map(|question| &question.runs) {
            let shelf = index.shelf(*run);
            index.counts[shelf] = index.counts[shelf].saturating_add(1);
        }
        index
    }

    fn shelf(&self, run: u64) -> usize {
        run as usize & (self.counts.len() - 1)
    }

    /// Shelves on which a question stands, with their counts. Two questions that share half of their runs share one of
    /// the rarest half of each, and so only these matter; and most of these occur nowhere else.
    fn rarest(&self, runs: &[u64], shelves: &mut Vec<(u16, usize)>) {
        shelves.clear();
        let all = runs.iter().map(|run| self.shelf(*run)).map(|shelf| (self.counts[shelf], shelf));
        shelves.extend(all.filter(|(count, _)| *count > 1));
        let n_alone = runs.len() - shelves.len();
        shelves.sort_unstable();
        shelves.truncate((runs.len() / 2 + 1).saturating_sub(n_alone));
    }

    /// Questions on one of the shelves, ascending.
    fn find(&self, shelves: &[(u16, usize)], found: &mut Vec<usize>) {
        found.clear();
        for (_, shelf) in shelves {
            let mut entry = self.last[*shelf];
            for _ in 0..MOST {
                let Some((question, before)) = entry.checked_sub(1).map(|entry| self.entries[entry]) else { break };
                found.push(question);
                entry = before;
            }
        }
        found.sort_unstable();
        found.dedup();
    }

    fn add(&mut self, shelves: &[(u16, usize)], question: usize) {
        for (_, shelf) in shelves {
            self.entries.push((question, self.last[*shelf]));
            self.last[*shelf] = self.entries.len();
        }
    }
}
