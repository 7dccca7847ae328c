use super::{Check, Findings, Group, QuizView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::language::ABSOLUTE;

pub(super) static RULE: Rule = Rule {
    name: "absolute-distractors",
    group: Group::Sense,
    severity: Severity::Warning,
    summary: "only wrong choices say “always” or “never”",
    doc: "\
Little is always so.
Where only distractors say “always” or “never”, a learner can rule them out without knowing the subject.
One is no pattern; four in a quiz and none in a key are.",
    bad: fixture!("absolute-distractors/bad.md"),
    good: fixture!("absolute-distractors/good.md"),
    fixable: false,
    check: Check::Quiz(check),
};

const FEWEST: usize = 4;

fn check(quiz: &QuizView, out: &mut Findings) {
    let (mut n_distractors, mut n_keys) = (0, 0);
    for choice in quiz.draft.items.iter().flat_map(|item| item.choices()) {
        if choice.folded.split(' ').any(|word| ABSOLUTE.contains(&word)) {
            *(if choice.is_key() { &mut n_keys } else { &mut n_distractors }) += 1;
        }
    }
    if n_distractors >= FEWEST && n_keys == 0 {
        out.add(
            quiz.heading().text.clone(),
            format!("{n_distractors} distractors and no key say \u{201c}always\u{201d}, \u{201c}never\u{201d} or the like"),
            "this quiz",
            "soften the distractors until they could be true",
        );
    }
}
