use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::draft::LookalikeKind;

pub(super) static RULE: Rule = Rule {
    name: "text-after-answer",
    group: Group::Syntax,
    severity: Severity::Warning,
    summary: "text stands behind the answer and belongs to nothing",
    doc: "\
Behind the answer only a hint (`> [!TIP]`) and a rationale (`> [!NOTE]`) are read.
Anything else would not be shown: what the learner needs to know belongs before the answer, what explains it into the rationale.",
    bad: fixture!("text-after-answer/bad.md"),
    good: fixture!("text-after-answer/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    // What stands between two answers is the matter of another rule.
    let Some(last) = item.draft.answers.last() else { return };
    for span in item.draft.strays.iter().filter(|span| span.start > last.span.start) {
        let is_second_answer = item
            .draft
            .lookalike
            .as_ref()
            .is_some_and(|found| found.span == *span && found.what == LookalikeKind::TaskList);
        if !is_second_answer {
            out.add(
                span.clone(),
                "text behind the answer is not shown",
                "behind the answer",
                "move it before the answer, or into the `> [!NOTE]`",
            );
        }
    }
}
