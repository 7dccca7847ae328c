//! Points for a response: whole numbers, partial credit where an answer has parts.

use crate::item::{Item, Kind};
use crate::number::Number;
use crate::response::Response;
use crate::schedule::Rating;
use crate::text;

/// The worth of one response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade {
    pub earned: u32,
    /// [`Item::points`].
    pub max: u32,
    /// One mark a part, in the author's order: choices, entries, left sides, or one alone.
    pub marks: Vec<Mark>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Chosen, placed or matched rightly.
    Right,
    /// Chosen, placed or matched wrongly.
    Wrong,
    /// A key that was not chosen, a left side without a match.
    Missed,
    /// A distractor that was left alone.
    Rest,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Right,
    Partly,
    Wrong,
}

impl Grade {
    pub fn verdict(&self) -> Verdict {
        match self.earned {
            0 => Verdict::Wrong,
            earned if earned >= self.max => Verdict::Right,
            _ => Verdict::Partly,
        }
    }
}

/// Grades a response. Places that the item does not have (an old or foreign file) count as not answered.
///
/// - Single, numeric, text: all or nothing.
/// - Multiple: keys chosen minus distractors chosen, never below zero.
/// - Order: entries minus one minus the least number of moves that puts the order right
///   (its complement is the longest increasing subsequence).
/// - Match: left sides matched rightly.
/// - Essay: the points its writer gave it, each at most its criterion's.
/// - Card: all, if it was remembered at all.
///
/// The units so counted are scaled to [`Item::points`] and rounded down.
pub fn grade(item: &Item, response: &Response) -> Grade {
    let (units, marks) = match (&item.kind, response) {
        (Kind::Single { choices }, Response::One(chosen)) => {
            let keys: Vec<bool> = choices.iter().map(|choice| choice.key).collect();
            let marks = mark_choices(&keys, &[*chosen]);
            (u32::from(marks.contains(&Mark::Right)), marks)
        }
        (Kind::Multiple { choices }, Response::Many(chosen)) => {
            let keys: Vec<bool> = choices.iter().map(|choice| choice.key).collect();
            let marks = mark_choices(&keys, chosen);
            let count = |mark| marks.iter().filter(|&&m| m == mark).count() as u32;
            (count(Mark::Right).saturating_sub(count(Mark::Wrong)), marks)
        }
        (Kind::Order { entries }, Response::Order(order)) => mark_order(entries.len(), order),
        (Kind::Match { pairs, .. }, Response::Match(chosen)) => {
            let marks: Vec<Mark> = (0..pairs.len())
                .map(|left| match chosen.get(left).copied().flatten() {
                    // Two pairs may share a right side; either of the equal texts is right.
                    Some(right) if same_right(pairs, left, right) => Mark::Right,
                    Some(_) => Mark::Wrong,
                    None => Mark::Missed,
                })
                .collect();
            (marks.iter().filter(|&&mark| mark == Mark::Right).count() as u32, marks)
        }
        (Kind::Numeric { answer, tolerance, unit, .. }, Response::Number(typed)) => {
            let right = read_with_unit(typed, unit).is_some_and(|value| value.within(*answer, *tolerance));
            one(right)
        }
        (Kind::Text { accepted, .. }, Response::Text(typed)) => {
            one(accepted.iter().any(|form| text::same(form, typed)))
        }
        (Kind::Essay { rubric }, Response::Essay { points, .. }) => {
            let given: Vec<u32> = rubric
                .iter()
                .enumerate()
                .map(|(i, line)| u32::from(points.get(i).copied().unwrap_or(0)).min(line.points))
                .collect();
            let marks = given
                .iter()
                .zip(rubric)
                .map(|(&given, line)| if given == line.points { Mark::Right } else { Mark::Missed })
                .collect();
            (given.iter().sum(), marks)
        }
        (Kind::Card { .. }, Response::Recall(number)) => {
            one(matches!(Rating::of(*number), Some(Rating::Hard | Rating::Good | Rating::Easy)))
        }
        (kind, _) => (0, vec![Mark::Missed; parts(kind)]),
    };
    Grade { earned: scale(units, item.kind.units(), item.points), max: item.points, marks }
}

