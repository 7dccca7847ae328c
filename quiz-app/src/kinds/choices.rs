//! Single and multiple choice: the whole row is the control.

use compendium_core::grade::{Mark, grade};
use compendium_core::item::Choice;
use compendium_core::response::Response;

use crate::item_view::STEM;
use crate::quiz_view::Tree;
use crate::state::{Action, State};
use crate::tree::{CROSS, Name, TICK};

pub fn choices(tree: &mut Tree, state: &State, place: usize, choices: &[Choice], single: bool) {
    let item = &state.quiz.items[place];
    let (response, done) = state.response(place);
    let marks = grade(item, response).marks;
    tree.el("fieldset", "", |tree| {
        tree.el("legend", "stem", |tree| {
            tree.set_joined(Name::Id, &item.id, STEM);
            tree.raw(&item.stem);
        });
        tree.raw(&item.stem_more);
        tree.el("div", "choices", |tree| {
            for (letter, &choice) in (b'A'..).zip(&state.order(place)) {
                let (Some(own), Some(mark)) = (choices.get(usize::from(choice)), marks.get(usize::from(choice)))
                else {
                    continue;
                };
                let mark = Some(*mark).filter(|_| done);
                let class = match mark {
                    None | Some(Mark::Rest) => "choice",
                    Some(Mark::Wrong) => "choice is-bad",
                    Some(Mark::Right | Mark::Missed) => "choice is-good",
                };
                tree.el("label", class, |tree| {
                    tree.el("input", "", |tree| {
                        tree.set(Name::Type, if single { "radio" } else { "checkbox" });
                        tree.set_to(Name::Field, item.id.clone());
                        tree.checked(match response {
                            Response::One(chosen) => *chosen == choice,
                            Response::Many(chosen) => chosen.contains(&choice),
                            _ => false,
                        });
                        tree.set_if(Name::Disabled, done);
                        tree.on(Name::OnInput, Action::Choose(place, choice));
                    });
                    tree.el("b", "", |tree| {
                        tree.set(Name::Hidden, "true");
                        tree.text(char::from(letter).to_string());
                    });
                    tree.el("span", "", |tree| tree.raw(&own.text));
                    match mark {
                        None | Some(Mark::Rest) => {}
                        Some(Mark::Wrong) => tree.chip("chip bad", CROSS, "app-choice-wrong"),
                        Some(Mark::Right | Mark::Missed) if single => {
                            tree.chip("chip good", TICK, "app-choice-key");
                        }
                        Some(Mark::Right) => tree.chip("chip good", TICK, "app-choice-right"),
                        Some(Mark::Missed) => tree.chip("chip good", TICK, "app-choice-missed"),
                    }
                    if let Some(feedback) = own.feedback.as_deref().filter(|_| done) {
                        tree.el("span", "why", |tree| tree.line(feedback));
                    }
                });
            }
        });
    });
}
