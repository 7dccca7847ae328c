use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::{Fix, Severity};
use crate::language::NEGATIONS;
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
    let doc = item.view.doc;
    let heading = item.view.outline.places[item.draft.heading].token;
    let ranges = std::iter::once(heading..doc.tokens[heading].close + 1).chain(item.draft.stem.iter().cloned());
    for range in ranges {
        let words = words(doc, range);
        for sentence in words.chunk_by(|_, next| !next.is_first) {
            if let Some(word) = turning_word(sentence) {
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
    }
}

fn turning_word<'w, 't>(sentence: &'w [Word<'t>]) -> Option<&'w Word<'t>> {
    let lower: Vec<String> = sentence.iter().map(|word| word.text.to_lowercase()).collect();
    NEGATIONS.iter().find_map(|language| {
        let is_in = |list: &[&str], at: usize| list.contains(&lower[at].as_str());
        let opener = (0..lower.len()).find(|&at| is_in(language.openers, at))?;
        let found = (opener + 1..lower.len())
            .take_while(|&at| !is_in(language.clauses, at))
            // In capitals it is seen.
            .find(|&at| is_in(language.negations, at) && lower[at] == sentence[at].text)?;
        let is_complete = language.needs.is_empty() || (opener..=found).any(|at| is_in(language.needs, at));
        is_complete.then(|| &sentence[found])
    })
}
