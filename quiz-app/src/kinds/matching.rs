//! Matching by lists.

use compendium_core::grade::{Mark, grade};
use compendium_core::item::Pair;
use compendium_core::response::Response;

use crate::item_view::stem;
use crate::quiz_view::Tree;
use crate::state::{Action, State};
use crate::text::glued;
use crate::tree::{CROSS, Name, TICK};
use crate::work::{Gap, gap};

pub fn matching(tree: &mut Tree, state: &State, place: usize, pairs: &[Pair], distractors: &[String]) {
    let item = &state.quiz.items[place];
    let (response, done) = state.response(place);
    let Response::Match(chosen) = response else { return };
    let rights: Vec<&str> = pairs.iter().map(|pair| &pair.right).chain(distractors).map(String::as_str).collect();
    let right = |side: u16| rights.get(usize::from(side)).copied().unwrap_or_default();
    let order = state.order(place);
    let marks = grade(item, response).marks;
    stem(tree, item);
    tree.el("div", "matching", |tree| {
        for (left, ((pair, &own), mark)) in pairs.iter().zip(chosen).zip(marks).enumerate() {
            tree.el("div", "", |tree| {
                let id = glued(&[&item.id, "-left-", &left.to_string()]);
                tree.el(if done { "span" } else { "label" }, "", |tree| {
                    if !done {
                        tree.set_to(Name::For, id.clone());
                    }
                    tree.raw(&pair.left);
                });
                if done {
                    solved(tree, pair, mark, own.map(right));
                    return;
                }
                tree.el("select", "", |tree| {
                    tree.set_to(Name::Id, id);
                    tree.on(Name::OnInput, Action::Pair(place, left, None));
                    tree.el("option", "", |tree| {
                        tree.set(Name::Option, "");
                        tree.set_if(Name::Selected, own.is_none());
                        tree.say("app-choose");
                    });
                    for &side in &order {
                        tree.el("option", "", |tree| {
                            tree.set_to(Name::Option, side.to_string());
                            tree.set_if(Name::Selected, own == Some(side));
                            tree.raw(right(side));
                        });
                    }
                });
            });
        }
    });
    if !done {
        // The line stays when it has nothing to say: an element less would make the lists anew, and the focus is in one.
        tree.el("p", "small muted", |tree| {
            if let Some(Gap::Pairs(n)) = gap(item, response) {
                tree.say_n("app-gap-pairs", n);
            }
        });
    }
}

fn solved(tree: &mut Tree, pair: &Pair, mark: Mark, own: Option<&str>) {
    tree.el("div", "", |tree| {
        tree.el("b", "", |tree| tree.raw(&pair.right));
        tree.space();
        if mark == Mark::Right {
            tree.chip("chip good", TICK, "app-choice-right");
            return;
        }
        tree.chip("chip bad", CROSS, "app-match-wrong");
        if let Some(own) = own {
            tree.el("div", "small muted", |tree| {
                tree.say("app-you-chose");
                tree.space();
                tree.raw(own);
            });
        }
    });
}
