//! Matching by lists.

use compendium_core::grade::{Mark, grade};
use compendium_core::item::Pair;
use compendium_core::response::Response;
use yew::prelude::*;

use crate::item_view::stem;
use crate::messages::{t, t_with};
use crate::state::Action;
use crate::view::{CROSS, Cx, TICK, chip, raw, value};
use crate::work::{Gap, gap};

pub fn matching(cx: &Cx<'_>, place: usize, pairs: &[Pair], distractors: &[String]) -> Html {
    let state = cx.state;
    let item = &state.quiz.items[place];
    let tries = state.round.answers.get(&place).filter(|_| !state.is_open(place));
    let response = tries.map_or(&state.works[place].response, |tries| &tries.last.response);
    let Response::Match(chosen) = response else { return Html::default() };
    let right = |side: u16| -> &String {
        let side = usize::from(side);
        pairs.get(side).map_or_else(|| &distractors[(side - pairs.len()).min(distractors.len() - 1)], |pair| &pair.right)
    };
    let order = state.order(place);
    let marks = tries.map(|_| grade(item, response).marks);
    let row = |(left, pair): (usize, &Pair)| {
        let id = [item.id.as_str(), "left", &left.to_string()].join("-");
        let own = chosen.get(left).copied().flatten();
        if let Some(marks) = &marks {
            let sign = if marks[left] == Mark::Right {
                chip("good", TICK, t("app-choice-right"))
            } else {
                chip("bad", CROSS, t("app-choice-wrong"))
            };
            return html! {
                <div>
                    <span>{ raw(&pair.left) }</span>
                    <span>
                        <b>{ raw(&pair.right) }</b>{ " " }{ sign }
                        if let (Mark::Wrong, Some(own)) = (marks[left], own) {
                            <br /><span class="small muted">{ t("app-you-chose") }{ " " }{ raw(right(own)) }</span>
                        }
                    </span>
                </div>
            };
        }
        let send = cx.send.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            send.emit(Action::Pair(place, left, value(&event).parse().ok()));
        });
        html! {
            <div>
                <label for={id.clone()}>{ raw(&pair.left) }</label>
                <select {id} {oninput}>
                    <option value="" selected={own.is_none()}>{ t("app-choose") }</option>
                    { for order.iter().map(|&side| html! {
                        <option value={side.to_string()} selected={own == Some(side)}>{ raw(right(side)) }</option>
                    }) }
                </select>
            </div>
        }
    };
    let open = match gap(item, response) {
        Some(Gap::Pairs(n)) if tries.is_none() => Some(t_with("app-gap-pairs", [("n", n.into())])),
        _ => None,
    };
    html! {
        <>
            { stem(item) }
            <div class="matching">{ for pairs.iter().enumerate().map(row) }</div>
            if let Some(open) = open { <p class="small muted">{ open }</p> }
        </>
    }
}
