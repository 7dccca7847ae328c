use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "no-plan",
    group: Group::Syntax,
    severity: Severity::Warning,
    summary: "a session has no plan",
    doc: "\
An instructor who opens a session five minutes before it starts needs the plan: minutes, step, what the learners do.
It is the table under a heading of the class `.plan` in the session.",
    bad: fixture!("no-plan/bad.md"),
    good: fixture!("no-plan/good.md"),
    fixable: false,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    for session in view.sessions.iter().filter(|session| session.rows.is_empty()) {
        let (heading, label, help) = match session.plan {
            Some(plan) => (plan, "no table follows", "add a table: minutes, step, what the learners do"),
            None => {
                (session.heading, "no heading of the class `.plan` in it", "add `### Plan {.plan}` and its table")
            }
        };
        out.add(view.heading(heading).text.clone(), "the session has no plan", label, help);
    }
}
