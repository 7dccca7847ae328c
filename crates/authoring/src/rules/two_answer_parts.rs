use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::{Place, Severity};
use crate::draft::{Form, LookalikeKind};

pub(super) static RULE: Rule = Rule {
    name: "two-answer-parts",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a question has two answers",
    doc: "\
One heading is one question with one list, table or definition list that answers it.
Two mean that a heading is missing between them, or that a paragraph has cut one list in two: indent such a paragraph to the text of its choice.",
    bad: fixture!("two-answer-parts/bad.md"),
    good: fixture!("two-answer-parts/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    let answers = &item.draft.answers;
    for other in answers.iter().skip(1) {
        let finding = out.add(
            other.span.clone(),
            "the question has a second answer",
            "this one would be ignored",
            "put a heading of its own before it, or join the two",
        );
        finding.also = Some(Place {
            path: item.view.page.path.clone(),
            span: answers[0].span.clone(),
            label: "the first answer".into(),
        });
    }
    let is_choice = matches!(item.draft.form, Form::Choices { .. });
    if let Some(found) = &item.draft.lookalike
        && found.what == LookalikeKind::TaskList
        && !is_choice
        && !answers.is_empty()
    {
        out.add(
            found.span.clone(),
            format!("a question of the kind `.{}` has a task list besides its answer", item.item.kind.name()),
            "this list would not be asked",
            "put a heading of its own before it, or remove the boxes",
        );
    }
}
