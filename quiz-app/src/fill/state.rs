//! The state of a template's form and the one function that changes it.

use compendium_formats::document::{Document, docx, html, one_line};
use compendium_formats::page_data::Template;

use crate::state::{Now, Saved};
use crate::store::Trouble;
use crate::text::glued;

/// Names are drafts under these keys, shared by all templates of a book.
pub const PREFIX: &str = "profile/";

pub struct State {
    pub template: Template,
    /// One a field.
    pub values: Vec<String>,
    pub saved: Saved,
    pub notice: Notice,
    /// The field that waits for a pause in typing.
    waiting: Option<usize>,
}

/// What the status line says, and what is asked below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    None,
    /// A file of that name left with so many gaps.
    Handed(String, u32),
    AskForget,
    Forgotten,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A field and what it holds now.
    Type(usize, String),
    /// The pause in typing has come.
    Keep,
    Word,
    Web,
    Print,
    AskForget,
    /// Leaves everything as it is.
    Leave,
    Forget,
    Stored,
    Forgotten,
    NotStored(Trouble),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The slots of a variable in the page: its name, the text, and whether it is a name or only a label.
    Show {
        name: String,
        text: String,
        is_filled: bool,
    },
    KeepSoon,
    Draft {
        key: String,
        value: Option<String>,
    },
    File {
        name: String,
        kind: &'static str,
        bytes: Vec<u8>,
    },
    Print,
    Forget,
    Focus(&'static str),
}

/// Id of the panel that asks.
pub const QUESTION: &str = "fill-question";
/// Id of the form's heading.
pub const TITLE: &str = "fill-form";

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const HTML: &str = "text/html;charset=utf-8";

impl State {
    /// `drafts` are all that the store holds.
    pub fn new(template: Template, drafts: &[(String, String)]) -> State {
        let value = |name: &str| {
            let own = drafts.iter().find(|(key, _)| key.strip_prefix(PREFIX) == Some(name));
            own.map_or(String::new(), |(_, value)| value.clone())
        };
        let values = template.fields.iter().map(|field| value(&field.name)).collect();
        State { template, values, saved: Saved::Idle, notice: Notice::None, waiting: None }
    }

    pub fn n_filled(&self) -> u32 {
        self.values.iter().filter(|value| !one_line(value).is_empty()).count() as u32
    }

    /// The slots of the page as they should be.
    pub fn shown(&self) -> Vec<Effect> {
        (0..self.values.len()).map(|place| self.show(place)).collect()
    }

    fn show(&self, place: usize) -> Effect {
        let field = &self.template.fields[place];
        let value = one_line(&self.values[place]);
        let is_filled = !value.is_empty();
        let text = if is_filled { value } else { glued(&["[", &field.label, "]"]) };
        Effect::Show { name: field.name.clone(), text, is_filled }
    }

    fn document(&self) -> Document {
        self.template.document.filled(&|name| {
            let place = self.template.fields.iter().position(|field| field.name == name)?;
            Some(self.values[place].clone())
        })
    }

    /// What waits for a pause goes to the store.
    fn keep(&mut self) -> Vec<Effect> {
        let Some(place) = self.waiting.take() else { return vec![] };
        let value = one_line(&self.values[place]);
        let key = glued(&[PREFIX, &self.template.fields[place].name]);
        self.saved = Saved::Saving;
        vec![Effect::Draft { key, value: Some(value).filter(|value| !value.is_empty()) }]
    }

    fn file(&mut self, ending: &str, kind: &'static str, bytes: Vec<u8>) -> Vec<Effect> {
        let name = glued(&[&self.template.file_name, ending]);
        let n_gaps = self.values.len() as u32 - self.n_filled();
        self.notice = Notice::Handed(name.clone(), n_gaps);
        vec![Effect::File { name, kind, bytes }]
    }
}

