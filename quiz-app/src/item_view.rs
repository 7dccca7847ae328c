//! One question: head, its kind's own part, hint, verdict, confidence and buttons.

use compendium_core::grade::Verdict;
use compendium_core::item::{Item, Kind};
use compendium_core::response::{Confidence, Response};
use yew::prelude::*;

use crate::kinds::{case, choices, essay, matching, number, order, short_text};
use crate::messages::{t, t_with};
use crate::quiz_view::due_button;
use crate::state::{Action, Note};
use crate::verdict;
use crate::view::{CROSS, Cx, HALF, TICK, chip, raw, raw_or_nothing};
use crate::work::Gap;

pub fn item(cx: &Cx<'_>, place: usize) -> Html {
    let state = cx.state;
    let item = &state.quiz.items[place];
    let waiting = state.is_waiting(place);
    if !waiting && !state.round.items.contains(&place) {
        // Links to the question still arrive at its place.
        return html! { <span id={item.id.clone()}></span> };
    }
    let open = !waiting && state.is_open(place);
    let body = if waiting {
        html! { <>{ stem(item) }{ due_button(cx, "btn") }</> }
    } else {
        html! {
            <>
                { kind(cx, place) }
                { hint(cx, place) }
                if open {
                    { ask(cx, place) }
                } else {
                    { verdict::verdict(cx, place) }
                    { after(cx, place) }
                }
            </>
        }
    };
    html! {
        <section key={[&state.round.number.to_string(), "-", &item.id].concat()} id={item.id.clone()} tabindex="-1"
            class={if open || waiting { "item" } else { "item done" }} aria-labelledby={stem_id(item)}>
            { head(cx, place, open, waiting) }
            { case::again(cx, place) }
            { body }
        </section>
    }
}

pub fn stem_id(item: &Item) -> String {
    [&item.id, "-stem"].concat()
}

/// The stem as a heading, for kinds without a group of choices.
pub fn stem(item: &Item) -> Html {
    html! { <><h3 class="stem" id={stem_id(item)}>{ raw(&item.stem) }</h3>{ raw(&item.stem_more) }</> }
}

fn head(cx: &Cx<'_>, place: usize, open: bool, waiting: bool) -> Html {
    let state = cx.state;
    let item = &state.quiz.items[place];
    let kind = match &item.kind {
        Kind::Single { .. } => t("app-kind-single"),
        Kind::Multiple { .. } => t("app-kind-multiple"),
        Kind::Order { .. } => t("app-kind-order"),
        Kind::Match { .. } => t("app-kind-match"),
        Kind::Numeric { .. } => t("app-kind-number"),
        Kind::Text { .. } => t("app-kind-text"),
        Kind::Essay { .. } => t("app-kind-essay"),
    };
    let of = item.points.into();
    let earned = state.round.answers.get(&place).filter(|_| !open && !waiting).map(|tries| tries.last.earned);
    let points = match earned {
        Some(earned) => t_with("app-points-of", [("n", earned.into()), ("of", of)]),
        None => t_with("app-points", [("n", of)]),
    };
    let sign = match state.verdict(place).filter(|_| !open) {
        _ if waiting => chip("part", HALF, t("app-chip-due")),
        None => Html::default(),
        Some(Verdict::Right) => chip("good", TICK, t("app-chip-right")),
        Some(Verdict::Partly) => chip("part", HALF, t("app-chip-partly")),
        Some(Verdict::Wrong) => chip("bad", CROSS, t("app-chip-wrong")),
    };
    html! {
        <div class="item-head">
            <span>
                <b>{ t_with("app-question", [("n", (place as u32 + 1).into())]) }</b>{ " " }
                { t_with("app-of", [("n", (state.quiz.items.len() as u32).into())]) }
            </span>
            <span>{ kind }</span>
            <span>{ points }</span>
            { sign }
        </div>
    }
}

fn kind(cx: &Cx<'_>, place: usize) -> Html {
    match &cx.state.quiz.items[place].kind {
        Kind::Single { choices } => choices::choices(cx, place, choices, true),
        Kind::Multiple { choices } => choices::choices(cx, place, choices, false),
        Kind::Order { entries } => order::order(cx, place, entries),
        Kind::Match { pairs, distractors, .. } => matching::matching(cx, place, pairs, distractors),
        Kind::Numeric { answer, tolerance, unit, feedback } => {
            number::number(cx, place, *answer, *tolerance, unit, feedback.as_ref())
        }
        Kind::Text { accepted, feedback } => short_text::short_text(cx, place, accepted, feedback.as_ref()),
        Kind::Essay { rubric } => essay::essay(cx, place, rubric),
    }
}

