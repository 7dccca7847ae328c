//! A longer text, marked by its writer: first written, then held against the rubric.

use compendium_core::item::Criterion;
use compendium_core::response::Response;

use crate::item_view::{STEM, stem};
use crate::quiz_view::Tree;
use crate::state::{Action, RUBRIC, State};
use crate::text::glued;
use crate::tree::Name;

pub fn essay(tree: &mut Tree, state: &State, place: usize, rubric: &[Criterion]) {
    let item = &state.quiz.items[place];
    let (response, done) = state.response(place);
    let Response::Essay { text, points } = response else { return };
    stem(tree, item);
    tree.el("textarea", "", |tree| {
        tree.set(Name::Style, "min-height:18rem");
        tree.holds(text);
        tree.set_if(Name::Readonly, !points.is_empty());
        tree.set_joined(Name::LabelledBy, &item.id, STEM);
        tree.on(Name::OnInput, Action::Type(place, String::new()));
    });
    if points.is_empty() {
        tree.el("p", "how", |tree| tree.say("app-essay-how"));
        return;
    }
    tree.el("div", "matching", |tree| {
        tree.set_joined(Name::Id, &item.id, RUBRIC);
        tree.set(Name::Tabindex, "-1");
        tree.el("p", "how", |tree| tree.say("app-rubric-how"));
        for (place_of_line, (line, &given)) in rubric.iter().zip(points).enumerate() {
            tree.el("fieldset", "after", |tree| {
                tree.el("legend", "", |tree| {
                    tree.raw(&line.name);
                });
                tree.el("span", "small", |tree| tree.raw(&line.earns));
                tree.el("div", "seg", |tree| {
                    for n in 0..=line.points as u16 {
                        tree.el("label", "", |tree| {
                            let field = glued(&[&item.id, "-", &place_of_line.to_string()]);
                            tree.segment(field, given == n, done, Action::Give(place, place_of_line, n));
                            tree.el("span", "", |tree| tree.number(n.into()));
                        });
                    }
                });
            });
        }
    });
}
