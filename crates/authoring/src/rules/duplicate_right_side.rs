use std::collections::HashMap;

use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::{Place, Severity};
use crate::draft::{CellDraft, Form};

pub(super) static RULE: Rule = Rule {
    name: "duplicate-right-side",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "two right sides of a matching question are the same",
    doc: "\
A learner who matches to the one instead of the other cannot know which was meant.
Make the right sides differ, or ask it as a question with choices.",
    bad: fixture!("duplicate-right-side/bad.md"),
    good: fixture!("duplicate-right-side/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    let (Form::Match, Some((_, rows))) = (item.draft.form, item.draft.table()) else { return };
    let mut seen: HashMap<String, &CellDraft> = HashMap::new();
    for right in rows.iter().filter_map(|row| row.get(1)).filter(|right| !right.text.is_empty()) {
        let text = right.text.to_lowercase();
        let Some(first) = seen.get(&text) else {
            seen.insert(text, right);
            continue;
        };
        let finding = out.add(
            right.span.clone(),
            format!("the right side \u{201c}{}\u{201d} stands there twice", right.text),
            "the same again",
            "write another right side, or join the two rows",
        );
        finding.also =
            Some(Place { path: item.view.page.path.clone(), span: first.span.clone(), label: "first here".into() });
    }
}
