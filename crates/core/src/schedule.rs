//! When an item is due again: FSRS-6.
//!
//! Formulas and default parameters: Free Spaced Repetition Scheduler, version 6, as its open implementations state
//! them; the tests hold this module against the `fsrs` crate. Times are whole days.

use crate::log::{self, Answer, Entry, Event};
use crate::response::{Confidence, Response};

/// How well the item was remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rating {
    Again = 1,
    Hard = 2,
    Good = 3,
    Easy = 4,
}

impl Rating {
    pub const ALL: [Rating; 4] = [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy];

    /// From its number.
    pub fn of(number: u16) -> Option<Rating> {
        Rating::ALL.into_iter().find(|&rating| rating as u16 == number)
    }
}

/// The state of memory for one item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// Days until the chance of recall falls to 90 %.
    pub stability: f32,
    /// 1 (easy) to 10 (hard).
    pub difficulty: f32,
}

/// One item's place in the calendar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Card {
    pub memory: Memory,
    /// Days since 1970-01-01 UTC.
    pub last_day: u32,
    pub due_day: u32,
    pub reviews: u32,
}

/// The default parameters of FSRS-6, w0 to w20.
pub const PARAMETERS: [f32; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
    1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];
/// The chance of recall at which an item is due.
pub const DESIRED_RETENTION: f32 = 0.9;

const STABILITY: (f32, f32) = (0.001, 36_500.0);
const DIFFICULTY: (f32, f32) = (1.0, 10.0);
const MILLISECONDS_A_DAY: u64 = 86_400_000;

pub fn day(at: u64) -> u32 {
    (at / MILLISECONDS_A_DAY) as u32
}

/// What an answer says of memory: wrong or less than half is forgotten; partly right, guessed or helped by the hint
/// is hard; right is good; right and sure is good too, since a learner's certainty is not ease. A flashcard is rated by
/// its learner.
pub fn rating(answer: &Answer) -> Rating {
    if let Response::Recall(number) = answer.response {
        Rating::of(number).unwrap_or(Rating::Again)
    } else if answer.earned * 2 < answer.max || answer.earned == 0 {
        Rating::Again
    } else if !answer.is_right() || answer.hint_seen || answer.confidence == Some(Confidence::Guess) {
        Rating::Hard
    } else {
        Rating::Good
    }
}

/// Replays the log for one item. Only the first answer of each round is a review: a second try after the
/// explanation shows nothing about memory. Answers to an earlier wording count for nothing.
pub fn card(item: &str, revision: u32, entries: &[Entry]) -> Option<Card> {
    let is_of_item = |entry: &&Entry| matches!(&entry.event, Event::Answer(answer) if answer.item == item && answer.revision == revision);
    let mut seen_rounds = Vec::new();
    let mut card: Option<Card> = None;
    for entry in log::in_order(entries.iter().filter(is_of_item)) {
        let Event::Answer(answer) = &entry.event else { continue };
        let round = (entry.quiz.as_str(), entry.round);
        if seen_rounds.contains(&round) {
            continue;
        }
        seen_rounds.push(round);
        let today = day(entry.id.at);
        let elapsed = card.map_or(0, |card| today.saturating_sub(card.last_day));
        let memory = next(card.map(|card| card.memory), elapsed, rating(answer));
        card = Some(Card {
            memory,
            last_day: today,
            due_day: today + interval(memory),
            reviews: card.map_or(0, |card| card.reviews) + 1,
        });
    }
    card
}

/// Whole days until the next review, at least one.
pub fn interval(memory: Memory) -> u32 {
    let (decay, factor) = curve();
    let days = memory.stability / factor * (DESIRED_RETENTION.powf(1.0 / decay) - 1.0);
    (days.round() as u32).max(1)
}

/// The state after a review, `elapsed` days after the last.
pub fn next(memory: Option<Memory>, elapsed: u32, rating: Rating) -> Memory {
    let w = &PARAMETERS;
    let grade = rating as u8 as f32;
    let Some(Memory { stability, difficulty }) = memory else {
        return Memory {
            stability: clamp(w[rating as usize - 1], STABILITY),
            difficulty: clamp(first_difficulty(grade), DIFFICULTY),
        };
    };
    let next_stability = if elapsed == 0 {
        let increase = (w[17] * (grade - 3.0 + w[18])).exp() * stability.powf(-w[19]);
        stability * if rating == Rating::Again { increase } else { increase.max(1.0) }
    } else {
        let (decay, factor) = curve();
        let recall = (elapsed as f32 / stability * factor + 1.0).powf(decay);
        if rating == Rating::Again {
            let forgotten = w[11]
                * difficulty.powf(-w[12])
                * ((stability + 1.0).powf(w[13]) - 1.0)
                * ((1.0 - recall) * w[14]).exp();
            forgotten.min(stability / (w[17] * w[18]).exp())
        } else {
            let penalty = if rating == Rating::Hard { w[15] } else { 1.0 };
            let bonus = if rating == Rating::Easy { w[16] } else { 1.0 };
            let growth = w[8].exp() * (11.0 - difficulty) * stability.powf(-w[9]);
            stability * (growth * (((1.0 - recall) * w[10]).exp() - 1.0) * penalty * bonus + 1.0)
        }
    };
    let moved = difficulty - w[6] * (grade - 3.0) * (10.0 - difficulty) / 9.0;
    let reverted = w[7] * (first_difficulty(4.0) - moved) + moved;
    Memory { stability: clamp(next_stability, STABILITY), difficulty: clamp(reverted, DIFFICULTY) }
}

