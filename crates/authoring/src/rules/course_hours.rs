use std::collections::HashMap;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::course::folder;
use crate::diagnostic::Severity;
use crate::page::{Heading, Page};

pub(super) static RULE: Rule = Rule {
    name: "course-hours",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "the sessions of a course do not add up to its hours",
    doc: "\
The hours of a course are what an institution plans, pays and certifies.
They are the sum of its sessions: those of the pages in the folder of the course.",
    bad: fixture!("course-hours/bad/index.md"),
    good: fixture!("course-hours/good/index.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    let mut minutes: HashMap<&str, u64> = HashMap::new();
    let mut courses: HashMap<&str, Vec<(&Page, &Heading)>> = HashMap::new();
    for page in book.pages {
        let sum: u64 = page.sessions.iter().map(|session| u64::from(session.minutes)).sum();
        *minutes.entry(folder(&page.path)).or_default() += sum;
        for heading in page.headings.iter().filter(|heading| heading.has_class("course")) {
            courses.entry(folder(&page.path)).or_default().push((page, heading));
        }
    }
    for (folder, courses) in courses {
        let sum = minutes.get(folder).copied().unwrap_or(0);
        // Of two courses in one folder it is not clear whose the sessions are.
        let [(page, heading)] = courses.as_slice() else { continue };
        let hours = heading.attributes.get("hours").and_then(|value| value.parse::<u64>().ok());
        let Some(hours) = hours.filter(|hours| sum > 0 && hours.saturating_mul(60) != sum) else { continue };
        out.add_at(
            &page.path,
            heading.value_spans.get("hours").unwrap_or(&heading.text).clone(),
            format!("the sessions add up to {sum} minutes, {hours} hours are {}", hours.saturating_mul(60)),
            "hours of the course",
            "correct the hours, or the minutes of the sessions",
        );
    }
}
