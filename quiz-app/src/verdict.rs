//! What stands under a checked question: the verdict, why, and where to read again.

use compendium_core::grade::Verdict;
use compendium_core::item::Kind;
use compendium_core::response::Confidence;
use compendium_core::schedule;

use crate::quiz_view::Tree;
use crate::state::{State, VERDICT};
use crate::tree::{CROSS, HALF, Name, TICK};

/// The verdict takes the focus after a check: the button that was pressed is gone, a screen reader begins where the
/// news is, the next Tab leads to the passage, and a second Enter does nothing.
pub fn verdict(tree: &mut Tree, state: &State, place: usize, now: u64) {
    let item = &state.quiz.items[place];
    let (Some(tries), Some(verdict)) = (state.round.tries(place), state.verdict(place)) else { return };
    let (class, sign) = match verdict {
        Verdict::Right => ("verdict good", TICK),
        Verdict::Partly => ("verdict part", HALF),
        Verdict::Wrong => ("verdict bad", CROSS),
    };
    let key = match (verdict, tries.last.confidence) {
        _ if matches!(item.kind, Kind::Essay { .. }) => "app-verdict-essay",
        (Verdict::Right, _) if item.kind.is_card() => "app-card-known",
        _ if item.kind.is_card() => "app-card-forgotten",
        (Verdict::Right, Some(Confidence::Sure)) => "app-verdict-right-sure",
        (Verdict::Right, Some(Confidence::Guess)) => "app-verdict-right-guess",
        (Verdict::Right, _) => "app-verdict-right",
        (Verdict::Partly, _) => "app-verdict-partly",
        (Verdict::Wrong, Some(Confidence::Sure)) => "app-verdict-wrong-sure",
        (Verdict::Wrong, Some(Confidence::Guess)) => "app-verdict-wrong-guess",
        (Verdict::Wrong, _) => "app-verdict-wrong",
    };
    tree.el("div", class, |tree| {
        tree.set_joined(Name::Id, &item.id, VERDICT);
        tree.set(Name::Tabindex, "-1");
        tree.set(Name::Role, "group");
        tree.set_joined(Name::LabelledBy, &item.id, WORDS);
        tree.sign(sign);
        tree.el("p", "", |tree| {
            tree.set_joined(Name::Id, &item.id, WORDS);
            tree.el("b", "", |tree| tree.say_of(key, tries.last.earned, tries.last.max));
        });
        if let Some(rationale) = &item.rationale {
            tree.el("div", "small", |tree| {
                tree.set(Name::Style, "grid-column:2");
                tree.raw(rationale);
            });
        }
        tree.el("p", "", |tree| {
            if let Some(link) = item.reread.as_ref().filter(|_| verdict != Verdict::Right && !item.kind.is_card()) {
                tree.say("app-read-again");
                tree.space();
                tree.el("a", "", |tree| {
                    tree.set_to(Name::Href, link.href.clone());
                    tree.text(link.title.clone());
                });
                tree.text(". ".to_owned());
            }
            if let Some(days) = state.days_until_due(place, schedule::day(now)) {
                tree.say_n("app-comes-back", days);
            }
        });
    });
}

/// Behind an item's id: the id of the verdict's words.
const WORDS: &str = "-verdict-words";
