use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::book::Target;
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "untested-chapter",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "no question tests a chapter",
    doc: "\
What no question leads back to is read by few and understood by fewer.
A chapter is tested if a question stands in it, or if the rationale of a question links into it.",
    bad: fixture!("untested-chapter/bad.md"),
    good: fixture!("untested-chapter/good.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    let mut is_tested: Vec<bool> = book
        .pages
        .iter()
        .map(|page| page.quizzes.iter().any(|block| !block.items.is_empty() && !block.quiz.is_deck()))
        .collect();
    for (page, _, spans) in book.items() {
        let Some(rationale) = &spans.rationale else { continue };
        for target in book.targets_within(page, rationale) {
            if let Target::Page { page, .. } = target {
                is_tested[*page] = true;
            }
        }
    }
    for (page, is_tested) in book.pages.iter().zip(is_tested) {
        let chapter = page.headings.iter().find(|heading| heading.has_class("chapter"));
        if let Some(heading) = chapter.filter(|_| !is_tested) {
            out.add_at(
                &page.path,
                heading.text.clone(),
                "no question tests this chapter",
                "untested chapter",
                "add a quiz to it, or link to it from the rationale of a question",
            );
        }
    }
}
