use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "bad-minutes",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a length in minutes is no whole number",
    doc: "\
The times of steps, sessions and courses are added up.
So they are whole numbers of minutes, without a unit.",
    bad: fixture!("bad-minutes/bad.md"),
    good: fixture!("bad-minutes/good.md"),
    fixable: false,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    for session in view.sessions {
        let heading = view.heading(session.heading);
        match (heading.attributes.get("minutes"), heading.value_spans.get("minutes")) {
            (Some(value), Some(span)) => {
                if !value.parse::<u32>().is_ok_and(|minutes| (1..=1440).contains(&minutes)) {
                    let message = format!("`{value}` is no whole number of minutes");
                    out.add(span.clone(), message, "length of the session", "write a whole number: `minutes=90`");
                }
            }
            _ => {
                let help = "add `minutes=90` or what it is";
                out.add(heading.text.clone(), "the session does not say how long it is", "this session", help);
            }
        }
        for step in session.rows.iter().filter(|step| step.minutes.is_none()) {
            out.add(
                step.minutes_span.clone(),
                "the step has no whole number of minutes",
                "length of the step",
                "write a whole number, without a unit",
            );
        }
    }
}
