use std::collections::{BTreeMap, BTreeSet};

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::course::after;
use crate::diagnostic::Severity;
use crate::page::{Heading, Page};

pub(super) static RULE: Rule = Rule {
    name: "prerequisite-circle",
    group: Group::Graph,
    severity: Severity::Error,
    summary: "courses ask for each other in a circle",
    doc: "\
Nobody can begin a course that asks for a course that asks for it.
No timetable can be made of such courses.",
    bad: fixture!("prerequisite-circle/bad.md"),
    good: fixture!("prerequisite-circle/good.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    let mut courses: BTreeMap<&str, (&Page, &Heading)> = BTreeMap::new();
    for page in book.pages {
        for heading in page.headings.iter().filter(|heading| heading.has_class("course")) {
            if let Some(id) = &heading.id {
                courses.entry(id).or_insert((page, heading));
            }
        }
    }
    // What can be taught is put aside, round by round; what is left asks for a circle or stands in one.
    let mut left: BTreeSet<&str> = courses.keys().copied().collect();
    loop {
        let ready = |id: &&&str| !after(courses[**id].1).any(|before| left.contains(before));
        let Some(&next) = left.iter().find(ready) else { break };
        left.remove(next);
    }
    let mut told = BTreeSet::new();
    for &first in &left {
        let mut way = vec![first];
        while let Some(next) = after(courses[way[way.len() - 1]].1).find(|before| left.contains(before)) {
            if let Some(begin) = way.iter().position(|&own| own == next) {
                way.drain(..begin);
                break;
            }
            way.push(next);
        }
        // A circle is told once, at its first course.
        let members: BTreeSet<&str> = way.iter().copied().collect();
        let Some(&first) = members.first().filter(|_| told.insert(members.clone())) else { continue };
        let turn = way.iter().position(|&own| own == first).unwrap_or_default();
        way.rotate_left(turn);
        way.push(first);
        let (page, heading) = courses[first];
        out.add_at(
            &page.path,
            heading.value_spans.get("after").unwrap_or(&heading.text).clone(),
            format!("the courses ask for each other: {}", way.join(" after ")),
            "prerequisites of this course",
            "remove one of these prerequisites",
        );
    }
}
