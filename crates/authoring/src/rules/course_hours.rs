use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::course::{CourseFolder, course_folders};
use crate::diagnostic::Severity;

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
    for CourseFolder { page, heading, pages } in course_folders(book.pages) {
        let sessions = pages.iter().flat_map(|page| &page.sessions);
        let sum: u64 = sessions.map(|session| u64::from(session.minutes)).sum();
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
