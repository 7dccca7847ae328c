use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::draft::{CellDraft, Form};

pub(super) static RULE: Rule = Rule {
    name: "match-too-short",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a matching question has fewer than two pairs",
    doc: "\
With one pair there is nothing to match.
Three to six pairs, and one or two right sides that belong to none (a row with an empty left cell), make guessing hard.",
    bad: fixture!("match-too-short/bad.md"),
    good: fixture!("match-too-short/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    let (Form::Match, Some((head, rows))) = (item.draft.form, item.draft.table()) else { return };
    let is_pair = |row: &&Vec<CellDraft>| row.iter().take(2).all(|cell| !cell.text.is_empty());
    // Wrong columns and half pairs have rules of their own.
    if head.len() == 2 && rows.iter().filter(is_pair).count() < 2 && rows.len() < 2 {
        let help = "add rows until there are at least three pairs";
        out.add(item.answer_span(), "the matching question has fewer than two pairs", "the pairs", help);
    }
}