/// Reads a typed number, with or without the unit behind it.
pub fn read_with_unit(typed: &str, unit: &str) -> Option<Number> {
    let typed = typed.trim();
    let bare = typed.strip_suffix(unit.trim()).unwrap_or(typed);
    Number::read(bare).ok()
}

fn mark_choices(keys: &[bool], chosen: &[u16]) -> Vec<Mark> {
    keys.iter()
        .enumerate()
        .map(|(i, &key)| match (key, chosen.contains(&(i as u16))) {
            (true, true) => Mark::Right,
            (true, false) => Mark::Missed,
            (false, true) => Mark::Wrong,
            (false, false) => Mark::Rest,
        })
        .collect()
}

/// Marks an order: entries of one longest increasing run of places are right, the others would have to move.
fn mark_order(n: usize, order: &[u16]) -> (u32, Vec<Mark>) {
    let mut seen = vec![false; n];
    let whole = order.len() == n
        && order
            .iter()
            .all(|&place| seen.get_mut(place as usize).is_some_and(|slot| !std::mem::replace(slot, true)));
    if !whole {
        return (0, vec![Mark::Missed; n]);
    }
    let mut length = vec![1_usize; n];
    let mut before: Vec<Option<usize>> = vec![None; n];
    for i in 0..n {
        for j in 0..i {
            if order[j] < order[i] && length[j] + 1 > length[i] {
                length[i] = length[j] + 1;
                before[i] = Some(j);
            }
        }
    }
    let mut marks = vec![Mark::Wrong; n];
    let mut at = (0..n).rev().max_by_key(|&i| length[i]);
    let longest = at.map_or(0, |i| length[i]);
    while let Some(i) = at {
        marks[order[i] as usize] = Mark::Right;
        at = before[i];
    }
    (longest.saturating_sub(1) as u32, marks)
}

fn same_right(pairs: &[crate::item::Pair], left: usize, right: u16) -> bool {
    pairs.get(right as usize).is_some_and(|chosen| chosen.right == pairs[left].right)
}

fn one(right: bool) -> (u32, Vec<Mark>) {
    (u32::from(right), vec![if right { Mark::Right } else { Mark::Wrong }])
}

fn parts(kind: &Kind) -> usize {
    match kind {
        Kind::Single { choices } | Kind::Multiple { choices } => choices.len(),
        Kind::Order { entries } => entries.len(),
        Kind::Match { pairs, .. } => pairs.len(),
        Kind::Numeric { .. } | Kind::Text { .. } | Kind::Card { .. } => 1,
        Kind::Essay { rubric } => rubric.len(),
    }
}

