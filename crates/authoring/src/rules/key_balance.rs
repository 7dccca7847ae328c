use compendium_core::item::Kind;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::course::{CourseFolder, course_folders};
use crate::diagnostic::Severity;
use crate::page::Page;

pub(super) static RULE: Rule = Rule {
    name: "key-balance",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "over a course the keys stand too often, or too seldom, in one place",
    doc: "\
Authors put the key second or third without noticing, and learners notice over a course.
Counted are the questions of a course with one key and three or four choices.
In each place that at least 30 of them have, the share of the keys is at most 12 points above or below that of an even spread.
The screen shuffles the choices, but paper and other programs do not.",
    bad: fixture!("key-balance/bad.md"),
    good: fixture!("key-balance/good.md"),
    fixable: false,
    check: Check::Book(check),
};

/// Fewer are often uneven by chance.
const FEWEST: usize = 30;
/// Points of a hundred that a place may lie off.
const FURTHEST: usize = 12;

/// One place in the list of choices, over a course.
#[derive(Clone, Copy, Default)]
struct Place {
    n_questions: usize,
    n_keys: usize,
    /// Keys that an even spread would put here, in twelfths: a third of a key and a fourth are whole in them.
    even: usize,
}

fn check(book: &BookView, out: &mut Findings) {
    for CourseFolder { page, heading, pages } in course_folders(book.pages) {
        let places = places(&pages);
        let is_off = |place: &Place| {
            place.n_questions >= FEWEST
                && 100 * (12 * place.n_keys).abs_diff(place.even) > 12 * FURTHEST * place.n_questions
        };
        if !places.iter().any(is_off) {
            continue;
        }
        let n_questions = places[0].n_questions;
        let used: Vec<&Place> = places.iter().filter(|place| place.n_questions > 0).collect();
        let list = |number: &dyn Fn(&Place) -> usize| {
            used.iter().map(|place| number(place).to_string()).collect::<Vec<_>>().join(", ")
        };
        let (keys, even) = (list(&|place| place.n_keys), list(&|place| (place.even + 6) / 12));
        out.add_at(
            &page.path,
            heading.text.clone(),
            format!("the keys of {n_questions} questions stand {keys} times in places 1 to {}", used.len()),
            format!("evenly it would be {even}"),
            "move keys of this course to the places that have fewer",
        );
    }
}

fn places(pages: &[&Page]) -> [Place; 4] {
    let mut places = [Place::default(); 4];
    let items = pages.iter().flat_map(|page| &page.quizzes).flat_map(|block| &block.quiz.items);
    for item in items {
        let Kind::Single { choices } = &item.kind else { continue };
        let Some(key) = choices.iter().position(|choice| choice.key).filter(|_| matches!(choices.len(), 3 | 4))
        else {
            continue;
        };
        for place in &mut places[..choices.len()] {
            place.n_questions += 1;
            place.even += 12 / choices.len();
        }
        places[key].n_keys += 1;
    }
    places
}
