//! What stands above a template's document: the names, what is done with them, and what is said of it.

use crate::fill::state::{Action, Notice, QUESTION, State, TITLE};
use crate::messages::{t, t_with, time};
use crate::state::Saved;
use crate::store::Trouble;
use crate::text::glued;
use crate::tree::{CROSS, HALF, Name};

pub type Tree = crate::tree::Tree<Action>;

pub fn form(tree: &mut Tree, state: &State) {
    tree.el("section", "panel fill", |tree| {
        tree.set(Name::LabelledBy, TITLE);
        tree.el("h2", "", |tree| {
            tree.set(Name::Id, TITLE);
            tree.set(Name::Tabindex, "-1");
            tree.say("fill-title");
        });
        tree.el("p", "small muted", |tree| tree.say("fill-how"));
        trouble(tree, state);
        tree.el("div", "fill-fields", |tree| (0..state.values.len()).for_each(|place| field(tree, state, place)));
        tree.el("p", "small num", |tree| {
            tree.say_of("fill-count", state.n_filled(), state.values.len() as u32);
        });
        tree.el("div", "row", |tree| {
            tree.button("btn primary", "fill-word", Action::Word);
            tree.button("btn", "fill-web", Action::Web);
            tree.button("btn", "fill-print", Action::Print);
            tree.button("btn quiet", "fill-forget", Action::AskForget);
        });
        // It exists before it speaks.
        tree.el("p", "small", |tree| {
            tree.set(Name::Role, "status");
            tree.text(said(state));
        });
        question(tree, state);
    });
}

fn field(tree: &mut Tree, state: &State, place: usize) {
    let field = &state.template.fields[place];
    tree.el("div", "field", |tree| {
        tree.el("label", "", |tree| {
            tree.set_joined(Name::For, "fill-", &field.name);
            tree.text(field.label.clone());
        });
        tree.el("input", "", |tree| {
            tree.set_joined(Name::Id, "fill-", &field.name);
            tree.set(Name::Type, "text");
            tree.set(Name::Autocomplete, "off");
            // A name may be of another script than the book.
            tree.set(Name::Direction, "auto");
            tree.set(Name::Placeholder, &field.example);
            if !field.note.is_empty() {
                tree.set_to(Name::DescribedBy, note_id(&field.name));
            }
            tree.holds(&state.values[place]);
            tree.on(Name::OnInput, Action::Type(place, String::new()));
        });
        if !field.note.is_empty() {
            tree.el("small", "", |tree| {
                tree.set_to(Name::Id, note_id(&field.name));
                tree.text(field.note.clone());
            });
        }
    });
}

fn note_id(name: &str) -> String {
    glued(&["fill-", name, "-note"])
}

fn said(state: &State) -> String {
    match (&state.notice, state.saved) {
        (Notice::Handed(file, n_gaps), _) => {
            let handed = t_with("fill-handed", &[("file", file.as_str().into())]);
            glued(&[&handed, " ", &t_with("fill-gaps", &[("n", (*n_gaps).into())])])
        }
        (Notice::Forgotten, _) => t("fill-forgotten"),
        (_, Saved::At(at)) => t_with("app-saved", &[("time", time(at as f64).as_str().into())]),
        (_, Saved::Not(_)) => t("app-not-saved"),
        (_, Saved::Idle | Saved::Saving) => String::new(),
    }
}

/// Nothing is kept: why.
fn trouble(tree: &mut Tree, state: &State) {
    let Saved::Not(trouble) = state.saved else { return tree.nothing() };
    tree.el("div", "verdict part", |tree| {
        tree.sign(HALF);
        tree.el("p", "", |tree| tree.el("b", "", |tree| tree.say("fill-trouble")));
        tree.el("p", "", |tree| {
            tree.say(match trouble {
                Trouble::Forbidden => "app-trouble-forbidden",
                Trouble::Full => "app-trouble-full",
                Trouble::Broken => "app-trouble-broken",
            });
            tree.space();
            tree.say("fill-trouble-go-on");
        });
    });
}

/// A decision that is taken before anything is lost.
fn question(tree: &mut Tree, state: &State) {
    if state.notice != Notice::AskForget {
        return;
    }
    tree.el("div", "verdict bad", |tree| {
        tree.set(Name::Id, QUESTION);
        tree.set(Name::Tabindex, "-1");
        tree.set(Name::Role, "group");
        tree.set_to(Name::Label, t("fill-forget-ask"));
        tree.sign(CROSS);
        tree.el("p", "", |tree| tree.say("fill-forget-ask"));
        tree.el("p", "row", |tree| {
            tree.button("btn primary", "fill-leave", Action::Leave);
            tree.button("btn", "fill-forget-do", Action::Forget);
        });
    });
}
