//! A longer text, marked by its writer: first written, then held against the rubric.

use compendium_core::item::Criterion;
use compendium_core::response::Response;
use yew::prelude::*;

use crate::item_view::{stem, stem_id};
use crate::messages::{t, t_with};
use crate::state::Action;
use crate::view::{Cx, raw};

pub fn essay(cx: &Cx<'_>, place: usize, rubric: &[Criterion]) -> Html {
    let state = cx.state;
    let item = &state.quiz.items[place];
    let tries = state.round.answers.get(&place).filter(|_| !state.is_open(place));
    let response = tries.map_or(&state.works[place].response, |tries| &tries.last.response);
    let Response::Essay { text, points } = response else { return Html::default() };
    let done = tries.is_some();
    let row = |(criterion, line): (usize, &Criterion)| {
        let given = points.get(criterion).copied();
        let seg = |n: u16| {
            html! {
                <label>
                    <input type="radio" name={[item.id.as_str(), &criterion.to_string()].join("-")}
                        checked={given == Some(n)} disabled={done}
                        oninput={cx.on_input(Action::Give(place, criterion, n))} />
                    <span>{ n }</span>
                </label>
            }
        };
        html! {
            <div>
                <fieldset>
                    <legend><b>{ raw(&line.name) }</b>{ " " }{ t_with("app-points", [("n", line.points.into())]) }</legend>
                    <p class="small">{ raw(&line.earns) }</p>
                    <div class="seg">{ for (0..=line.points as u16).map(seg) }</div>
                </fieldset>
            </div>
        }
    };
    html! {
        <>
            { stem(item) }
            <textarea rows="8" value={text.clone()} readonly={!points.is_empty()} aria-labelledby={stem_id(item)}
                oninput={cx.on_typed(place)} />
            if !points.is_empty() {
                <div class="matching" id={[&item.id, "-rubric"].concat()} tabindex="-1">
                    <p class="how">{ t("app-rubric-how") }</p>
                    { for rubric.iter().enumerate().map(row) }
                </div>
            } else {
                <p class="how">{ t("app-essay-how") }</p>
            }
        </>
    }
}
