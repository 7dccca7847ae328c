//! What is kept of a learner: a log that only grows.
//!
//! Each answer is one entry that never changes. Two pages open at once, a merge of two machines, a crash in the
//! middle: the state is always the replay of the entries that are there, and merging is the union of two sets.

use std::collections::BTreeMap;

use crate::response::{Confidence, Response};

/// When and by chance: sorts by time, and two machines never write the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryId {
    /// Milliseconds since 1970-01-01 UTC.
    pub at: u64,
    pub nonce: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: EntryId,
    pub quiz: String,
    /// Counts from 1; a quiz that was never begun is in round 1.
    pub round: u32,
    pub event: Event,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A new round begins, over the items named; none named means all.
    Start {
        items: Vec<String>,
    },
    Answer(Answer),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub item: String,
    /// [`crate::item::Item::revision`] at that time.
    pub revision: u32,
    pub response: Response,
    pub earned: u32,
    pub max: u32,
    pub confidence: Option<Confidence>,
    pub hint_seen: bool,
}

impl Answer {
    pub fn is_right(&self) -> bool {
        self.earned >= self.max
    }
}

/// Puts entries into the order of time. They come so from the store and from a file, and then this only looks; a sort
/// for any order would be four kilobytes in every page.
pub fn in_order<'a>(entries: impl Iterator<Item = &'a Entry>) -> Vec<&'a Entry> {
    let mut sorted: Vec<&Entry> = Vec::new();
    for entry in entries {
        let place = sorted.iter().rposition(|other| other.id <= entry.id).map_or(0, |before| before + 1);
        sorted.insert(place, entry);
    }
    sorted
}

/// What a merge would do, or did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    pub added: usize,
    pub already_there: usize,
}

/// Adds the entries of `theirs` that `ours` lacks; nothing of `ours` changes. The result is sorted by time.
pub fn merge(ours: &mut Vec<Entry>, theirs: Vec<Entry>) -> Merged {
    let before = ours.len();
    let offered = theirs.len();
    let mut all: BTreeMap<EntryId, Entry> = BTreeMap::new();
    for entry in ours.drain(..).chain(theirs) {
        all.entry(entry.id).or_insert(entry);
    }
    ours.extend(all.into_values());
    let added = ours.len() - before.min(ours.len());
    Merged { added, already_there: offered - added.min(offered) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry(at: u64, nonce: u32) -> Entry {
        let id = EntryId { at, nonce };
        Entry { id, quiz: "q".into(), round: 1, event: Event::Start { items: vec![] } }
    }

    proptest! {
        /// Merging in either order, or twice, gives the same log.
        #[test]
        fn merge_is_a_union(
            a in proptest::collection::btree_set((0_u64..9, 0_u32..3), 0..9),
            b in proptest::collection::btree_set((0_u64..9, 0_u32..3), 0..9),
        ) {
            let log = |set: &std::collections::BTreeSet<(u64, u32)>| -> Vec<Entry> {
                set.iter().map(|&(at, nonce)| entry(at, nonce)).collect()
            };
            let (mut one, mut other) = (log(&a), log(&b));
            let report = merge(&mut one, log(&b));
            merge(&mut other, log(&a));
            prop_assert_eq!(&one, &other);
            prop_assert_eq!(report.added, b.difference(&a).count());
            prop_assert_eq!(report.already_there, b.intersection(&a).count());
            let again = merge(&mut one, log(&a));
            prop_assert_eq!(again.added, 0);
            prop_assert_eq!(one.len(), a.union(&b).count());
        }
    }
}
