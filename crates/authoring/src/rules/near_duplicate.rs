use std::collections::HashMap;

use compendium_core::item::{Item, Kind};

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::diagnostic::{Place, Severity};
use crate::page::{ItemSpans, Span};
use crate::words::fold;

pub(super) static RULE: Rule = Rule {
    name: "near-duplicate",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "two questions of the book are nearly the same",
    doc: "\
A learner who meets a question twice learns its words, and an exam that draws both asks for one thing twice.
Compared are stem and right answer, without punctuation: of all runs of three words that the two have, at least half are in both.
Questions on one case are not compared with each other.",
    bad: fixture!("near-duplicate/bad/two.md"),
    good: fixture!("near-duplicate/good/two.md"),
    fixable: false,
    check: Check::Book(check),
};

/// Words of a run.
const RUN: usize = 3;
/// What more questions share is a turn of phrase; to follow it further would cost more than it finds.
const MOST: usize = 50;

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
    let counts = Counts::new(&questions);
    let mut index: HashMap<u64, Vec<usize>> = HashMap::new();
    for (place, question) in questions.iter().enumerate() {
        // Two questions that share half of their runs share one of the rarest half of each, so only these are looked
        // up; and of these most occur nowhere else.
        let with_counts = question.runs.iter().map(|run| (counts.of(*run), *run));
        let mut rarest: Vec<(u16, u64)> = with_counts.filter(|(count, _)| *count > 1).collect();
        let n_alone = question.runs.len() - rarest.len();
        rarest.sort_unstable();
        rarest.truncate((question.runs.len() / 2 + 1).saturating_sub(n_alone));
        let mut earlier: Vec<usize> =
            rarest.iter().filter_map(|(_, run)| index.get(run)).flatten().copied().collect();
        earlier.sort_unstable();
        earlier.dedup();
        match earlier.into_iter().map(|place| &questions[place]).find(|first| is_alike(first, question)) {
            // It is not indexed: of a hundred copies 99 are reported, each once.
            Some(first) => report(book, first, question, out),
            None => {
                for (_, run) in rarest {
                    let places = index.entry(run).or_default();
                    if places.len() < MOST {
                        places.push(place);
                    }
                }
            }
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
    let mut questions = Vec::new();
    for (place, page) in book.pages.iter().enumerate() {
        for block in &page.quizzes {
            for (item, spans) in block.quiz.items.iter().zip(&block.items) {
                questions.push(Question {
                    page: place,
                    item,
                    case: item.situation.and_then(|case| block.cases.get(usize::from(case)).copied()),
                    heading: &page.headings[spans.heading].text,
                    runs: runs(item, spans),
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

fn runs(item: &Item, spans: &ItemSpans) -> Vec<u64> {
    let mut words: Vec<u64> = Vec::new();
    let mut push = |text: &str| words.extend(fold(text).split(' ').filter(|word| !word.is_empty()).map(hash));
    push(&item.title);
    // What stands before `>` is a tag.
    item.stem_more.split('<').for_each(|piece| push(piece.split_once('>').map_or(piece, |(_, text)| text)));
    let keys = spans.parts.iter().enumerate().filter(|(place, _)| match &item.kind {
        Kind::Single { choices } | Kind::Multiple { choices } => {
            choices.get(*place).is_some_and(|choice| choice.key)
        }
        Kind::Essay { .. } => false,
        _ => true,
    });
    keys.for_each(|(_, part)| push(&part.text));
    let size = words.len().clamp(1, RUN);
    let mut runs: Vec<u64> =
        words.windows(size).map(|run| run.iter().fold(0, |hash, word| mix(hash ^ word))).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Spreads over all bits.
fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 29)
}

/// In how many questions a run occurs, or a few more: runs that fall on one place are counted together, which may cost
/// a comparison and hides nothing, since each run has one count.
struct Counts {
    counts: Vec<u16>,
}

impl Counts {
    fn new(questions: &[Question]) -> Counts {
        let n_runs: usize = questions.iter().map(|question| question.runs.len()).sum();
        let mut counts = Counts { counts: vec![0; (4 * n_runs).next_power_of_two()] };
        for run in questions.iter().flat_map(|question| &question.runs) {
            let place = counts.place(*run);
            counts.counts[place] = counts.counts[place].saturating_add(1);
        }
        counts
    }

    fn of(&self, run: u64) -> u16 {
        self.counts[self.place(run)]
    }

    fn place(&self, run: u64) -> usize {
        run as usize & (self.counts.len() - 1)
    }
}
