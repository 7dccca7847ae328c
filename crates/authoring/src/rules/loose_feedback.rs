use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::{Fix, Severity};

pub(super) static RULE: Rule = Rule {
    name: "loose-feedback",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "the feedback of a choice is not indented",
    doc: "\
A quotation belongs to its choice only if it is indented by two spaces.
At the start of the line it ends the list, and the choices behind it begin another.",
    bad: fixture!("loose-feedback/bad.md"),
    good: fixture!("loose-feedback/good.md"),
    fixable: true,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    let text = item.view.doc.text;
    for span in &item.draft.loose_feedback {
        let finding = out.add(
            span.clone(),
            "the feedback does not belong to its choice",
            "not indented",
            "put two spaces before each `>`",
        );
        let at_line_start = text[..span.start].ends_with(['\n', '\r']);
        if at_line_start {
            let indented = text[span.clone()].replace('\n', "\n  ");
            finding.fix = Some(Fix { span: span.clone(), replacement: format!("  {indented}") });
        }
    }
}
