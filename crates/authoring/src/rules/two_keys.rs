use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::{Place, Severity};
use crate::draft::Form;

pub(super) static RULE: Rule = Rule {
    name: "two-keys",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a single choice has two keys",
    doc: "\
`.single` says that exactly one choice is right.
With two ticked, either the class or a tick is wrong.",
    bad: fixture!("two-keys/bad.md"),
    good: fixture!("two-keys/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    if item.draft.form != (Form::Choices { is_multiple: Some(false) }) {
        return;
    }
    let mut keys = item.draft.choices().iter().filter(|choice| choice.is_key());
    let Some(first) = keys.next() else { return };
    for other in keys {
        let finding = out.add(
            other.span.clone(),
            "a `.single` question has two keys",
            "ticked as well",
            "leave one tick, or remove the class `.single`",
        );
        finding.also = Some(Place {
            path: item.view.page.path.clone(),
            span: first.span.clone(),
            label: "the first key".into(),
        });
    }
}