/// Decay and factor of the forgetting curve R(t) = (1 + factor·t/S)^decay, with R(S) = 0.9.
fn curve() -> (f32, f32) {
    let decay = -PARAMETERS[20];
    (decay, 0.9_f32.powf(1.0 / decay) - 1.0)
}

fn first_difficulty(grade: f32) -> f32 {
    PARAMETERS[4] - (PARAMETERS[5] * (grade - 1.0)).exp() + 1.0
}

fn clamp(value: f32, (low, high): (f32, f32)) -> f32 {
    value.clamp(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::EntryId;
    use fsrs::{FSRS, FSRSItem, FSRSReview};
    use proptest::prelude::*;

    #[test]
    fn parameters_are_the_published_defaults() {
        assert_eq!(PARAMETERS, fsrs::DEFAULT_PARAMETERS);
    }

    proptest! {
        /// The `fsrs` crate is the oracle: same memory and same interval for any history of reviews.
        #[test]
        fn agrees_with_the_fsrs_crate(history in proptest::collection::vec((0_usize..4, 0_u32..400), 1..12)) {
            let oracle = FSRS::default();
            let mut memory = None;
            let mut reviews = Vec::new();
            for (i, &(rating, days)) in history.iter().enumerate() {
                let elapsed = if i == 0 { 0 } else { days };
                memory = Some(next(memory, elapsed, Rating::ALL[rating]));
                reviews.push(FSRSReview { rating: rating as u32 + 1, delta_t: elapsed });
            }
            let expected = oracle.memory_state(FSRSItem { reviews }, None).unwrap();
            let found = memory.unwrap();
            let close = |a: f32, b: f32| (a - b).abs() <= 1e-3 * b.abs().max(1e-3);
            prop_assert!(close(found.stability, expected.stability), "{found:?} {expected:?}");
            prop_assert!(close(found.difficulty, expected.difficulty), "{found:?} {expected:?}");
            let days = oracle.next_interval(Some(expected.stability), DESIRED_RETENTION, 3).round().max(1.0);
            prop_assert!((interval(found) as f32 - days).abs() <= 1.0 + 1e-3 * days);
        }
    }

    fn answer(at_day: u32, nonce: u32, round: u32, earned: u32) -> Entry {
        let event = Event::Answer(Answer {
            item: "i".into(),
            revision: 1,
            response: Response::One(0),
            earned,
            max: 1,
            confidence: None,
            hint_seen: false,
        });
        let at = u64::from(at_day) * MILLISECONDS_A_DAY;
        Entry { id: EntryId { at, nonce }, quiz: "q".into(), round, event }
    }

    #[test]
    fn a_wrong_answer_comes_back_sooner_than_a_right_one() {
        let wrong = card("i", 1, &[answer(100, 0, 1, 0)]).unwrap();
        let right = card("i", 1, &[answer(100, 0, 1, 1)]).unwrap();
        assert_eq!((wrong.due_day, right.due_day), (101, 102));
    }

    #[test]
    fn a_second_try_in_the_same_round_is_no_review() {
        let once = card("i", 1, &[answer(100, 0, 1, 0)]);
        let twice = card("i", 1, &[answer(100, 0, 1, 0), answer(100, 1, 1, 1)]);
        assert_eq!(once, twice);
        let next_round = card("i", 1, &[answer(100, 0, 1, 0), answer(103, 1, 2, 1)]).unwrap();
        assert_eq!((next_round.reviews, next_round.last_day), (2, 103));
    }

    #[test]
    fn an_earlier_wording_counts_for_nothing() {
        assert_eq!(card("i", 2, &[answer(100, 0, 1, 1)]), None);
    }

    #[test]
    fn a_flashcard_is_rated_by_its_learner() {
        let days = |number| {
            let mut entry = answer(100, 0, 1, 1);
            let Event::Answer(answer) = &mut entry.event else { unreachable!() };
            answer.response = Response::Recall(number);
            card("i", 1, &[entry]).unwrap().due_day - 100
        };
        // The first intervals of FSRS-6 with its default parameters: its first four, rounded.
        assert_eq!([1, 2, 3, 4].map(days), [1, 1, 2, 8]);
    }

    #[test]
    fn ratings_follow_points_hint_and_confidence() {
        let answer = |earned, max, hint_seen, confidence| Answer {
            item: "i".into(),
            revision: 1,
            response: Response::One(0),
            earned,
            max,
            confidence,
            hint_seen,
        };
        for (answer, expected) in [
            (answer(0, 1, false, None), Rating::Again),
            (answer(1, 3, false, None), Rating::Again),
            (answer(2, 3, false, None), Rating::Hard),
            (answer(1, 1, true, None), Rating::Hard),
            (answer(1, 1, false, Some(Confidence::Guess)), Rating::Hard),
            (answer(1, 1, false, Some(Confidence::Sure)), Rating::Good),
            (answer(1, 1, false, None), Rating::Good),
        ] {
            assert_eq!(rating(&answer), expected, "{answer:?}");
        }
    }
}
