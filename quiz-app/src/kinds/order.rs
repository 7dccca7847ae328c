//! Ordering by buttons and by Alt with an arrow key; nothing needs dragging.

use compendium_core::item::OrderEntry;
use compendium_core::response::Response;
use yew::prelude::*;

use crate::item_view::stem;
use crate::messages::{t, t_with};
use crate::state::{Action, Note};
use crate::view::{CROSS, Cx, DOWN, TICK, UP, chip, drawing, line, plain, raw};

pub fn order(cx: &Cx<'_>, place: usize, entries: &[OrderEntry]) -> Html {
    let state = cx.state;
    let item = &state.quiz.items[place];
    let tries = state.round.answers.get(&place).filter(|_| !state.is_open(place));
    let list = match (tries.map(|tries| &tries.last.response), &state.works[place].response) {
        (Some(Response::Order(given)), _) => solved(entries, given),
        (_, Response::Order(order)) => {
            let moved = match state.note {
                Some((own, Note::Moved { entry, .. })) if own == place => Some(entry),
                _ => None,
            };
            let last = order.len() - 1;
            let how = [&item.id, "-how"].concat();
            let row = |(from, &entry): (usize, &u16)| {
                let text = &entries[usize::from(entry)].text;
                let button = |up: bool, disabled: bool| {
                    let name = plain(text).into();
                    let label = if up { t_with("app-up", [("entry", name)]) } else { t_with("app-down", [("entry", name)]) };
                    let id = [item.id.as_str(), if up { "up" } else { "down" }, &entry.to_string()].join("-");
                    html! {
                        <button type="button" class="btn icon" {id} aria-label={label} {disabled}
                            onclick={cx.on(Action::Move { item: place, from, up })}>
                            { drawing(if up { UP } else { DOWN }) }
                        </button>
                    }
                };
                html! {
                    <li class={(moved == Some(entry)).then_some("moved")}>
                        <span class="pos" aria-hidden="true">{ from + 1 }</span>
                        <span>{ raw(text) }</span>
                        <span class="btns">{ button(true, from == 0) }{ button(false, from == last) }</span>
                    </li>
                }
            };
            html! {
                <>
                    <p class="how" id={how.clone()}>{ t("app-order-how") }</p>
                    <ol class="ordering" aria-describedby={how}>{ for order.iter().enumerate().map(row) }</ol>
                </>
            }
        }
        _ => Html::default(),
    };
    html! { <>{ stem(item) }{ list }</> }
}

/// The right order, with the place at which each entry was put.
fn solved(entries: &[OrderEntry], given: &[u16]) -> Html {
    let row = |(right, entry): (usize, &OrderEntry)| {
        let put = given.iter().position(|&own| usize::from(own) == right).unwrap_or(right);
        let sign = if put == right {
            chip("good", TICK, t("app-order-right"))
        } else {
            chip("bad", CROSS, t_with("app-order-wrong", [("n", (put as u32 + 1).into())]))
        };
        html! {
            <li>
                <span class="pos" aria-hidden="true">{ right + 1 }</span>
                <span>
                    { raw(&entry.text) }
                    if let Some(feedback) = &entry.feedback { <br /><span class="small muted">{ line(feedback) }</span> }
                </span>
                { sign }
            </li>
        }
    };
    html! { <ol class="ordering">{ for entries.iter().enumerate().map(row) }</ol> }
}
