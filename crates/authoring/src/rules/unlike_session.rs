use std::collections::BTreeMap;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::diagnostic::Severity;
use crate::page::{Page, Session};

pub(super) static RULE: Rule = Rule {
    name: "unlike-session",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "a session lacks instructor's notes, or a part of them, that the others have",
    doc: "\
An instructor who teaches tomorrow looks first for what must lie in the room, and last for how to adapt the session to fewer hours, fewer people or no power.
Where more than half of the sessions of a book have `.notes`, each has them.
Where more than half of the notes begin with a paragraph that opens with the same bold words, as **Room and materials.**, all have that paragraph, and likewise the one that they end with, as **Adapt.**; so it holds in every language.
Books of fewer than three sessions are left alone.",
    bad: fixture!("unlike-session/bad.md"),
    good: fixture!("unlike-session/good.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    let sessions: Vec<(&Page, &Session)> =
        book.pages.iter().flat_map(|page| page.sessions.iter().map(move |session| (page, session))).collect();
    let n_notes = sessions.iter().filter(|(_, session)| session.notes.is_some()).count();
    if sessions.len() < 3 || n_notes * 2 <= sessions.len() {
        return;
    }
    let notes = || sessions.iter().filter_map(|(_, session)| session.notes.as_ref());
    let first = most(notes().filter_map(|notes| notes.first()), n_notes);
    let last = most(notes().filter_map(|notes| notes.last()), n_notes).filter(|last| Some(*last) != first);
    for (page, session) in &sessions {
        let mut add = |message: String, help: String| {
            out.add_at(&page.path, session.span.clone(), message, "unlike the others", help);
        };
        let Some(notes) = &session.notes else {
            add(
                format!(
                    "this session has no instructor's notes; {n_notes} of {} sessions have some",
                    sessions.len()
                ),
                "add a part with `.notes`".to_owned(),
            );
            continue;
        };
        for (place, words) in [("begin", first), ("end", last)] {
            let Some(words) = words.filter(|words| !notes.contains(words)) else { continue };
            add(
                format!("the notes of this session have no \u{201c}{words}\u{201d}, with which others {place}"),
                format!("add a paragraph to the notes that opens with **{words}.**"),
            );
        }
    }
}

/// What stands in more than half of `n_notes`.
fn most<'b>(words: impl Iterator<Item = &'b String>, n_notes: usize) -> Option<&'b String> {
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    words.for_each(|words| *counts.entry(words).or_default() += 1);
    counts.into_iter().find(|(_, count)| count * 2 > n_notes).map(|(words, _)| words)
}
