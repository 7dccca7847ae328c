use std::collections::{HashMap, HashSet};

use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::{Place, Severity};
use crate::draft::PartDraft;

pub(super) static RULE: Rule = Rule {
    name: "duplicate-choice",
    group: Group::Sense,
    severity: Severity::Error,
    summary: "two choices are the same",
    doc: "\
If one of them is the key, half of those who know it lose the point.
Capitals, marks of emphasis and a full stop do not make two choices of one.",
    bad: fixture!("duplicate-choice/bad.md"),
    good: fixture!("duplicate-choice/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    // Those that differ in their words differ: nearly all questions end here.
    let mut folded = HashSet::new();
    if item.draft.choices().iter().chain(item.draft.entries()).all(|part| folded.insert(part.folded.as_str())) {
        return;
    }
    let mut seen: HashMap<String, &PartDraft> = HashMap::new();
    let entries = item.draft.entries().iter().map(|entry| (entry, entry.text.to_lowercase()));
    // Pictures may differ where their texts do not.
    let choices = item.choices().map(|(part, choice)| {
        let text = if choice.text.contains("<img") { choice.text.clone() } else { part.text.to_lowercase() };
        (part, text)
    });
    for (part, text) in choices.chain(entries) {
        let text = text.trim().trim_end_matches(['.', ';', ',', ' ']).to_owned();
        if text.is_empty() {
            continue;
        }
        let Some(first) = seen.get(&text) else {
            seen.insert(text, part);
            continue;
        };
        let finding = out.add(
            part.span.clone(),
            format!("\u{201c}{}\u{201d} stands there twice", part.text),
            "the same again",
            "change one of the two or remove it",
        );
        finding.also =
            Some(Place { path: item.view.page.path.clone(), span: first.span.clone(), label: "first here".into() });
    }
}
