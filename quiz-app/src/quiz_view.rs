//! A whole quiz: number strip, status line, questions, summary, keys.

use compendium_core::grade::Verdict;
use yew::prelude::*;

use crate::item_view;
use crate::keyboard;
use crate::kinds::case;
use crate::messages::{t, t_with, time};
use crate::state::{Action, Saved, Scope};
use crate::store::Trouble;
use crate::summary;
use crate::view::{CROSS, Cx, HALF, TICK, drawing};

pub fn quiz(cx: &Cx<'_>) -> Html {
    let state = cx.state;
    let letters = state.shortcuts;
    let send = cx.send.clone();
    let onfocusin = Callback::from(move |event: FocusEvent| {
        if let Some(item) = keyboard::item_of(&event) {
            send.emit(Action::At(item.id()));
        }
    });
    let onkeydown = Callback::from(move |event: KeyboardEvent| keyboard::press(&event, letters));
    html! {
        <div {onfocusin} {onkeydown}>
            <div class="quiz-top">
                <nav class="ticks" style="flex-wrap:wrap" aria-label={t("app-questions")}>
                    { for state.round.items.iter().map(|&item| tick(cx, item)) }
                </nav>
                { status(cx) }
            </div>
            { trouble(cx) }
            { due(cx) }
            { for (0..state.quiz.items.len()).map(|item| html! { <>{ case::before(cx, item) }{ item_view::item(cx, item) }</> }) }
            { summary::summary(cx) }
            { keys(cx) }
        </div>
    }
}

fn tick(cx: &Cx<'_>, item: usize) -> Html {
    let state = cx.state;
    let verdict = if state.is_waiting(item) { None } else { state.verdict(item) };
    let (class, sign, word) = match verdict {
        None => ("", "", t("app-state-open")),
        Some(Verdict::Right) => ("good", TICK, t("app-state-right")),
        Some(Verdict::Partly) => ("part", HALF, t("app-state-partly")),
        Some(Verdict::Wrong) => ("bad", CROSS, t("app-state-wrong")),
    };
    let n = item as u32 + 1;
    html! {
        <a href={["#", &state.quiz.items[item].id].concat()} {class}
            aria-current={(state.at == Some(item)).then_some("true")}
            aria-label={t_with("app-tick", [("n", n.into()), ("state", word.into())])}>
            { n }{ drawing(sign) }
        </a>
    }
}

/// The line exists before it speaks, and says only what is new: how far, how many points, whether it is kept.
fn status(cx: &Cx<'_>) -> Html {
    let state = cx.state;
    let summary = state.round.summary(&state.quiz);
    let of = state.round.items.len() as u32;
    let checked = t_with("app-status-checked", [("n", (summary.answered as u32).into()), ("of", of.into())]);
    let points = t_with("app-status-points", [("n", summary.earned.into())]);
    let saved = match state.saved {
        Saved::Idle => None,
        Saved::Saving => Some(t("app-saving")),
        Saved::At(at) => Some(t_with("app-saved", [("time", time(at as f64).into())])),
        Saved::Not(_) => Some(t("app-not-saved")),
    };
    html! {
        <span role="status">
            { checked }{ " · " }{ points }
            if let Some(saved) = saved { { " · " }<b>{ saved }</b> }
        </span>
    }
}

/// Nothing is kept: why, and how to keep it all the same.
fn trouble(cx: &Cx<'_>) -> Html {
    let Saved::Not(trouble) = cx.state.saved else { return Html::default() };
    let why = match trouble {
        Trouble::Forbidden => t("app-trouble-forbidden"),
        Trouble::Full => t("app-trouble-full"),
        Trouble::Broken => t("app-trouble-broken"),
    };
    html! {
        <div class="verdict part">
            { drawing(HALF) }
            <p><b>{ t("app-trouble") }</b></p>
            <p>{ why }{ " " }{ t("app-trouble-go-on") }</p>
            <p>{ cx.button("btn", t("app-save-file"), Action::Export) }</p>
        </div>
    }
}

fn due(cx: &Cx<'_>) -> Html {
    let n = cx.state.due.len() as u32;
    if n == 0 {
        return Html::default();
    }
    html! {
        <div class="verdict part">
            { drawing(HALF) }
            <p><b>{ t_with("app-due", [("n", n.into())]) }</b></p>
            <p>{ t("app-due-hidden") }</p>
            <p>{ due_button(cx, "btn primary") }</p>
        </div>
    }
}

pub fn due_button(cx: &Cx<'_>, class: &'static str) -> Html {
    let n = cx.state.due.len() as u32;
    cx.button(class, t_with("app-answer-due", [("n", n.into())]), Action::Start(Scope::Due))
}

fn keys(cx: &Cx<'_>) -> Html {
    let on = cx.state.shortcuts;
    let key = |key: &'static str, words: String| html! { <>{ " " }<kbd>{ key }</kbd>{ " " }{ words }</> };
    html! {
        <section class="small muted no-print" aria-label={t("app-keys")}>
            <p>
                <b>{ t("app-keys") }</b>
                { key("Tab", t("app-keys-tab")) }
                { key("Enter", t("app-keys-enter")) }
                if on {
                    { key("A – F", t("app-keys-choose")) }
                    { key("H", t("app-keys-hint")) }
                    { key("N", t("app-keys-next")) }
                    { key("P", t("app-keys-previous")) }
                }
            </p>
            <label class="plain-check">
                <input type="checkbox" checked={on} oninput={cx.on_input(Action::Shortcuts(!on))} />
                <span>{ t("app-keys-letters") }</span>
            </label>
        </section>
    }
}