pub fn reduce(state: &mut State, action: Action, now: Now) -> Vec<Effect> {
    match action {
        Action::Type(place, value) => {
            // Another field is waiting: its pause has come.
            let mut effects = if state.waiting == Some(place) { vec![] } else { state.keep() };
            let Some(own) = state.values.get_mut(place) else { return effects };
            *own = value;
            state.notice = Notice::None;
            state.waiting = Some(place);
            effects.push(state.show(place));
            effects.push(Effect::KeepSoon);
            effects
        }
        Action::Keep => state.keep(),
        Action::Word => {
            let bytes = docx::write(&state.document());
            state.file(".docx", DOCX, bytes)
        }
        Action::Web => {
            let bytes = html::write(&state.document()).into_bytes();
            state.file(".html", HTML, bytes)
        }
        Action::Print => vec![Effect::Print],
        Action::AskForget => {
            state.notice = Notice::AskForget;
            vec![Effect::Focus(QUESTION)]
        }
        Action::Leave => {
            state.notice = Notice::None;
            vec![Effect::Focus(TITLE)]
        }
        Action::Forget if state.notice == Notice::AskForget => {
            state.waiting = None;
            vec![Effect::Forget]
        }
        Action::Forget => vec![],
        Action::Stored => {
            state.saved = Saved::At(now.at);
            vec![]
        }
        Action::Forgotten => {
            state.values.iter_mut().for_each(String::clear);
            state.saved = Saved::Idle;
            state.notice = Notice::Forgotten;
            let mut effects = state.shown();
            effects.push(Effect::Focus(TITLE));
            effects
        }
        Action::NotStored(trouble) => {
            state.saved = Saved::Not(trouble);
            vec![]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use compendium_formats::document::{Block, Content, Run, Slot};
    use compendium_formats::page_data::Field;

    const NOW: Now = Now { at: 7, nonce: 0 };

    fn template() -> Template {
        let field = |name: &str| Field {
            name: name.to_owned(),
            label: name.to_uppercase(),
            note: String::new(),
            example: String::new(),
        };
        let slot = |place| Run { content: Content::Slot(place), bold: false, italic: false };
        Template {
            file_name: "rules".to_owned(),
            fields: vec![field("centre.name"), field("limit.hour")],
            document: Document {
                title: vec![slot(1)],
                language: "en".to_owned(),
                rtl: false,
                slots: ["limit.hour", "centre.name"]
                    .map(|name| Slot { name: name.to_owned(), label: name.to_uppercase() })
                    .into(),
                blocks: vec![Block::Paragraph(vec![slot(0)])],
            },
        }
    }

    fn state(drafts: &[(&str, &str)]) -> State {
        let drafts: Vec<_> = drafts.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        State::new(template(), &drafts)
    }

    fn act(state: &mut State, action: Action) -> Vec<Effect> {
        reduce(state, action, NOW)
    }

    fn show(name: &str, text: &str, is_filled: bool) -> Effect {
        Effect::Show { name: name.to_owned(), text: text.to_owned(), is_filled }
    }

    fn draft(key: &str, value: Option<&str>) -> Effect {
        Effect::Draft { key: key.to_owned(), value: value.map(str::to_owned) }
    }

    #[test]
    fn names_of_the_store_are_there_and_drafts_of_questions_are_not() {
        let state = state(&[("profile/centre.name", "NFC"), ("centre.name", "x"), ("profile/other.name", "y")]);
        assert_eq!(state.values, ["NFC", ""]);
        assert_eq!(state.shown(), [show("centre.name", "NFC", true), show("limit.hour", "[LIMIT.HOUR]", false)]);
    }

    #[test]
    fn typing_shows_at_once_and_keeps_after_a_pause() {
        let mut state = state(&[]);
        let effects = act(&mut state, Action::Type(0, " N ".to_owned()));
        assert_eq!(effects, [show("centre.name", "N", true), Effect::KeepSoon]);
        assert_eq!(act(&mut state, Action::Keep), [draft("profile/centre.name", Some("N"))]);
        assert_eq!(act(&mut state, Action::Keep), [], "once");
        act(&mut state, Action::Stored);
        assert_eq!(state.saved, Saved::At(7));
        let effects = act(&mut state, Action::Type(0, "  ".to_owned()));
        assert_eq!(effects, [show("centre.name", "[CENTRE.NAME]", false), Effect::KeepSoon]);
        // The next field does not wait for the first one's pause.
        let effects = act(&mut state, Action::Type(1, "noon".to_owned()));
        assert_eq!(effects[0], draft("profile/centre.name", None));
        assert_eq!(act(&mut state, Action::Keep), [draft("profile/limit.hour", Some("noon"))]);
        assert_eq!(act(&mut state, Action::Type(9, "nowhere".to_owned())), []);
    }

    #[test]
    fn a_file_holds_the_names_and_says_what_is_missing() {
        let mut state = state(&[("profile/centre.name", "N & C")]);
        let effects = act(&mut state, Action::Web);
        let [Effect::File { name, bytes, .. }] = effects.as_slice() else { panic!("{effects:?}") };
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert_eq!(name, "rules.html");
        assert!(text.contains("<h1>N &amp; C</h1>") && text.contains("[LIMIT.HOUR]"), "{text}");
        assert_eq!(state.notice, Notice::Handed("rules.html".to_owned(), 1));
        let effects = act(&mut state, Action::Word);
        assert!(
            matches!(&effects[..], [Effect::File { name, bytes, .. }] if name == "rules.docx" && bytes.starts_with(b"PK"))
        );
        assert_eq!(act(&mut state, Action::Print), [Effect::Print]);
    }

    #[test]
    fn nothing_is_forgotten_without_the_question() {
        let mut state = state(&[("profile/centre.name", "N")]);
        assert_eq!(act(&mut state, Action::Forget), []);
        act(&mut state, Action::AskForget);
        act(&mut state, Action::Leave);
        assert_eq!(act(&mut state, Action::Forget), []);
        act(&mut state, Action::Type(1, "noon".to_owned()));
        act(&mut state, Action::AskForget);
        assert_eq!(act(&mut state, Action::Forget), [Effect::Forget]);
        assert_eq!(act(&mut state, Action::Keep), [], "what waited is not stored behind the forgetting");
        assert_eq!(state.n_filled(), 2, "until the store has done it");
        let effects = act(&mut state, Action::Forgotten);
        assert_eq!((state.n_filled(), state.notice.clone()), (0, Notice::Forgotten));
        assert_eq!(effects[0], show("centre.name", "[CENTRE.NAME]", false));
    }

    #[test]
    fn trouble_keeps_the_names_in_memory() {
        let mut state = state(&[]);
        act(&mut state, Action::Type(0, "N".to_owned()));
        act(&mut state, Action::NotStored(Trouble::Full));
        assert_eq!((state.saved, state.n_filled()), (Saved::Not(Trouble::Full), 1));
    }
}
