//! Single and multiple choice: the whole row is the control.

use compendium_core::grade::{Mark, grade};
use compendium_core::item::Choice;
use compendium_core::response::Response;
use yew::prelude::*;

use crate::item_view::stem_id;
use crate::messages::t;
use crate::state::Action;
use crate::view::{CROSS, Cx, TICK, chip, line, raw};

pub fn choices(cx: &Cx<'_>, place: usize, choices: &[Choice], single: bool) -> Html {
    let state = cx.state;
    let item = &state.quiz.items[place];
    let tries = state.round.answers.get(&place).filter(|_| !state.is_open(place));
    let response = tries.map_or(&state.works[place].response, |tries| &tries.last.response);
    let marks = tries.map(|_| grade(item, response).marks);
    let row = |(shown, &choice): (usize, &u16)| {
        let own = &choices[usize::from(choice)];
        let mark = marks.as_ref().map(|marks| marks[usize::from(choice)]);
        let (class, sign) = match mark {
            None | Some(Mark::Rest) => ("choice", Html::default()),
            Some(Mark::Wrong) => ("choice is-bad", chip("bad", CROSS, t("app-choice-wrong"))),
            Some(Mark::Right | Mark::Missed) if single => ("choice is-good", chip("good", TICK, t("app-choice-key"))),
            Some(Mark::Right) => ("choice is-good", chip("good", TICK, t("app-choice-right"))),
            Some(Mark::Missed) => ("choice is-good", chip("good", TICK, t("app-choice-missed"))),
        };
        let checked = match response {
            Response::One(chosen) => *chosen == choice,
            Response::Many(chosen) => chosen.contains(&choice),
            _ => false,
        };
        let letter = char::from(b'A' + (shown % 26) as u8);
        html! {
            <label {class}>
                <input type={if single { "radio" } else { "checkbox" }} name={item.id.clone()} {checked}
                    disabled={mark.is_some()} oninput={cx.on_input(Action::Choose(place, choice))} />
                <b aria-hidden="true">{ letter }</b>
                <span>{ raw(&own.text) }</span>
                { sign }
                if let (Some(_), Some(feedback)) = (mark, &own.feedback) {
                    <span class="why">{ line(feedback) }</span>
                }
            </label>
        }
    };
    html! {
        <fieldset>
            <legend class="stem" id={stem_id(item)}>{ raw(&item.stem) }</legend>
            { raw(&item.stem_more) }
            <div class="choices">{ for state.order(place).iter().enumerate().map(row) }</div>
        </fieldset>
    }
}
