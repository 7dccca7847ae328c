use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::draft::{AnswerContent, Form};

pub(super) static RULE: Rule = Rule {
    name: "missing-answer",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "the definition list of a question gives no answer, or too many",
    doc: "\
`.numeric` and `.text` questions are answered by a definition list: a term, and behind a colon the answer.
A number has one; a short text has first the form to be shown and then the others that are accepted.
The term may be any word, so that it can be translated.",
    bad: fixture!("missing-answer/bad.md"),
    good: fixture!("missing-answer/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    let (Form::Numeric | Form::Text, Some(AnswerContent::Definitions(terms))) =
        (item.draft.form, item.draft.answers.first().map(|answer| &answer.content))
    else {
        return;
    };
    for term in terms.iter().skip(1) {
        out.add(
            term.term.span.clone(),
            "the question has a second term",
            "another term",
            "put all answers under one term, each behind a colon",
        );
    }
    for (at, part) in item.draft.definitions().enumerate() {
        if part.text.is_empty() {
            let help = "write the answer behind the colon";
            out.add(part.span.clone(), "the answer is empty", "no answer", help);
        } else if at > 0 && item.draft.form == Form::Numeric {
            let help = "keep one number, and say how far off is right: `: 85 ± 1 %`";
            out.add(part.span.clone(), "a numeric question has a second answer", "another answer", help);
        }
    }
    if item.draft.definitions().next().is_none() {
        let help = "write the answer behind a colon in the next line";
        out.add(item.answer_span(), "the question has a term and no answer", "no answer", help);
    }
}
