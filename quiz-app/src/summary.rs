//! What stands at the end when every question of the round is checked.

use compendium_core::response::Confidence;
use compendium_core::round::Topic;
use yew::prelude::*;

use crate::messages::{t, t_with};
use crate::quiz_view::due_button;
use crate::state::{Action, Scope};
use crate::view::Cx;

pub fn summary(cx: &Cx<'_>) -> Html {
    let state = cx.state;
    let round = &state.round;
    if !round.is_complete() {
        return Html::default();
    }
    let summary = round.summary(&state.quiz);
    let share = summary.earned * 100 / summary.max.max(1);
    let mark = u32::from(state.quiz.pass_mark);
    let numbers = [("n", summary.earned.into()), ("of", summary.max.into())];
    let title = if summary.passed { t_with("app-passed", numbers) } else { t_with("app-not-passed", numbers) };
    let text = if summary.passed {
        t_with("app-share-passed", [("share", share.into()), ("mark", mark.into())])
    } else {
        let missing = summary.missing.into();
        t_with("app-share-missing", [("share", share.into()), ("mark", mark.into()), ("n", missing)])
    };
    let lost: Vec<&Topic> = summary.topics.iter().filter(|topic| topic.earned < topic.max).collect();
    let kept: Vec<&Topic> = summary.topics.iter().filter(|topic| topic.earned >= topic.max).collect();
    let id = [&state.quiz.id, "-summary"].concat();
    html! {
        <section class="panel" aria-labelledby={id.clone()} style="margin-block:var(--cp-6)">
            <h3 {id}>{ title }</h3>
            <div class="bar" role="img" aria-label={text.clone()} style="position:relative;height:1.4rem">
                <i style={["width:", &share.to_string(), "%"].concat()}></i>
                <span style={["position:absolute;top:0;bottom:0;border-inline-start:2px solid;inset-inline-start:", &mark.to_string(), "%"].concat()}></span>
            </div>
            <p class="small muted">{ text }</p>
            if !lost.is_empty() {
                <h4>{ t("app-read-these") }</h4>
                <ul class="check">{ for lost.iter().map(|topic| row(cx, topic)) }</ul>
            }
            if !kept.is_empty() {
                <details class="alt">
                    <summary>{ t_with("app-topics-known", [("n", (kept.len() as u32).into())]) }</summary>
                    <ul class="check">{ for kept.iter().map(|topic| row(cx, topic)) }</ul>
                </details>
            }
            <div class="row">
                if !round.missed().is_empty() {
                    { cx.button("btn primary", t("app-retry-missed"), Action::Start(Scope::Missed)) }
                }
                { cx.button("btn", t("app-retry-all"), Action::Start(Scope::All)) }
                if !state.due.is_empty() { { due_button(cx, "btn") } }
            </div>
        </section>
    }
}

/// A passage with the questions that rest on it.
fn row(cx: &Cx<'_>, topic: &Topic) -> Html {
    let round = &cx.state.round;
    let question = |&place: &usize| {
        let n = (place as u32 + 1).into();
        let first = round.answers.get(&place).map(|tries| &tries.first);
        let earned = first.map_or(0, |answer| answer.earned);
        let of = cx.state.quiz.items[place].points;
        let sure = first.and_then(|answer| answer.confidence) == Some(Confidence::Sure);
        let words = if earned == 0 && sure {
            t_with("app-topic-wrong-sure", [("n", n)])
        } else {
            t_with("app-topic-points", [("n", n), ("points", earned.into()), ("of", of.into())])
        };
        html! { <span class="small muted" style="display:block">{ words }</span> }
    };
    let link = match &topic.reread {
        Some(link) => html! { <a href={link.href.clone()}>{ link.title.clone() }</a> },
        None => html! { { t("app-topic-none") } },
    };
    html! { <li style="padding-block:var(--cp-2)">{ link }{ for topic.items.iter().map(question) }</li> }
}
