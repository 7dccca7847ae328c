//! Ordering by buttons and by Alt with an arrow key; nothing needs dragging.

use compendium_core::item::OrderEntry;
use compendium_core::response::Response;

use crate::item_view::{HOW, stem};
use crate::messages::{t, t_with};
use crate::quiz_view::Tree;
use crate::state::{Action, Note, State, button_id};
use crate::tree::{CROSS, DOWN, Name, TICK, UP, plain};

pub fn order(tree: &mut Tree, state: &State, place: usize, entries: &[OrderEntry]) {
    let item = &state.quiz.items[place];
    let (response, done) = state.response(place);
    let Response::Order(order) = response else { return };
    stem(tree, item);
    if done {
        solved(tree, entries, order);
        return;
    }
    tree.el("p", "how", |tree| {
        tree.set_joined(Name::Id, &item.id, HOW);
        tree.say("app-order-how");
    });
    tree.el("ol", "ordering", |tree| {
        tree.set_joined(Name::DescribedBy, &item.id, HOW);
        for (from, &entry) in order.iter().enumerate() {
            let Some(OrderEntry { text, .. }) = entries.get(usize::from(entry)) else { continue };
            let moved =
                matches!(state.note, Some((own, Note::Moved { entry: last, .. })) if own == place && last == entry);
            tree.el("li", if moved { "moved" } else { "" }, |tree| {
                position(tree, from);
                tree.el("span", "", |tree| tree.raw(text));
                tree.el("span", "btns", |tree| {
                    for (up, off) in [(true, from == 0), (false, from + 1 == order.len())] {
                        tree.el("button", "btn icon", |tree| {
                            let key = if up { "app-up" } else { "app-down" };
                            tree.set(Name::Type, "button");
                            tree.set_to(Name::Id, button_id(&item.id, up, entry));
                            tree.set_to(Name::Label, t_with(key, &[("entry", plain(text).as_str().into())]));
                            tree.set_if(Name::Disabled, off);
                            tree.on(Name::OnClick, Action::Move { item: place, from, up });
                            tree.sign(if up { UP } else { DOWN });
                        });
                    }
                });
            });
        }
    });
}

fn position(tree: &mut Tree, place: usize) {
    tree.el("span", "pos", |tree| {
        tree.set(Name::Hidden, "true");
        tree.number(place as u32 + 1);
    });
}

/// The right order, with the place at which each entry was put.
fn solved(tree: &mut Tree, entries: &[OrderEntry], given: &[u16]) {
    tree.el("ol", "ordering", |tree| {
        for (right, entry) in entries.iter().enumerate() {
            let put = given.iter().position(|&own| usize::from(own) == right).unwrap_or(right);
            tree.el("li", "", |tree| {
                position(tree, right);
                tree.el("span", "", |tree| {
                    tree.raw(&entry.text);
                    if let Some(feedback) = &entry.feedback {
                        tree.el("span", "small muted", |tree| {
                            tree.set(Name::Style, "display:block");
                            tree.line(feedback);
                        });
                    }
                });
                if put == right {
                    tree.chip_with("chip good", TICK, t("app-order-right"));
                } else {
                    let n = put as u32 + 1;
                    tree.chip_with("chip bad", CROSS, t_with("app-order-wrong", &[("n", n.into())]));
                }
            });
        }
    });
}
