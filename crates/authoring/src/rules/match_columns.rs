use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::draft::Form;

pub(super) static RULE: Rule = Rule {
    name: "match-columns",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "the table of a matching question has not two columns",
    doc: "\
Left side, right side: a third column has no place on the screen, and it is not clear what it would match.
A remark belongs into the stem, the reason into the rationale.",
    bad: fixture!("match-columns/bad.md"),
    good: fixture!("match-columns/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    let (Form::Match, Some((head, _))) = (item.draft.form, item.draft.table()) else { return };
    if head.len() == 2 {
        return;
    }
    let span = match head {
        [first, .., last] => first.span.start..last.span.end,
        [only] => only.span.clone(),
        [] => item.answer_span(),
    };
    let columns = head.len();
    let message =
        format!("the table of a matching question has {columns} column{}", if columns == 1 { "" } else { "s" });
    out.add(span, message, "two are needed", "keep one column for each side");
}