fn hint(cx: &Cx<'_>, place: usize) -> Html {
    let Some(hint) = &cx.state.quiz.items[place].hint else { return Html::default() };
    html! {
        <details class="hint">
            <summary onclick={cx.on(Action::HintSeen(place))}>{ t("app-hint") }</summary>
            { raw(hint) }
        </details>
    }
}

/// Confidence stands beside the button: it is asked, never forced.
fn ask(cx: &Cx<'_>, place: usize) -> Html {
    let state = cx.state;
    let work = &state.works[place];
    let id = &state.quiz.items[place].id;
    let writing = matches!(&work.response, Response::Essay { points, .. } if points.is_empty());
    let next = state.round.items.iter().copied().find(|&other| other > place);
    html! {
        <>
            <div class="after">
                <fieldset>
                    <legend>{ t("app-sure-question") }</legend>
                    <div class="seg">
                        { for Confidence::ALL.map(|confidence| html! {
                            <label>
                                <input type="radio" name={[id, "-sure"].concat()}
                                    checked={work.confidence == Some(confidence)}
                                    oninput={cx.on_input(Action::Confide(place, confidence))} />
                                <span>{ confidence_word(confidence) }</span>
                            </label>
                        }) }
                    </div>
                </fieldset>
                <div class="row">
                    if let Some(next) = next {
                        { cx.button("btn quiet", t("app-skip"), Action::Go(next)) }
                    }
                    if writing {
                        { cx.button("btn primary", t("app-show-rubric"), Action::Reveal(place)) }
                    } else {
                        { cx.button("btn primary", t("app-check"), Action::Check(place)) }
                    }
                </div>
            </div>
            <p class="small muted" role="status">{ note(cx, place) }</p>
        </>
    }
}

fn after(cx: &Cx<'_>, place: usize) -> Html {
    let said = cx.state.round.answers.get(&place).and_then(|tries| tries.last.confidence);
    html! {
        <div class="after">
            <span class="muted small">
                if let Some(said) = said {
                    { t_with("app-you-said", [("sure", confidence_word(said).into())]) }
                }
            </span>
            <div class="row">{ cx.button("btn", t("app-again"), Action::Again(place)) }</div>
        </div>
    }
}

pub fn confidence_word(confidence: Confidence) -> String {
    match confidence {
        Confidence::Sure => t("app-sure"),
        Confidence::FairlySure => t("app-fairly-sure"),
        Confidence::Guess => t("app-guess"),
    }
}

fn note(cx: &Cx<'_>, place: usize) -> String {
    match cx.state.note {
        Some((own, Note::Moved { place: to, .. })) if own == place => {
            let of = match &cx.state.works[place].response {
                Response::Order(order) => order.len() as u32,
                _ => 0,
            };
            t_with("app-moved", [("n", to.into()), ("of", of.into())])
        }
        Some((own, Note::Incomplete(gap))) if own == place => match gap {
            Gap::Nothing => t("app-gap-nothing"),
            Gap::NotANumber => t("app-gap-number"),
            Gap::Pairs(n) => t_with("app-gap-pairs", [("n", n.into())]),
            Gap::Points(n) => t_with("app-gap-points", [("n", n.into())]),
        },
        _ => String::new(),
    }
}

/// A field of one line, with its name and how to fill it.
pub fn field(
    cx: &Cx<'_>,
    place: usize,
    typed: &str,
    label: String,
    how: String,
    mode: Option<&'static str>,
    done: bool,
) -> Html {
    let how_id = [&cx.state.quiz.items[place].id, "-how"].concat();
    html! {
        <div class="row" style="align-items:end">
            <label class="field">
                <span>{ label }</span>
                <input type="text" inputmode={mode} value={typed.to_owned()} disabled={done} autocomplete="off"
                    aria-describedby={how_id.clone()} oninput={cx.on_typed(place)} />
            </label>
            <span class="small muted" id={how_id}>{ how }</span>
        </div>
    }
}

/// The right answer of a field, and why.
pub fn solution(words: String, feedback: Option<&String>) -> Html {
    html! { <><p><b>{ words }</b></p>{ raw_or_nothing(feedback) }</> }
}
