//! What stands under a checked question: the verdict, why, and where to read again.

use compendium_core::grade::Verdict;
use compendium_core::response::Confidence;
use compendium_core::schedule;
use yew::prelude::*;

use crate::messages::{t, t_with};
use crate::view::{CROSS, Cx, HALF, TICK, drawing, raw_or_nothing};

/// The verdict takes the focus after a check: the button that was pressed is gone, a screen reader begins where the
/// news is, the next Tab leads to the passage, and a second Enter does nothing.
pub fn verdict(cx: &Cx<'_>, place: usize) -> Html {
    let state = cx.state;
    let item = &state.quiz.items[place];
    let (Some(tries), Some(verdict)) = (state.round.answers.get(&place), state.verdict(place)) else {
        return Html::default();
    };
    let (class, sign) = match verdict {
        Verdict::Right => ("verdict good", TICK),
        Verdict::Partly => ("verdict part", HALF),
        Verdict::Wrong => ("verdict bad", CROSS),
    };
    let words = match (verdict, tries.last.confidence) {
        (Verdict::Right, Some(Confidence::Sure)) => t("app-verdict-right-sure"),
        (Verdict::Right, Some(Confidence::Guess)) => t("app-verdict-right-guess"),
        (Verdict::Right, _) => t("app-verdict-right"),
        (Verdict::Partly, _) => {
            t_with("app-verdict-partly", [("n", tries.last.earned.into()), ("of", tries.last.max.into())])
        }
        (Verdict::Wrong, Some(Confidence::Sure)) => t("app-verdict-wrong-sure"),
        (Verdict::Wrong, Some(Confidence::Guess)) => t("app-verdict-wrong-guess"),
        (Verdict::Wrong, _) => t("app-verdict-wrong"),
    };
    let id = [&item.id, "-verdict"].concat();
    let back = state.days_until_due(place, schedule::day(cx.today)).map(|n| t_with("app-comes-back", [("n", n.into())]));
    let reread = item.reread.as_ref().filter(|_| verdict != Verdict::Right);
    html! {
        <div {class} id={id.clone()} tabindex="-1" role="group" aria-labelledby={[&id, "-words"].concat()}>
            { drawing(sign) }
            <p id={[&id, "-words"].concat()}><b>{ words }</b></p>
            <div class="small" style="grid-column:2">{ raw_or_nothing(item.rationale.as_ref()) }</div>
            <p>
                if let Some(link) = reread {
                    { t("app-read-again") }{ " " }<a href={link.href.clone()}>{ link.title.clone() }</a>{ ". " }
                }
                { back }
            </p>
        </div>
    }
}
