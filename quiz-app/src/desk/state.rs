//! The state of *My progress* and the one function that changes it.

use compendium_core::log::{self, Entry, Merged};
use compendium_formats::document::one_line;
use compendium_formats::page_data::BookIndex;
use compendium_formats::progress_file::{self, Refusal};

use crate::state::Now;
use crate::store::Trouble;

/// What the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    Progress,
    Record,
}

pub struct State {
    pub view: View,
    /// The learner's, for the record.
    pub name: String,
    pub book: String,
    pub index: BookIndex,
    pub entries: Vec<Entry>,
    /// Where the store failed, everything is in memory only.
    pub trouble: Option<Trouble>,
    pub notice: Notice,
}

/// What the status line says, and what is asked below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    None,
    /// So many answers stand in the file that was offered.
    Exported(u32),
    /// The file was not taken, and nothing has changed.
    Refused(Refusal),
    /// A file of more than [`LARGEST`] bytes.
    TooLarge,
    /// A file was read; nothing has changed yet.
    Offer {
        file: Vec<Entry>,
        report: Merged,
    },
    Merging(u32),
    Merged(u32),
    AskReset,
    Cleared,
    /// The learner's name was written.
    Named,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    Export,
    /// The text of a file that was chosen; none when it was too large.
    Read(Option<String>),
    Merge,
    /// Leaves everything as it is.
    Leave,
    AskReset,
    Reset,
    /// The learner's name is written.
    Name(String),
    Print,
    /// The store has taken a merge.
    Stored(u32),
    Cleared,
    NotStored(Trouble),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    File(Vec<Entry>),
    /// Into the store; then [`Action::Stored`] with the number.
    Add(Vec<Entry>, u32),
    Clear,
    /// Keeps the learner's name.
    Name(String),
    Print,
    Focus(&'static str),
}

/// The draft that holds the learner's name: with the names of templates, and in no file.
pub const NAME: &str = "profile/learner";
/// Larger than years of learning.
pub const LARGEST: f64 = 20e6;
/// Id of the panel that asks.
pub const QUESTION: &str = "progress-question";
/// Id of the heading of the file panel.
pub const FILES: &str = "progress-files";

pub fn reduce(state: &mut State, action: Action, _: Now) -> Vec<Effect> {
    match action {
        Action::Export => {
            state.notice = Notice::Exported(state.entries.len() as u32);
            vec![Effect::File(state.entries.clone())]
        }
        Action::Read(None) => {
            state.notice = Notice::TooLarge;
            vec![]
        }
        Action::Read(Some(text)) => match progress_file::read(&text, &state.book) {
            Err(refusal) => {
                state.notice = Notice::Refused(refusal);
                vec![]
            }
            Ok(file) => {
                let report = log::merge(&mut state.entries.clone(), file.clone());
                state.notice = Notice::Offer { file, report };
                vec![Effect::Focus(QUESTION)]
            }
        },
        Action::Merge => {
            let Notice::Offer { file, .. } = std::mem::replace(&mut state.notice, Notice::None) else {
                return vec![];
            };
            let merged = log::merge(&mut state.entries, file.clone());
            let added = merged.added as u32;
            state.notice = Notice::Merging(added);
            vec![Effect::Add(file, added), Effect::Focus(FILES)]
        }
        Action::Leave => {
            state.notice = Notice::None;
            vec![Effect::Focus(FILES)]
        }
        Action::AskReset => {
            state.notice = Notice::AskReset;
            vec![Effect::Focus(QUESTION)]
        }
        Action::Reset if state.notice == Notice::AskReset => vec![Effect::Clear],
        Action::Reset => vec![],
        Action::Name(name) => {
            state.name = one_line(&name);
            state.notice = Notice::Named;
            vec![Effect::Name(state.name.clone())]
        }
        Action::Print => vec![Effect::Print],
        Action::Stored(added) => {
            state.notice = Notice::Merged(added);
            vec![]
        }
        Action::Cleared => {
            state.entries.clear();
            state.notice = Notice::Cleared;
            vec![Effect::Focus(FILES)]
        }
        Action::NotStored(trouble) => {
            state.trouble = Some(trouble);
            if let Notice::Merging(added) = state.notice {
                state.notice = Notice::Merged(added);
            }
            vec![]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use compendium_core::log::{EntryId, Event};

    fn entry(at: u64) -> Entry {
        let id = EntryId { at, nonce: 0 };
        Entry { id, quiz: "q".into(), round: 1, event: Event::Start { items: vec![] } }
    }

    fn state(entries: Vec<Entry>) -> State {
        let index = BookIndex { groups: vec![] };
        let view = View::Progress;
        State {
            view,
            name: String::new(),
            book: "book".into(),
            index,
            entries,
            trouble: None,
            notice: Notice::None,
        }
    }

    fn act(state: &mut State, action: Action) -> Vec<Effect> {
        reduce(state, action, Now::default())
    }

    #[test]
    fn a_file_is_shown_before_it_is_taken() {
        let mut state = state(vec![entry(1), entry(2)]);
        let file = progress_file::write("book", 0, &[entry(2), entry(3)]);
        act(&mut state, Action::Read(Some(file)));
        let Notice::Offer { report, .. } = &state.notice else { panic!("{:?}", state.notice) };
        assert_eq!((report.added, report.already_there), (1, 1));
        assert_eq!(state.entries.len(), 2, "nothing changes before the learner says so");
        let effects = act(&mut state, Action::Merge);
        assert!(matches!(&effects[0], Effect::Add(file, 1) if file.len() == 2));
        assert_eq!(state.entries, [entry(1), entry(2), entry(3)]);
        act(&mut state, Action::Stored(1));
        assert_eq!(state.notice, Notice::Merged(1));
    }

    #[test]
    fn a_refused_file_changes_nothing() {
        for text in ["", "{}", &progress_file::write("other", 0, &[entry(9)])] {
            let mut state = state(vec![entry(1)]);
            assert!(act(&mut state, Action::Read(Some(text.to_owned()))).is_empty());
            assert!(matches!(state.notice, Notice::Refused(_)), "{text}");
            assert!(act(&mut state, Action::Merge).is_empty());
            assert_eq!(state.entries, [entry(1)]);
        }
    }

    #[test]
    fn nothing_is_deleted_without_the_question() {
        let mut state = state(vec![entry(1)]);
        assert!(act(&mut state, Action::Reset).is_empty());
        act(&mut state, Action::AskReset);
        act(&mut state, Action::Leave);
        assert!(act(&mut state, Action::Reset).is_empty());
        act(&mut state, Action::AskReset);
        assert_eq!(act(&mut state, Action::Reset), [Effect::Clear]);
        assert_eq!(state.entries.len(), 1, "until the store has done it");
        act(&mut state, Action::Cleared);
        assert!(state.entries.is_empty());
    }
}
