use std::collections::BTreeSet;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::course::after;
use crate::diagnostic::Severity;
use crate::text::nearest;

pub(super) static RULE: Rule = Rule {
    name: "unknown-prerequisite",
    group: Group::Graph,
    severity: Severity::Error,
    summary: "a course asks for a course that does not exist",
    doc: "\
`after=c1,c2` on the heading of a course names the courses that a learner must have done before.
The timetable keeps to it, so each name must be the id of a heading of the class `.course`.",
    bad: fixture!("unknown-prerequisite/bad.md"),
    good: fixture!("unknown-prerequisite/good.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    let courses = || {
        let headings = book.pages.iter().flat_map(|page| page.headings.iter().map(move |heading| (page, heading)));
        headings.filter(|(_, heading)| heading.has_class("course"))
    };
    let ids: BTreeSet<&str> = courses().filter_map(|(_, heading)| heading.id.as_deref()).collect();
    for (page, heading) in courses() {
        let Some(span) = heading.value_spans.get("after") else { continue };
        for id in after(heading).filter(|id| !ids.contains(id)) {
            let at = span.start + heading.attributes["after"].find(id).unwrap_or_default();
            let help = match nearest(id, ids.iter().copied().filter(|own| heading.id.as_deref() != Some(*own))) {
                Some(meant) => format!("write `{meant}` if that was meant"),
                None => "use the id of a heading of the class `.course`".to_owned(),
            };
            let message = format!("there is no course `{id}`");
            out.add_at(&page.path, at..at + id.len(), message, "unknown course", help);
        }
    }
}
