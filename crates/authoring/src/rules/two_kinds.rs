use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::attributes::AttributeKind;
use crate::diagnostic::Severity;
use crate::names::KINDS;

pub(super) static RULE: Rule = Rule {
    name: "two-kinds",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a question carries classes of two kinds",
    doc: "\
A question is of one kind.
With two classes only the first would count, and the answer would be read in a way that its author did not mean.",
    bad: fixture!("two-kinds/bad.md"),
    good: fixture!("two-kinds/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    let pieces = &item.view.outline.places[item.draft.heading].attributes;
    let mut kinds =
        pieces.iter().filter(|piece| piece.kind == AttributeKind::Class && KINDS.contains(&piece.name.as_str()));
    let Some(first) = kinds.next() else { return };
    for other in kinds {
        out.add(
            other.span.clone(),
            format!("the question is both `.{}` and `.{}`", first.name, other.name),
            "a second kind",
            "keep one of the two",
        );
    }
}
