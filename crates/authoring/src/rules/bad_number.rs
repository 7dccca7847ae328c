use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::answer_text::read_numeric;
use crate::diagnostic::Severity;
use crate::draft::Form;

pub(super) static RULE: Rule = Rule {
    name: "bad-number",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "the answer of a numeric question is no number",
    doc: "\
A number, a tolerance if there is one, a unit if there is one: `85 ± 1 %`.
Decimals have a point or a comma, at most six places; thousands may be parted by spaces.",
    bad: fixture!("bad-number/bad.md"),
    good: fixture!("bad-number/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    if item.draft.form != Form::Numeric {
        return;
    }
    for part in item.draft.definitions().filter(|part| !part.text.is_empty()) {
        if let Err(error) = read_numeric(&part.text) {
            // The place within the text is known only where the text is the source, letter by letter.
            let span = match item.view.source(&part.span) == part.text {
                true if !error.part.is_empty() => {
                    part.span.start + error.part.start..part.span.start + error.part.end
                }
                _ => part.span.clone(),
            };
            let help = "write a number, then `±` and a tolerance if needed, then the unit: `85 ± 1 %`";
            out.add(span, format!("the answer cannot be read: {}", error.reason), "not a number", help);
        }
    }
}
