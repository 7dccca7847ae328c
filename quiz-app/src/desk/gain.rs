//! What a learner gained between a test and its parallel form.

use compendium_core::log::Entry;
use compendium_formats::page_data::{BookIndex, QuizEntry};

use crate::desk::overview::{answers_by_quiz, whole_rounds};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gain {
    pub before: Test,
    pub after: Test,
    /// Normalised gain g = (after − before) ÷ (100 − before), in per cent, rounded: the share of what could still be
    /// gained (Hake, 1998). Undefined where the first test left nothing to gain.
    pub normalised: Option<i32>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    pub title: String,
    pub href: String,
    /// Questions answered wholly right, of all, in the first round that answered every question: a second round was
    /// practised.
    pub right: Option<(u32, u32)>,
}

impl Test {
    /// In per cent, rounded.
    pub fn share(&self) -> Option<u32> {
        self.right.map(|(right, of)| (right * 200 + of) / (of * 2))
    }
}

/// One for each quiz that is another's parallel form.
pub fn gains(index: &BookIndex, entries: &[Entry]) -> Vec<Gain> {
    let by_quiz = answers_by_quiz(entries);
    let quizzes = || index.groups.iter().flat_map(|group| &group.quizzes);
    let test = |quiz: &QuizEntry| Test {
        title: quiz.title.clone(),
        href: quiz.href.clone(),
        right: by_quiz.get(quiz.id.as_str()).and_then(|log| {
            let rounds = whole_rounds(quiz, log);
            let first = rounds.first()?;
            Some((first.iter().filter(|answer| answer.is_right()).count() as u32, first.len() as u32))
        }),
    };
    quizzes()
        .filter_map(|after| {
            let before = quizzes().find(|before| after.after.as_ref() == Some(&before.id))?;
            let (before, after) = (test(before), test(after));
            let normalised = match (before.right, after.right) {
                (Some(first), Some(last)) => normalised(first, last),
                _ => None,
            };
            Some(Gain { before, after, normalised })
        })
        .collect()
}

/// Of two counts of right answers, each with its number of questions.
fn normalised((first, of_first): (u32, u32), (last, of_last): (u32, u32)) -> Option<i32> {
    let share = |n: u32, of: u32| f64::from(n) / f64::from(of);
    let (first, last) = (share(first, of_first), share(last, of_last));
    (first < 1.0).then(|| ((last - first) / (1.0 - first) * 100.0).round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::overview::tests::{entry, index};

    fn tests() -> BookIndex {
        let mut index = index();
        index.groups[1].quizzes[0].after = Some("q".into());
        index
    }

    #[test]
    fn nothing_is_said_of_a_test_that_was_not_finished() {
        let found = gains(&tests(), &[entry(100, "q", 1, "x", 1, 1)]);
        assert_eq!((found[0].before.share(), found[0].after.share(), found[0].normalised), (None, None, None));
    }

    /// From 50 to 100 per cent all is gained that could be; from 50 to 0 as much is lost.
    #[test]
    fn the_gain_is_a_share_of_what_was_left() {
        let before = [entry(100, "q", 1, "x", 1, 1), entry(100, "q", 1, "y", 1, 0)];
        for (earned, normalised) in [(1, 100), (0, -100)] {
            let mut log = before.to_vec();
            log.push(entry(200, "r", 1, "z", 1, earned));
            let found = gains(&tests(), &log);
            assert_eq!((found[0].before.share(), found[0].normalised), (Some(50), Some(normalised)));
        }
    }

    /// The example of the book: 14 of 33, then 27 of 33.
    #[test]
    fn the_gain_is_reckoned_from_counts() {
        assert_eq!(normalised((14, 33), (27, 33)), Some(68));
        assert_eq!(normalised((33, 33), (33, 33)), None);
    }

    #[test]
    fn a_second_round_counts_for_nothing() {
        let log = [entry(100, "r", 1, "z", 1, 0), entry(101, "r", 2, "z", 1, 1)];
        assert_eq!(gains(&tests(), &log)[0].after.share(), Some(0));
    }
}
