use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::{Fix, Severity};
use crate::draft::Form;
use crate::language::{NEGATIONS, Negation};
use crate::words::{Word, words};

pub(super) static RULE: Rule = Rule {
    name: "lower-case-not",
    group: Group::Sense,
    severity: Severity::Warning,
    summary: "a question turns on a small “not”",
    doc: "\
Under pressure the eye skips a small “not”, and the learner who knows the subject loses the point.
Ask for what holds; where that is impossible, write NOT in capitals.
Reported is a “not” that turns the question itself round, not one in a clause behind “if” or “that”.",
    bad: fixture!("lower-case-not/bad.md"),
    good: fixture!("lower-case-not/good.md"),
    fixable: true,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    // Nobody takes a flashcard for its opposite: its back stands behind it.
    if item.draft.form == Form::Card {
        return;
    }
    let doc = item.view.doc;
    let token = item.view.outline.places[item.draft.heading].token;
    let heading = words(doc, token..doc.tokens[token].close + 1);
    let mut turning: Vec<&Word> = sentences(&heading).filter_map(turning_word).collect();
    // A stem that its choices complete: "The centre may not".
    let is_open = item.draft.stem.is_empty() && !item.heading().title.ends_with(['.', '?', '!', '؟', '”', '"']);
    if is_open && let Some(last) = sentences(&heading).last() {
        turning.extend(NEGATIONS.iter().find_map(|language| negation(language, last, 0)));
    }
    let more: Vec<Vec<Word>> = item.draft.stem.iter().map(|range| words(doc, range.clone())).collect();
    turning.extend(more.iter().flat_map(|words| sentences(words)).filter_map(turning_word));
    turning.dedup_by_key(|word| word.span.start);
    for word in turning {
        let capitals = word.text.to_uppercase();
        let finding = out.add(
            word.span.clone(),
            format!("the question turns on a small \u{201c}{}\u{201d}", word.text),
            "easily overlooked",
            format!("ask for what holds, or write {capitals}"),
        );
        finding.fix = Some(Fix { span: word.span.clone(), replacement: capitals });
    }
}

fn sentences<'w, 't>(words: &'w [Word<'t>]) -> impl Iterator<Item = &'w [Word<'t>]> {
    words.chunk_by(|_, next| !next.is_first)
}

/// The negation behind a word that opens a question.
fn turning_word<'w, 't>(sentence: &'w [Word<'t>]) -> Option<&'w Word<'t>> {
    NEGATIONS.iter().find_map(|language| {
        let opener = sentence.iter().position(|word| holds(language.openers, word))?;
        negation(language, sentence, opener + 1)
    })
}

/// The first negation from a place on, before any other clause begins.
fn negation<'w, 't>(language: &Negation, sentence: &'w [Word<'t>], from: usize) -> Option<&'w Word<'t>> {
    let clause = sentence[from..].iter().position(|word| holds(language.clauses, word));
    let clause = &sentence[from..clause.map_or(sentence.len(), |length| from + length)];
    // In capitals it is seen.
    let found = clause.iter().position(|word| language.negations.contains(&word.text))?;
    let is_complete = language.needs.is_empty() || clause[..=found].iter().any(|word| holds(language.needs, word));
    is_complete.then(|| &clause[found])
}

fn holds(list: &[&str], word: &Word) -> bool {
    list.contains(&word.text.to_lowercase().as_str())
}
