//! Does a learner know what they know? How often answers given with each confidence were right.

use crate::log::{self, Answer, Entry, Event};
use crate::response::Confidence;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    pub confidence: Confidence,
    pub answers: u32,
    pub right: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Fewer answers with a stated confidence than a sentence can rest on.
    TooFew,
    /// Many of the answers given as sure were wrong.
    Overconfident,
    /// Most of the guesses were right.
    Underconfident,
    Fair,
}

/// Below this number of answers with a stated confidence nothing is said.
pub const ENOUGH: u32 = 10;
/// Below this number of answers in a band the band decides nothing.
const ENOUGH_IN_BAND: u32 = 5;

/// Right answers at the first try of each item and round, by stated confidence: sure, fairly sure, guess.
pub fn bands(entries: &[Entry]) -> [Band; 3] {
    let mut bands = Confidence::ALL.map(|confidence| Band { confidence, answers: 0, right: 0 });
    for answer in first_tries(entries) {
        let Some(confidence) = answer.confidence else { continue };
        if let Some(band) = bands.iter_mut().find(|band| band.confidence == confidence) {
            band.answers += 1;
            band.right += u32::from(answer.is_right());
        }
    }
    bands
}

/// One sentence's worth: over four fifths of the sure answers should be right, and under two thirds of the guesses.
/// Both limits are our own proposal.
pub fn reading(bands: &[Band; 3]) -> Reading {
    if bands.iter().map(|band| band.answers).sum::<u32>() < ENOUGH {
        return Reading::TooFew;
    }
    let share_below = |band: &Band, parts: u32, of: u32| band.right * of < band.answers * parts;
    let [sure, _, guess] = bands;
    if sure.answers >= ENOUGH_IN_BAND && share_below(sure, 4, 5) {
        Reading::Overconfident
    } else if guess.answers >= ENOUGH_IN_BAND && !share_below(guess, 2, 3) {
        Reading::Underconfident
    } else {
        Reading::Fair
    }
}

fn first_tries(entries: &[Entry]) -> Vec<&Answer> {
    let mut seen = std::collections::BTreeSet::new();
    log::in_order(entries.iter())
        .into_iter()
        .filter_map(|entry| match &entry.event {
            Event::Answer(answer) => {
                seen.insert((entry.quiz.as_str(), entry.round, answer.item.as_str())).then_some(answer)
            }
            Event::Start { .. } => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::EntryId;
    use crate::response::Response;

    fn answers(confidence: Confidence, right: u32, wrong: u32, from: u64) -> Vec<Entry> {
        (0..u64::from(right + wrong))
            .map(|i| Entry {
                id: EntryId { at: from + i, nonce: 0 },
                quiz: "q".into(),
                round: 1,
                event: Event::Answer(Answer {
                    item: format!("i{}", from + i),
                    revision: 1,
                    response: Response::One(0),
                    earned: u32::from(i < u64::from(right)),
                    max: 1,
                    confidence: Some(confidence),
                    hint_seen: false,
                }),
            })
            .collect()
    }

    #[test]
    fn readings() {
        for (sure, guess, expected) in [
            ((9, 0), (0, 0), Reading::TooFew),
            ((5, 5), (0, 0), Reading::Overconfident),
            ((9, 1), (5, 1), Reading::Underconfident),
            ((9, 1), (2, 4), Reading::Fair),
        ] {
            let mut entries = answers(Confidence::Sure, sure.0, sure.1, 0);
            entries.extend(answers(Confidence::Guess, guess.0, guess.1, 1_000));
            assert_eq!(reading(&bands(&entries)), expected, "{sure:?} {guess:?}");
        }
    }

    #[test]
    fn a_second_try_does_not_count() {
        let mut entries = answers(Confidence::Sure, 0, 1, 0);
        let mut again = entries[0].clone();
        again.id.at = 50;
        if let Event::Answer(answer) = &mut again.event {
            answer.earned = 1;
        }
        entries.push(again);
        assert_eq!(bands(&entries)[0], Band { confidence: Confidence::Sure, answers: 1, right: 0 });
    }
}
