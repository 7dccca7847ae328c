use compendium_core::item::Kind;
use compendium_core::number::Number;

use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::draft::{NoteDraft, visible_text};
use crate::words::{fold, holds_phrase};

pub(super) static RULE: Rule = Rule {
    name: "hint-gives-key-away",
    group: Group::Sense,
    severity: Severity::Warning,
    summary: "a hint gives the key away",
    doc: "\
A hint leads the learner's thought one step on; whoever reads it must still think.
If it names the key, or the words that only the key has, the question measures reading.",
    bad: fixture!("hint-gives-key-away/bad.md"),
    good: fixture!("hint-gives-key-away/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    for hint in &item.draft.hints {
        let text = fold(&visible_text(item.view.doc, hint.body.clone(), false));
        let gives_away = match &item.item.kind {
            Kind::Single { .. } | Kind::Multiple { .. } => choice_given_away(item, &text),
            Kind::Text { accepted, .. } => accepted.iter().any(|form| holds_phrase(&text, &fold(form))),
            Kind::Numeric { answer, .. } => number_given_away(item, hint, &answer.to_string()),
            _ => false,
        };
        if gives_away {
            out.add(
                hint.span.clone(),
                "the hint gives the key away",
                "holds the answer",
                "point to what the learner should think of instead",
            );
        }
    }
}

/// Beyond this, words are shared by chance, and comparing each choice with each takes long.
const MOST_CHOICES: usize = 12;

fn choice_given_away(item: &ItemView, hint: &str) -> bool {
    if item.draft.choices().len() > MOST_CHOICES {
        return false;
    }
    let texts = |is_key: bool| {
        let choices = item.draft.choices().iter().filter(move |choice| choice.is_key() == is_key);
        choices.map(|choice| choice.folded.as_str())
    };
    if texts(false).any(|text| holds_phrase(hint, text)) {
        // It weighs choices against each other.
        return false;
    }
    let stem = fold(&item.heading().title);
    let own_words = |text: &str, others: bool| -> Vec<String> {
        let is_elsewhere = |word: &str| {
            stem.split(' ').any(|other| other == word)
                || texts(others).any(|text| text.split(' ').any(|other| other == word))
        };
        let mut words: Vec<String> = text
            .split(' ')
            .filter(|word| word.chars().count() > 3 && !is_elsewhere(word))
            .map(str::to_owned)
            .collect();
        words.sort_unstable();
        words.dedup();
        words
    };
    let n_in_hint =
        |words: &[String]| words.iter().filter(|word| hint.split(' ').any(|other| other == **word)).count();
    let names_a_distractor = || texts(false).any(|text| n_in_hint(&own_words(text, true)) > 0);
    texts(true).any(|key| {
        let is_long_enough = key.chars().count() > 3;
        let words = own_words(key, false);
        let shared = n_in_hint(&words);
        (is_long_enough && holds_phrase(hint, key))
            || (shared >= 2 && shared * 4 >= words.len() * 3 && !names_a_distractor())
    })
}

/// Whether a number of the hint is the answer and not one that the stem gave.
fn number_given_away(item: &ItemView, hint: &NoteDraft, answer: &str) -> bool {
    let has_number = |text: &str| {
        text.split(|found: char| !(found.is_numeric() || matches!(found, '.' | ',' | '-' | '−')))
            .map(|number| number.trim_end_matches(['.', ',']))
            .filter_map(|number| Number::read(number).ok())
            .any(|number| number.to_string() == answer)
    };
    let stem = item.draft.stem.iter().map(|range| visible_text(item.view.doc, range.clone(), false));
    has_number(&visible_text(item.view.doc, hint.body.clone(), false))
        && !has_number(&item.heading().title)
        && !stem.into_iter().any(|text| has_number(&text))
}
