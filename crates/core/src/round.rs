//! One pass through a quiz: where it stands, what it earned, what to read again.

use crate::item::{Link, Quiz};
use crate::log::{self, Answer, Entry, Event};

/// The current round of a quiz, replayed from the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Counts from 1.
    pub number: u32,
    /// Places in [`Quiz::items`], in the author's order.
    pub items: Vec<usize>,
    /// One for each item of the quiz that was answered in this round.
    tries: Vec<Option<Tries>>,
}

/// The answers to one item in one round. The first counts; the last is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tries {
    pub first: Answer,
    pub last: Answer,
    pub count: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    pub earned: u32,
    pub max: u32,
    pub answered: usize,
    pub passed: bool,
    /// Points still needed; 0 when passed.
    pub missing: u32,
    pub topics: Vec<Topic>,
}

/// The items of a round whose rationale points to the same place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    pub reread: Option<Link>,
    pub items: Vec<usize>,
    pub earned: u32,
    pub max: u32,
}

/// Replays the entries of one quiz. Entries of other quizzes, of items that are gone, and answers to an earlier
/// wording are passed over: they stay in the log and in no score.
pub fn current(quiz: &Quiz, entries: &[Entry]) -> Round {
    let mine = log::in_order(entries.iter().filter(|entry| entry.quiz == quiz.id));
    let number = mine.iter().map(|entry| entry.round).max().unwrap_or(1).max(1);
    let mut items: Vec<usize> = (0..quiz.items.len()).collect();
    let mut tries: Vec<Option<Tries>> = vec![None; quiz.items.len()];
    for entry in mine.iter().filter(|entry| entry.round == number) {
        match &entry.event {
            Event::Start { items: named } if !named.is_empty() => {
                let known: Vec<usize> =
                    (0..quiz.items.len()).filter(|&i| named.contains(&quiz.items[i].id)).collect();
                if !known.is_empty() {
                    items = known;
                }
            }
            Event::Start { .. } => {}
            Event::Answer(answer) => {
                let Some(place) = quiz.items.iter().position(|item| item.id == answer.item) else { continue };
                if quiz.items[place].revision != answer.revision {
                    continue;
                }
                let last = answer.clone();
                tries[place] = Some(match tries[place].take() {
                    Some(tries) => Tries { last, count: tries.count + 1, ..tries },
                    None => Tries { first: answer.clone(), last, count: 1 },
                });
            }
        }
    }
    Round { number, items, tries }
}

impl Round {
    /// The answers to an item of the quiz in this round.
    pub fn tries(&self, place: usize) -> Option<&Tries> {
        self.tries.get(place)?.as_ref()
    }

    pub fn is_complete(&self) -> bool {
        self.items.iter().all(|&place| self.tries(place).is_some())
    }

    /// Items whose first answer in this round was not wholly right.
    pub fn missed(&self) -> Vec<usize> {
        let is_missed = |&place: &usize| self.tries(place).is_some_and(|tries| !tries.first.is_right());
        self.items.iter().copied().filter(is_missed).collect()
    }

