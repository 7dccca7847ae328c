//! A shared situation: in full above its first question, folded in each of the others.

use yew::prelude::*;

use crate::messages::t_with;
use crate::view::{Cx, plain, raw};

/// The situation that begins before this item, if it is the first of its case in this round.
pub fn before(cx: &Cx<'_>, place: usize) -> Html {
    let Some(situation) = first(cx, place).filter(|(_, first)| *first == place).map(|(situation, _)| situation) else {
        return Html::default();
    };
    let situation = &cx.state.quiz.situations[situation];
    html! {
        <section class="box example" id={situation.id.clone()}>
            <h3>{ raw(&situation.title) }</h3>
            { raw(&situation.text) }
        </section>
    }
}

/// The way back to the situation from a later question.
pub fn again(cx: &Cx<'_>, place: usize) -> Html {
    let Some((situation, _)) = first(cx, place).filter(|(_, first)| *first != place) else {
        return Html::default();
    };
    let situation = &cx.state.quiz.situations[situation];
    html! {
        <details class="alt">
            <summary>{ t_with("app-situation", [("title", plain(&situation.title).into())]) }</summary>
            { raw(&situation.text) }
        </details>
    }
}

/// The situation of an item, and the first item on the screen that shares it.
fn first(cx: &Cx<'_>, place: usize) -> Option<(usize, usize)> {
    let state = cx.state;
    let situation = state.quiz.items[place].situation?;
    let shown = |item: &usize| state.round.items.contains(item) || state.is_waiting(*item);
    let first = (0..state.quiz.items.len())
        .filter(shown)
        .find(|&item| state.quiz.items[item].situation == Some(situation))?;
    state.quiz.situations.get(usize::from(situation)).map(|_| (usize::from(situation), first))
}
