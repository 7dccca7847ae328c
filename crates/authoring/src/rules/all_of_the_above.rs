use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::language::ALL_OR_NONE;

pub(super) static RULE: Rule = Rule {
    name: "all-of-the-above",
    group: Group::Sense,
    severity: Severity::Warning,
    summary: "a choice speaks of the other choices",
    doc: "\
“All of the above” rewards a learner who knows two of the answers and punishes one who reads the first and stops.
“None of the above” shows only that a learner knows what is wrong.
Both fail when the choices are shuffled.
Use a question with several keys instead.",
    bad: fixture!("all-of-the-above/bad.md"),
    good: fixture!("all-of-the-above/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    for choice in item.draft.choices() {
        let text = choice.folded.as_str();
        if ALL_OR_NONE.contains(&text) || is_pair_of_letters(text) {
            out.add(
                choice.span.clone(),
                format!("the choice \u{201c}{}\u{201d} speaks of the others", choice.text),
                "has no meaning when the choices are shuffled",
                "remove it, or tick several choices",
            );
        }
    }
}

/// "Both A and B", "A and C".
fn is_pair_of_letters(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let is_letter = |word: &str| word.len() == 1 && matches!(word.as_bytes()[0], b'a'..=b'f');
    match words.as_slice() {
        ["both", first, "and", second] | [first, "and" | "et" | "e", second] => {
            is_letter(first) && is_letter(second)
        }
        _ => false,
    }
}
