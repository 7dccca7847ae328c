//! The whole book in one learner's eyes, computed from the book's index and the log.

use std::collections::{BTreeMap, BTreeSet};

use compendium_core::calibration::{self, Band, Reading};
use compendium_core::log::{Answer, Entry, Event};
use compendium_core::schedule;
use compendium_formats::page_data::{BookIndex, GroupKind, ItemEntry, QuizEntry};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// Quizzes with items that are due, in reading order.
    pub due: Vec<DueQuiz>,
    pub n_due: u32,
    /// Days until the next item is due, if none is due today.
    pub next_due: Option<u32>,
    pub groups: Vec<GroupProgress>,
    pub items: u32,
    /// Items whose last answer was wholly right.
    pub right: u32,
    pub answered: u32,
    pub quizzes: u32,
    pub passed: u32,
    /// Answers to an earlier wording: kept, and counted nowhere.
    pub older: u32,
    pub bands: [Band; 3],
    pub reading: Reading,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueQuiz {
    pub title: String,
    pub group: String,
    pub href: String,
    pub items: Vec<DueItem>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueItem {
    pub title: String,
    pub href: String,
    /// At the last answer.
    pub was_right: bool,
    /// Since the last answer.
    pub days: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupProgress {
    pub kind: GroupKind,
    pub title: String,
    pub href: String,
    pub items: u32,
    pub answered: u32,
    pub right: u32,
    pub quizzes: u32,
    pub passed: u32,
    /// Flashcards; they are no items.
    pub cards: u32,
    /// Cards that were turned once.
    pub turned: u32,
    /// Cards that are due.
    pub cards_due: u32,
}

/// `today` in days since 1970-01-01 UTC.
pub fn overview(index: &BookIndex, entries: &[Entry], today: u32) -> Overview {
    let by_quiz = answers_by_quiz(entries);
    let bands = calibration::bands(entries);
    let mut all = Overview {
        due: Vec::new(),
        n_due: 0,
        next_due: None,
        groups: Vec::new(),
        items: 0,
        right: 0,
        answered: 0,
        quizzes: 0,
        passed: 0,
        older: 0,
        reading: calibration::reading(&bands),
        bands,
    };
    let none = Vec::new();
    for group in &index.groups {
        let mut progress = GroupProgress {
            kind: group.kind,
            title: group.title.clone(),
            href: group.href.clone(),
            items: 0,
            answered: 0,
            right: 0,
            quizzes: 0,
            passed: 0,
            cards: 0,
            turned: 0,
            cards_due: 0,
        };
        for quiz in &group.quizzes {
            let log = by_quiz.get(quiz.id.as_str()).unwrap_or(&none);
            if !quiz.is_deck {
                progress.quizzes += 1;
                progress.passed += u32::from(is_passed(quiz, log));
            }
            let mut due = Vec::new();
            for item in &quiz.items {
                let (ours, older) = of_item(item, log);
                all.older += older;
                let was_right = ours.last().and_then(answer).is_some_and(Answer::is_right);
                let is_answered = u32::from(!ours.is_empty());
                if quiz.is_deck {
                    progress.cards += 1;
                    progress.turned += is_answered;
                } else {
                    progress.items += 1;
                    progress.answered += is_answered;
                    progress.right += u32::from(was_right);
                }
                let Some(last) = ours.last() else { continue };
                let Some(card) = schedule::card(&item.id, item.revision, &ours) else { continue };
                if card.due_day <= today {
                    due.push(DueItem {
                        title: item.title.clone(),
                        href: at_item(&quiz.href, &item.id),
                        was_right,
                        days: today.saturating_sub(schedule::day(last.id.at)),
                    });
                } else {
                    let days = card.due_day - today;
                    all.next_due = Some(all.next_due.map_or(days, |next| next.min(days)));
                }
            }
            if quiz.is_deck {
                progress.cards_due += due.len() as u32;
            }
            if !due.is_empty() {
                all.n_due += due.len() as u32;
                all.due.push(DueQuiz {
                    title: quiz.title.clone(),
                    group: group.title.clone(),
                    href: quiz.href.clone(),
                    items: due,
                });
            }
        }
        all.items += progress.items;
        all.answered += progress.answered;
        all.right += progress.right;
        all.quizzes += progress.quizzes;
        all.passed += progress.passed;
        all.groups.push(progress);
    }
    all
}

/// Entries of each quiz, by time.
pub(super) fn answers_by_quiz(entries: &[Entry]) -> BTreeMap<&str, Vec<Entry>> {
    let mut by_quiz: BTreeMap<&str, Vec<Entry>> = BTreeMap::new();
    for entry in entries {
        by_quiz.entry(&entry.quiz).or_default().push(entry.clone());
    }
    for log in by_quiz.values_mut() {
        log.sort_by_key(|entry| entry.id);
    }
    by_quiz
}

pub(super) fn answer(entry: &Entry) -> Option<&Answer> {
    match &entry.event {
        Event::Answer(answer) => Some(answer),
        Event::Start { .. } => None,
    }
}

/// The answers to an item as it stands today, and how many there are to earlier wordings.
pub(super) fn of_item(item: &ItemEntry, log: &[Entry]) -> (Vec<Entry>, u32) {
    let all = log.iter().filter(|entry| answer(entry).is_some_and(|answer| answer.item == item.id));
    let (ours, older): (Vec<&Entry>, Vec<&Entry>) =
        all.partition(|entry| answer(entry).is_some_and(|answer| answer.revision == item.revision));
    (ours.into_iter().cloned().collect(), older.len() as u32)
}

/// Whether some round answered every item and earned enough.
pub(super) fn is_passed(quiz: &QuizEntry, log: &[Entry]) -> bool {
    let points: u32 = quiz.items.iter().map(|item| item.points).sum();
    let needed = (points * u32::from(quiz.pass_mark)).div_ceil(100);
    whole_rounds(quiz, log).iter().any(|round| round.iter().map(|answer| answer.earned).sum::<u32>() >= needed)
}

/// The first answers to every item, of each round that answered them all, in the order of the rounds.
pub(super) fn whole_rounds<'a>(quiz: &QuizEntry, log: &'a [Entry]) -> Vec<Vec<&'a Answer>> {
    let rounds: BTreeSet<u32> = log.iter().map(|entry| entry.round).collect();
    let of_round = |round| {
        let first = |item: &ItemEntry| {
            log.iter()
                .filter(|entry| entry.round == round)
                .filter_map(answer)
                .find(|answer| answer.item == item.id && answer.revision == item.revision)
        };
        let answers: Option<Vec<&Answer>> = quiz.items.iter().map(first).collect();
        answers.filter(|answers| !answers.is_empty())
    };
    rounds.into_iter().filter_map(of_round).collect()
}