    pub fn summary(&self, quiz: &Quiz) -> Summary {
        let mut topics: Vec<Topic> = Vec::new();
        for &place in &self.items {
            let item = &quiz.items[place];
            let earned = self.tries(place).map_or(0, |tries| tries.first.earned);
            match topics.iter_mut().find(|topic| topic.reread == item.reread) {
                Some(topic) => {
                    topic.items.push(place);
                    topic.earned += earned;
                    topic.max += item.points;
                }
                None => {
                    topics.push(Topic { reread: item.reread.clone(), items: vec![place], earned, max: item.points })
                }
            }
        }
        let earned = topics.iter().map(|topic| topic.earned).sum();
        let max: u32 = topics.iter().map(|topic| topic.max).sum();
        let needed = (u64::from(max) * u64::from(quiz.pass_mark)).div_ceil(100) as u32;
        Summary {
            earned,
            max,
            answered: self.items.iter().filter(|&&place| self.tries(place).is_some()).count(),
            passed: earned >= needed,
            missing: needed.saturating_sub(earned),
            topics,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::{Choice, Item, Kind};
    use crate::log::EntryId;
    use crate::response::Response;

    fn quiz() -> Quiz {
        let item = |id: &str, href: &str| Item {
            id: id.into(),
            revision: 7,
            title: id.into(),
            stem: id.into(),
            stem_more: String::new(),
            kind: Kind::Single {
                choices: vec![
                    Choice { text: "a".into(), feedback: None, key: true },
                    Choice { text: "b".into(), feedback: None, key: false },
                ],
            },
            points: 1,
            situation: None,
            outcome: None,
            level: None,
            hint: None,
            rationale: None,
            reread: Some(Link { href: href.into(), title: href.into() }),
        };
        Quiz {
            id: "q".into(),
            title: "Q".into(),
            pass_mark: 80,
            situations: vec![],
            items: vec![item("i1", "#x"), item("i2", "#y"), item("i3", "#x")],
        }
    }

    fn start(at: u64, round: u32, items: &[&str]) -> Entry {
        let items = items.iter().map(|&id| id.to_owned()).collect();
        Entry { id: EntryId { at, nonce: 0 }, quiz: "q".into(), round, event: Event::Start { items } }
    }

    fn answer(at: u64, round: u32, item: &str, revision: u32, earned: u32) -> Entry {
        let event = Event::Answer(Answer {
            item: item.into(),
            revision,
            response: Response::One(1 - earned as u16),
            earned,
            max: 1,
            confidence: None,
            hint_seen: false,
        });
        Entry { id: EntryId { at, nonce: 0 }, quiz: "q".into(), round, event }
    }

    #[test]
    fn the_first_answer_counts_and_the_last_is_shown() {
        let round = current(&quiz(), &[answer(2, 1, "i1", 7, 1), answer(1, 1, "i1", 7, 0)]);
        let tries = round.tries(0).unwrap();
        assert_eq!((tries.first.earned, tries.last.earned, tries.count), (0, 1, 2));
        assert_eq!(round.missed(), [0]);
        let summary = round.summary(&quiz());
        assert_eq!((summary.earned, summary.max, summary.answered), (0, 3, 1));
    }

    #[test]
    fn an_edit_of_one_item_keeps_the_answers_to_all_others() {
        let entries = [answer(1, 1, "i1", 7, 1), answer(2, 1, "i2", 7, 1)];
        let mut edited = quiz();
        edited.items[0].revision = 8;
        let round = current(&edited, &entries);
        assert_eq!((0..3).filter(|&place| round.tries(place).is_some()).collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn a_round_over_the_missed_items() {
        let entries = [
            answer(1, 1, "i1", 7, 1),
            answer(2, 1, "i2", 7, 0),
            answer(3, 1, "i3", 7, 1),
            start(4, 2, &["i2", "gone"]),
            answer(5, 2, "i2", 7, 1),
        ];
        let before = current(&quiz(), &entries[..3]);
        assert!(before.is_complete() && !before.summary(&quiz()).passed);
        assert_eq!(before.summary(&quiz()).missing, 1);
        let after = current(&quiz(), &entries);
        assert_eq!((after.number, after.items.clone()), (2, vec![1]));
        assert!(after.is_complete() && after.summary(&quiz()).passed);
    }

    #[test]
    fn topics_gather_items_that_point_to_the_same_place() {
        let round = current(&quiz(), &[answer(1, 1, "i1", 7, 1)]);
        let topics = round.summary(&quiz()).topics;
        assert_eq!(topics.iter().map(|t| t.items.clone()).collect::<Vec<_>>(), [vec![0, 2], vec![1]]);
        assert_eq!((topics[0].earned, topics[0].max), (1, 2));
    }
}
