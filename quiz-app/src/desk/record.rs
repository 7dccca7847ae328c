//! What a learner has done in each course, and which outcomes are not reached yet.

use compendium_core::log::{Answer, Entry};
use compendium_core::schedule;
use compendium_formats::page_data::{BookIndex, GroupKind, OutcomeEntry};

use crate::desk::overview::{answer, answers_by_quiz, is_passed, of_item};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseRecord {
    pub title: String,
    pub href: String,
    pub items: u32,
    pub answered: u32,
    /// Points of the last answers, and of all questions.
    pub earned: u32,
    pub points: u32,
    pub quizzes: u32,
    pub passed: u32,
    /// Days since 1970-01-01 UTC of the first and of the last answer.
    pub days: (u32, u32),
    pub outcomes: Vec<OutcomeRecord>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeRecord {
    pub outcome: OutcomeEntry,
    /// Questions of the course that test it.
    pub items: u32,
    pub answered: u32,
    /// Per cent of the points of those that were answered, at the last answer.
    pub share: u32,
}

/// So many questions on an outcome must be answered, or all where there are fewer.
pub const ENOUGH: u32 = 5;
/// And so many of their points earned, in per cent.
pub const REACHED: u32 = 80;

impl OutcomeRecord {
    pub fn is_reached(&self) -> bool {
        self.answered > 0 && self.answered >= self.items.min(ENOUGH) && self.share >= REACHED
    }
}

/// The courses that were begun, in the order of the book.
pub fn record(index: &BookIndex, entries: &[Entry]) -> Vec<CourseRecord> {
    let by_quiz = answers_by_quiz(entries);
    let none = Vec::new();
    let mut courses = Vec::new();
    for group in index.groups.iter().filter(|group| group.kind == GroupKind::Course) {
        let mut course = CourseRecord {
            title: group.title.clone(),
            href: group.href.clone(),
            items: 0,
            answered: 0,
            earned: 0,
            points: 0,
            quizzes: 0,
            passed: 0,
            days: (u32::MAX, 0),
            outcomes: Vec::new(),
        };
        // Of each outcome: questions, answered, points earned, points of those that were answered.
        let mut sums = vec![(0_u32, 0_u32, 0_u32, 0_u32); group.outcomes.len()];
        for quiz in group.quizzes.iter().filter(|quiz| !quiz.is_deck) {
            let log = by_quiz.get(quiz.id.as_str()).unwrap_or(&none);
            course.quizzes += 1;
            course.passed += u32::from(is_passed(quiz, log));
            for item in &quiz.items {
                let (ours, _) = of_item(item, log);
                for entry in &ours {
                    let day = schedule::day(entry.id.at);
                    course.days = (course.days.0.min(day), course.days.1.max(day));
                }
                let last: Option<&Answer> = ours.last().and_then(answer);
                course.items += 1;
                course.points += item.points;
                course.answered += u32::from(last.is_some());
                course.earned += last.map_or(0, |last| last.earned);
                let place = group.outcomes.iter().position(|outcome| item.outcome.as_ref() == Some(&outcome.id));
                let Some(sum) = place.and_then(|place| sums.get_mut(place)) else { continue };
                sum.0 += 1;
                if let Some(last) = last {
                    *sum = (sum.0, sum.1 + 1, sum.2 + last.earned, sum.3 + item.points);
                }
            }
        }
        if course.answered == 0 {
            continue;
        }
        let outcomes = group.outcomes.iter().zip(sums);
        course.outcomes = outcomes
            .map(|(outcome, (items, answered, earned, points))| OutcomeRecord {
                outcome: outcome.clone(),
                items,
                answered,
                share: earned * 100 / points.max(1),
            })
            .collect();
        courses.push(course);
    }
    courses
}

/// Weeks of the mentoring plan.
pub const WEEKS: usize = 12;

/// The outcomes of the begun courses that are not reached, weakest first within each course, dealt out to weeks of equal
/// load. A week without one is left for what the mentor finds.
pub fn plan(courses: &[CourseRecord]) -> Vec<Vec<&OutcomeRecord>> {
    let mut open: Vec<&OutcomeRecord> = Vec::new();
    for course in courses {
        let mut own: Vec<&OutcomeRecord> =
            course.outcomes.iter().filter(|outcome| outcome.items > 0 && !outcome.is_reached()).collect();
        own.sort_by_key(|outcome| outcome.share);
        open.extend(own);
    }
    let n = open.len();
    let weeks = n.clamp(1, WEEKS);
    (0..weeks).map(|week| open[week * n / weeks..(week + 1) * n / weeks].to_vec()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::overview::tests::{entry, index};

    fn course() -> BookIndex {
        let mut index = index();
        let group = &mut index.groups[0];
        group.kind = GroupKind::Course;
        let outcome = |id: &str| OutcomeEntry { id: id.into(), title: id.into(), href: id.into() };
        group.outcomes = vec![outcome("o1"), outcome("o2")];
        for (item, outcome) in group.quizzes[0].items.iter_mut().zip(["o1", "o2"]) {
            item.outcome = Some(outcome.into());
        }
        index
    }

    #[test]
    fn only_begun_courses_are_recorded() {
        assert_eq!(record(&course(), &[]), []);
        assert_eq!(record(&course(), &[entry(100, "r", 1, "z", 1, 1)]), []);
    }

    #[test]
    fn an_outcome_is_reached_by_enough_right_answers() {
        let log = [entry(100, "q", 1, "x", 1, 1), entry(103, "q", 1, "y", 1, 0)];
        let found = record(&course(), &log);
        let course = &found[0];
        assert_eq!((course.answered, course.earned, course.points, course.days), (2, 1, 2, (100, 103)));
        let reached: Vec<bool> = course.outcomes.iter().map(OutcomeRecord::is_reached).collect();
        assert_eq!(reached, [true, false]);
        let weeks = plan(&found);
        assert_eq!((weeks.len(), weeks[0][0].outcome.id.as_str()), (1, "o2"));
    }

    #[test]
    fn many_outcomes_fill_twelve_weeks_evenly() {
        let outcome = |n: u32| OutcomeRecord {
            outcome: OutcomeEntry { id: n.to_string(), title: String::new(), href: String::new() },
            items: 5,
            answered: 5,
            share: n,
        };
        let log = [entry(100, "q", 1, "x", 1, 1)];
        let mut courses = record(&course(), &log);
        courses[0].outcomes = (0..30).rev().map(outcome).collect();
        let weeks = plan(&courses);
        assert_eq!(weeks.len(), WEEKS);
        assert!(weeks.iter().all(|week| (2..=3).contains(&week.len())));
        assert_eq!(weeks.iter().map(Vec::len).sum::<usize>(), 30);
        assert_eq!(weeks[0][0].share, 0);
    }
}