/// The page of a quiz, at one of its items.
fn at_item(quiz: &str, item: &str) -> String {
    let page = quiz.split('#').next().unwrap_or_default();
    [page, "#", item].concat()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use compendium_core::log::EntryId;
    use compendium_core::response::Response;
    use compendium_formats::page_data::Group;

    const DAY: u64 = 86_400_000;

    pub(in crate::desk) fn index() -> BookIndex {
        let item =
            |id: &str| ItemEntry { id: id.into(), revision: 1, title: id.to_uppercase(), points: 1, outcome: None };
        let quiz = |id: &str, items: &[&str]| QuizEntry {
            id: id.into(),
            title: id.into(),
            href: format!("a.html#{id}"),
            pass_mark: 50,
            is_deck: false,
            after: None,
            items: items.iter().map(|id| item(id)).collect(),
        };
        let group = |title: &str, quizzes| Group {
            kind: GroupKind::Chapter,
            title: title.into(),
            href: "a.html".into(),
            outcomes: Vec::new(),
            quizzes,
        };
        BookIndex { groups: vec![group("A", vec![quiz("q", &["x", "y"])]), group("B", vec![quiz("r", &["z"])])] }
    }

    pub(in crate::desk) fn entry(
        day: u64,
        quiz: &str,
        round: u32,
        item: &str,
        revision: u32,
        earned: u32,
    ) -> Entry {
        let event = Event::Answer(Answer {
            item: item.into(),
            revision,
            response: Response::One(0),
            earned,
            max: 1,
            confidence: None,
            hint_seen: false,
        });
        Entry { id: EntryId { at: day * DAY, nonce: item.len() as u32 }, quiz: quiz.into(), round, event }
    }

    #[test]
    fn what_is_due_and_what_comes_next() {
        let entries = [entry(100, "q", 1, "x", 1, 0), entry(100, "r", 1, "z", 1, 1)];
        let found = overview(&index(), &entries, 101);
        assert_eq!(found.n_due, 1);
        let expected = DueItem { title: "X".into(), href: "a.html#x".into(), was_right: false, days: 1 };
        assert_eq!(found.due[0].items, [expected]);
        assert_eq!(found.next_due, Some(1));
        assert_eq!((found.items, found.answered, found.right), (3, 2, 1));
    }

    #[test]
    fn a_quiz_is_passed_by_one_whole_round() {
        let half = [entry(100, "q", 1, "x", 1, 1)];
        assert_eq!(overview(&index(), &half, 100).passed, 0);
        let whole = [entry(100, "q", 1, "x", 1, 1), entry(101, "q", 1, "y", 1, 0)];
        assert_eq!(overview(&index(), &whole, 100).passed, 1);
        let over_two_rounds = [entry(100, "q", 1, "x", 1, 1), entry(101, "q", 2, "y", 1, 1)];
        assert_eq!(overview(&index(), &over_two_rounds, 100).passed, 0);
    }

    #[test]
    fn answers_to_an_earlier_wording_are_counted_apart() {
        let found = overview(&index(), &[entry(100, "q", 1, "x", 9, 1)], 200);
        assert_eq!((found.older, found.answered, found.n_due), (1, 0, 0));
    }

    #[test]
    fn cards_are_due_and_are_no_questions() {
        let mut index = index();
        index.groups[0].quizzes[0].is_deck = true;
        let found = overview(&index, &[entry(100, "q", 1, "x", 1, 1)], 102);
        assert_eq!((found.items, found.answered, found.quizzes, found.n_due), (1, 0, 1, 1));
        let group = &found.groups[0];
        assert_eq!((group.cards, group.turned, group.cards_due, group.items), (2, 1, 1, 0));
    }

    #[test]
    fn quizzes_of_one_item_name_stay_apart() {
        let mut index = index();
        index.groups[1].quizzes[0].items[0].id = "x".into();
        let found = overview(&index, &[entry(100, "q", 1, "x", 1, 1)], 100);
        assert_eq!(found.groups.iter().map(|group| group.answered).collect::<Vec<_>>(), [1, 0]);
    }
}
