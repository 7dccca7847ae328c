use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::draft::Form;

pub(super) static RULE: Rule = Rule {
    name: "card-without-back",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a flashcard has no back",
    doc: "\
Every sub-heading of a `.flashcards` section is the front of a card, and what stands below it, before the `> [!NOTE]`, is its back.
A card with nothing behind it teaches nothing.",
    bad: fixture!("card-without-back/bad.md"),
    good: fixture!("card-without-back/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    if item.draft.form == Form::Card && item.draft.stem.is_empty() {
        out.add(
            item.heading().text.clone(),
            "the flashcard has no back",
            "nothing stands behind it",
            "write the answer below the heading, before the note",
        );
    }
}
