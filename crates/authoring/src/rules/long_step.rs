use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "long-step",
    group: Group::Sense,
    severity: Severity::Warning,
    summary: "learners only listen for more than 20 minutes",
    doc: "\
Attention sinks after a quarter of an hour of listening, and officers in training are no exception.
A step over 20 minutes says in its third column what the learners do; otherwise split it.",
    bad: fixture!("long-step/bad.md"),
    good: fixture!("long-step/good.md"),
    fixable: false,
    check: Check::Page(check),
};

/// The longest that learners may only listen.
const LONGEST: u32 = 20;

fn check(view: &PageView, out: &mut Findings) {
    for step in view.sessions.iter().flat_map(|session| &session.rows) {
        let Some(minutes) = step.minutes.filter(|minutes| *minutes > LONGEST) else { continue };
        if !step.is_activity() {
            out.add(
                step.span.clone(),
                format!("learners only listen for {minutes} minutes"),
                "nothing for the learners to do",
                format!("say what the learners do, or split the step at {LONGEST} minutes"),
            );
        }
    }
}
