use std::collections::HashMap;

use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::{Place, Severity};
use crate::page::Footnote;

pub(super) static RULE: Rule = Rule {
    name: "footnote-twice",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a footnote is defined twice",
    doc: "\
Of two notes with one label only the first is printed, so a statement may show another's source.
Labels do not tell capitals from small letters.",
    bad: fixture!("footnote-twice/bad.md"),
    good: fixture!("footnote-twice/good.md"),
    fixable: false,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    let mut first: HashMap<String, &Footnote> = HashMap::new();
    for footnote in &view.page.footnotes {
        let Some(held) = first.get(&footnote.label.to_lowercase()) else {
            first.insert(footnote.label.to_lowercase(), footnote);
            continue;
        };
        let finding = out.add(
            footnote.span.clone(),
            format!("the footnote `{}` is defined twice", footnote.label),
            "defined again",
            "give one of the two another label",
        );
        finding.also = Some(Place {
            path: view.page.path.clone(),
            span: held.span.clone(),
            label: "first defined here".into(),
        });
    }
}