fn scale(units: u32, of: u32, points: u32) -> u32 {
    (u64::from(units.min(of)) * u64::from(points) / u64::from(of.max(1))) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::{Choice, Criterion, OrderEntry, Pair};
    use proptest::prelude::*;

    fn item(kind: Kind) -> Item {
        Item {
            id: "i".into(),
            revision: 1,
            title: String::new(),
            stem: String::new(),
            stem_more: String::new(),
            points: kind.units(),
            kind,
            situation: None,
            outcome: None,
            level: None,
            hint: None,
            rationale: None,
            reread: None,
        }
    }

    fn choices(keys: &str) -> Vec<Choice> {
        keys.chars().map(|c| Choice { text: String::new(), feedback: None, key: c == 'x' }).collect()
    }

    fn order_item(n: usize) -> Item {
        item(Kind::Order { entries: vec![OrderEntry { text: String::new(), feedback: None }; n] })
    }

    fn match_item() -> Item {
        let pair = |l: &str, r: &str| Pair { left: l.into(), right: r.into() };
        item(Kind::Match {
            left: "l".into(),
            right: "r".into(),
            pairs: vec![pair("a", "1"), pair("b", "2"), pair("c", "1")],
            distractors: vec!["9".into()],
        })
    }

    #[test]
    fn points_by_kind() {
        let multiple = item(Kind::Multiple { choices: choices("xx-x") });
        let numeric = item(Kind::Numeric {
            answer: Number::read("85").unwrap(),
            tolerance: Number::read("1").unwrap(),
            unit: "%".into(),
            feedback: None,
        });
        let text = item(Kind::Text { accepted: vec!["originator control".into(), "ORCON".into()], feedback: None });
        let line = |points| Criterion { name: String::new(), points, earns: String::new() };
        let essay = item(Kind::Essay { rubric: vec![line(2), line(3)] });
        let essay_points = |points: &[u16]| Response::Essay { text: String::new(), points: points.to_vec() };
        for (item, response, earned, max) in [
            (&item(Kind::Single { choices: choices("-x-") }), Response::One(1), 1, 1),
            (&item(Kind::Single { choices: choices("-x-") }), Response::One(2), 0, 1),
            (&item(Kind::Single { choices: choices("-x-") }), Response::One(9), 0, 1),
            (&multiple, Response::Many(vec![0, 1, 3]), 3, 3),
            (&multiple, Response::Many(vec![0, 1]), 2, 3),
            (&multiple, Response::Many(vec![0, 1, 2]), 1, 3),
            (&multiple, Response::Many(vec![0, 1, 2, 3]), 2, 3),
            (&multiple, Response::Many(vec![2]), 0, 3),
            (&order_item(4), Response::Order(vec![0, 1, 2, 3]), 3, 3),
            (&order_item(4), Response::Order(vec![0, 2, 1, 3]), 2, 3),
            (&order_item(4), Response::Order(vec![1, 2, 3, 0]), 2, 3),
            (&order_item(4), Response::Order(vec![3, 2, 1, 0]), 0, 3),
            (&order_item(4), Response::Order(vec![0, 0, 1, 2]), 0, 3),
            (&match_item(), Response::Match(vec![Some(0), Some(1), Some(0)]), 3, 3),
            (&match_item(), Response::Match(vec![Some(3), Some(1), None]), 1, 3),
            (&numeric, Response::Number("84,5 %".into()), 1, 1),
            (&numeric, Response::Number("83".into()), 0, 1),
            (&numeric, Response::Number("about 85".into()), 0, 1),
            (&text, Response::Text("Orcon".into()), 1, 1),
            (&text, Response::Text("owner control".into()), 0, 1),
            (&essay, essay_points(&[2, 1]), 3, 5),
            (&essay, essay_points(&[9, 9, 9]), 5, 5),
            (&essay, Response::One(0), 0, 5),
        ] {
            let grade = grade(item, &response);
            assert_eq!((grade.earned, grade.max), (earned, max), "{response:?}");
        }
    }

    #[test]
    fn partial_credit_scales_to_the_authors_points() {
        let mut item = item(Kind::Multiple { choices: choices("xxx") });
        item.points = 2;
        assert_eq!(grade(&item, &Response::Many(vec![0, 1])).earned, 1);
        assert_eq!(grade(&item, &Response::Many(vec![0, 1, 2])).earned, 2);
    }

    proptest! {
        /// Whatever a file claims, points lie between zero and the maximum, and only a whole answer is full.
        #[test]
        fn never_more_than_the_points(order in proptest::collection::vec(0_u16..6, 0..7), n in 2_usize..6) {
            let item = order_item(n);
            let grade = grade(&item, &Response::Order(order.clone()));
            prop_assert!(grade.earned <= grade.max);
            prop_assert_eq!(grade.marks.len(), n);
            let solved: Vec<u16> = (0..n as u16).collect();
            prop_assert_eq!(grade.earned == grade.max, order == solved);
        }
    }
}
