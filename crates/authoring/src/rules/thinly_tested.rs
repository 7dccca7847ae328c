use std::collections::HashMap;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::course::course_folders;
use crate::diagnostic::Severity;
use crate::page::Page;

pub(super) static RULE: Rule = Rule {
    name: "thinly-tested",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "fewer than five questions test an outcome of a course",
    doc: "\
Who answers one question of four choices knows the answer, or guessed it; after two questions a learner has met the whole test.
Five in the book, in quizzes of chapters, guides and courses together, are the least that practice, a later repetition and a result can rest on.
A course without quizzes is not asked.",
    bad: fixture!("thinly-tested/bad.md"),
    good: fixture!("thinly-tested/good.md"),
    fixable: false,
    check: Check::Book(check),
};

const FEWEST: usize = 5;

fn check(book: &BookView, out: &mut Findings) {
    let mut courses = course_folders(book.pages);
    let has_quiz = |page: &&Page| page.quizzes.iter().any(|block| !block.quiz.is_deck());
    courses.retain(|course| course.pages.iter().any(has_quiz));
    if courses.is_empty() {
        return;
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for outcome in book.items().filter_map(|(_, item, _)| item.outcome.as_deref()) {
        *counts.entry(outcome).or_default() += 1;
    }
    for page in courses.iter().flat_map(|course| &course.pages) {
        for outcome in &page.outcomes {
            // One without any question is the matter of another rule.
            let Some(&count) = counts.get(outcome.id.as_str()).filter(|count| **count < FEWEST) else { continue };
            let questions = if count == 1 { "question tests" } else { "questions test" };
            out.add_at(
                &page.path,
                outcome.span.clone(),
                format!("only {count} {questions} the outcome `{}`", outcome.id),
                "thinly tested outcome",
                format!("add questions with `outcome={}` until the book has {FEWEST}", outcome.id),
            );
        }
    }
}
