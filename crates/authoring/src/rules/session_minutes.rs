use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::{Place, Severity};

pub(super) static RULE: Rule = Rule {
    name: "session-minutes",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "the steps of a session do not add up to its length",
    doc: "\
A plan that does not add up fails in the room, in front of the learners.
The first column of the plan must give the minutes of the session's heading.",
    bad: fixture!("session-minutes/bad.md"),
    good: fixture!("session-minutes/good.md"),
    fixable: false,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    for (draft, session) in view.sessions.iter().zip(&view.page.sessions) {
        // What is no number has a rule of its own.
        if session.minutes == 0 || draft.rows.is_empty() || draft.rows.iter().any(|row| row.minutes.is_none()) {
            continue;
        }
        let sum: u64 = session.steps.iter().map(|(minutes, _)| u64::from(*minutes)).sum();
        if sum == u64::from(session.minutes) {
            continue;
        }
        let heading = view.heading(draft.heading);
        let (first, last) = (&draft.rows[0].minutes_span, &draft.rows[draft.rows.len() - 1].minutes_span);
        let finding = out.add(
            heading.value_spans.get("minutes").unwrap_or(&heading.text).clone(),
            format!("the steps add up to {sum} minutes, the session has {}", session.minutes),
            "length of the session",
            match sum > u64::from(session.minutes) {
                true => format!("cut {} minutes from the steps", sum - u64::from(session.minutes)),
                false => format!("give {} more minutes to the steps", u64::from(session.minutes) - sum),
            },
        );
        finding.also = Some(Place {
            path: view.page.path.clone(),
            span: first.start..last.end,
            label: format!("{sum} minutes together"),
        });
    }
}
