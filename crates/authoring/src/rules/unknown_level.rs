use compendium_core::item::Level;

use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::{Fix, Severity};
use crate::names::one_of;
use crate::text::nearest;

pub(super) static RULE: Rule = Rule {
    name: "unknown-level",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a level is none of the six",
    doc: "\
Levels tell how deep an outcome or a question goes, in the words of the revised taxonomy of Bloom: remember, understand, apply, analyse, evaluate, create.
The matrix of a course counts questions by them.",
    bad: fixture!("unknown-level/bad.md"),
    good: fixture!("unknown-level/good.md"),
    fixable: true,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    let outcomes = (0..view.page.headings.len()).filter(|&at| view.heading(at).has_class("outcome"));
    let items = view.quizzes.iter().flat_map(|quiz| &quiz.items).map(|item| item.heading);
    let names: Vec<&str> = Level::ALL.iter().map(|level| level.name()).collect();
    for heading in outcomes.chain(items).map(|at| view.heading(at)) {
        let (Some(value), Some(span)) = (heading.attributes.get("level"), heading.value_spans.get("level")) else {
            continue;
        };
        if Level::from_name(value).is_some() || value.starts_with(['"', '\'']) {
            continue;
        }
        let lower = value.to_lowercase();
        // The American spelling is one letter away from ours.
        let meant = Level::from_name(&lower).map(Level::name).or_else(|| nearest(&lower, names.iter().copied()));
        let help = match meant {
            Some(meant) => format!("write `level={meant}`"),
            None => format!("use {}", one_of(&names)),
        };
        let finding = out.add(span.clone(), format!("there is no level `{value}`"), "unknown level", help);
        finding.fix = meant.map(|meant| Fix { span: span.clone(), replacement: meant.into() });
    }
}
