use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::draft::PartDraft;

pub(super) static RULE: Rule = Rule {
    name: "no-feedback",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a choice has no feedback",
    doc: "\
A learner who chose wrongly learns from the reason, not from the red mark; one who guessed rightly needs it as well.
So each choice carries, indented under it, a quotation that says why it is right or wrong.",
    bad: fixture!("no-feedback/bad.md"),
    good: fixture!("no-feedback/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    let lacks = |choice: &&PartDraft| {
        choice.feedback.as_ref().is_none_or(|feedback| feedback.is_empty(item.view.doc)) && !choice.text.is_empty()
    };
    // Feedback that was not indented has a rule of its own.
    if !item.draft.loose_feedback.is_empty() {
        return;
    }
    for choice in item.draft.choices().iter().filter(lacks) {
        out.add(
            choice.span.clone(),
            "the choice has no feedback",
            if choice.is_key() { "why is it right?" } else { "why is it wrong?" },
            "add a line `  > Reason.` under it, indented by two spaces",
        );
    }
}
