use std::collections::HashMap;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::course::course_folders;
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "untaught-outcome",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "no session teaches or practises an outcome of a course",
    doc: "\
A course promises what its learners can do at the end; what nobody taught or tried, they cannot do.
At least one session names each outcome with `outcomes=`, and at least one of these has a step of 15 minutes or more whose third column says what the learners do.
A course without sessions is not asked.",
    bad: fixture!("untaught-outcome/bad/course/unit-1.md"),
    good: fixture!("untaught-outcome/good/course/unit-1.md"),
    fixable: false,
    check: Check::Book(check),
};

/// In fewer minutes a class can answer or vote, but hardly try.
const SHORTEST: u32 = 15;

fn check(book: &BookView, out: &mut Findings) {
    let mut courses = course_folders(book.pages);
    courses.retain(|course| course.pages.iter().any(|page| !page.sessions.is_empty()));
    if courses.is_empty() {
        return;
    }
    let mut longest: HashMap<&str, u32> = HashMap::new();
    for session in book.pages.iter().flat_map(|page| &page.sessions) {
        for outcome in &session.outcomes {
            let longest = longest.entry(outcome.as_str()).or_default();
            *longest = session.longest_activity.max(*longest);
        }
    }
    for page in courses.iter().flat_map(|course| &course.pages) {
        for outcome in &page.outcomes {
            let id = &outcome.id;
            let (message, label, help) = match longest.get(id.as_str()) {
                None => (
                    format!("no session teaches the outcome `{id}`"),
                    "untaught outcome",
                    format!("add `{id}` to the `outcomes=` of the session that teaches it"),
                ),
                Some(minutes) if *minutes < SHORTEST => (
                    format!("no session with the outcome `{id}` lets learners do something for {SHORTEST} minutes"),
                    "an outcome that nobody practises",
                    format!("give learners {SHORTEST} minutes in one of its sessions, and say what they do"),
                ),
                Some(_) => continue,
            };
            out.add_at(&page.path, outcome.span.clone(), message, label, help);
        }
    }
}
