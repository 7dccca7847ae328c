//! The rules of the authoring guide: one file a rule, with its reason, its examples and its check.
//!
//! A rule says what is wrong, not how the program works. Its fixtures in `fixtures/<rule>/` are its examples in the
//! guide and its test in one.

mod context;
mod guide;

mod absolute_distractors;
mod all_keys;
mod all_of_the_above;
mod bad_id;
mod bad_minutes;
mod bad_number;
mod bad_pass_mark;
mod bad_value;
mod block_in_choice;
mod broken_attributes;
mod broken_variable;
mod card_without_back;
mod choice_without_box;
mod course_hours;
mod dead_anchor;
mod dead_link;
mod discouraged_word;
mod duplicate_choice;
mod duplicate_id;
mod duplicate_right_side;
mod duplicate_term;
mod empty_case;
mod empty_choice;
mod empty_quiz;
mod empty_stem;
mod footnote_in_item;
mod footnote_twice;
mod footnote_undefined;
mod footnote_unused;
mod hint_gives_key_away;
mod image_without_alt;
mod invented_state;
mod item_without_level;
mod item_without_outcome;
mod key_position;
mod keyed_on_unread;
mod kind_unclear;
mod long_sentence;
mod long_step;
mod longest_key;
mod loose_feedback;
mod lower_case_not;
mod match_columns;
mod match_empty_side;
mod match_too_short;
mod missing_answer;
mod missing_id;
mod nested_choices;
mod nested_heading;
mod no_feedback;
mod no_key;
mod no_plan;
mod no_rationale;
mod not_for_word;
mod order_length;
mod page_title;
mod prerequisite_circle;
mod rationale_without_link;
mod raw_html;
mod repeated_note;
mod rubric_columns;
mod rubric_points;
mod session_minutes;
mod short_variant;
mod template_without_document;
mod term_without_definition;
mod text_after_answer;
mod too_few_choices;
mod two_answer_parts;
mod two_keys;
mod two_kinds;
mod unknown_attribute;
mod unknown_class;
mod unknown_level;
mod unknown_outcome;
mod unknown_prerequisite;
mod unknown_term;
mod unknown_variable;
mod unlike_chapter;
mod unlisted_source;
mod unsafe_image;
mod unsafe_link;
mod untaught_chapter;
mod untested_chapter;
mod untested_outcome;
mod unused_source;
mod unused_variable;

pub(crate) use context::{BookView, Check, ItemView, PageView, QuizView};
pub use context::{Findings, Group};
pub use guide::guide;

use crate::diagnostic::{Diagnostic, Severity};

pub struct Rule {
    /// Kebab case, stable: authors and translators quote it.
    pub name: &'static str,
    pub group: Group,
    pub severity: Severity,
    /// One line, without full stop.
    pub summary: &'static str,
    /// Markdown: why.
    pub doc: &'static str,
    pub bad: &'static str,
    pub good: &'static str,
    /// Whether `--fix` can mend it, at least where the remedy is plain.
    pub fixable: bool,
    pub(crate) check: Check,
}

/// In the order of the guide.
pub static RULES: &[&Rule] = &[
    &page_title::RULE,
    &missing_id::RULE,
    &bad_id::RULE,
    &broken_attributes::RULE,
    &unknown_class::RULE,
    &unknown_attribute::RULE,
    &bad_value::RULE,
    &bad_pass_mark::RULE,
    &unknown_level::RULE,
    &nested_heading::RULE,
    &empty_quiz::RULE,
    &empty_stem::RULE,
    &empty_case::RULE,
    &two_kinds::RULE,
    &kind_unclear::RULE,
    &two_answer_parts::RULE,
    &loose_feedback::RULE,
    &text_after_answer::RULE,
    &raw_html::RULE,
    &footnote_in_item::RULE,
    &repeated_note::RULE,
    &card_without_back::RULE,
    &no_key::RULE,
    &two_keys::RULE,
    &all_keys::RULE,
    &too_few_choices::RULE,
    &empty_choice::RULE,
    &choice_without_box::RULE,
    &nested_choices::RULE,
    &block_in_choice::RULE,
    &no_feedback::RULE,
    &order_length::RULE,
    &match_columns::RULE,
    &match_too_short::RULE,
    &match_empty_side::RULE,
    &duplicate_right_side::RULE,
    &missing_answer::RULE,
    &bad_number::RULE,
    &rubric_columns::RULE,
    &rubric_points::RULE,
    &no_rationale::RULE,
    &no_plan::RULE,
    &bad_minutes::RULE,
    &session_minutes::RULE,
    &image_without_alt::RULE,
    &unsafe_image::RULE,
    &unsafe_link::RULE,
    &template_without_document::RULE,
    &broken_variable::RULE,
    &not_for_word::RULE,
    &footnote_undefined::RULE,
    &footnote_unused::RULE,
    &footnote_twice::RULE,
    &term_without_definition::RULE,
    &long_step::RULE,
    &key_position::RULE,
    &longest_key::RULE,
    &all_of_the_above::RULE,
    &lower_case_not::RULE,
    &hint_gives_key_away::RULE,
    &duplicate_choice::RULE,
    &absolute_distractors::RULE,
    &long_sentence::RULE,
    &duplicate_id::RULE,
    &unknown_outcome::RULE,
    &item_without_outcome::RULE,
    &item_without_level::RULE,
    &untested_outcome::RULE,
    &rationale_without_link::RULE,
    &dead_link::RULE,
    &dead_anchor::RULE,
    &unknown_term::RULE,
    &duplicate_term::RULE,
    &untested_chapter::RULE,
    &untaught_chapter::RULE,
    &unlike_chapter::RULE,
    &unused_source::RULE,
    &unlisted_source::RULE,
    &keyed_on_unread::RULE,
    &discouraged_word::RULE,
    &invented_state::RULE,
    &course_hours::RULE,
    &unknown_prerequisite::RULE,
    &prerequisite_circle::RULE,
    &short_variant::RULE,
    &unknown_variable::RULE,
    &unused_variable::RULE,
];

pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}

/// The rules that need one page alone.
pub(crate) fn check_page(view: &PageView) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let quizzes = view.quiz_views();
    for rule in RULES {
        let mut findings = Findings::new(rule, &view.page.path, &mut found);
        match rule.check {
            Check::Page(check) => check(view, &mut findings),
            Check::Quiz(check) => quizzes.iter().for_each(|quiz| check(quiz, &mut findings)),
            Check::Item(check) => {
                for quiz in &quizzes {
                    quiz.items().for_each(|item| check(&item, &mut findings));
                }
            }
            Check::Book(_) => {}
        }
    }
    Diagnostic::sort(&mut found);
    found
}

/// The rules that need all pages.
pub(crate) fn check_book(view: &BookView) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES {
        if let Check::Book(check) = rule.check {
            check(view, &mut Findings::new(rule, "", &mut found));
        }
    }
    Diagnostic::sort(&mut found);
    found
}

/// Text of a fixture of a rule.
macro_rules! fixture {
    ($path:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/", $path))
    };
}
use fixture;
