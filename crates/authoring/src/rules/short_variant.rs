use std::collections::HashMap;

use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::course::{courses, cuts, folder, hours};
use crate::diagnostic::Severity;
use crate::page::{Heading, Page};

pub(super) static RULE: Rule = Rule {
    name: "short-variant",
    group: Group::Graph,
    severity: Severity::Error,
    summary: "the steps of a short variant do not lead to its hours",
    doc: "\
When time is short, sessions are dropped or shortened in the order that the authors chose.
`cut=3` on a session is the step at which it is dropped; with `short=45` it is shortened to that instead; `cut=1,8 short=90,45` touches it twice.
`short=15` on the course is the length that the steps lead to, in hours; `least=12` if further steps, for worse days, lead below it.
So the length after one of the steps must be `short`, and after the last `least`, or `short` where there is none.",
    bad: fixture!("short-variant/bad/index.md"),
    good: fixture!("short-variant/good/index.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    for page in book.pages {
        for session in &page.sessions {
            let heading = page.headings.iter().find(|heading| heading.span == session.span);
            if let Some(heading) = heading {
                check_session(page, heading, session.minutes, out);
            }
        }
    }
    let mut folders: HashMap<&str, Vec<&Page>> = HashMap::new();
    for page in book.pages {
        folders.entry(folder(&page.path)).or_default().push(page);
    }
    // In the order of the pages, each folder once.
    for page in book.pages {
        let Some(pages) = folders.remove(folder(&page.path)) else { continue };
        check_course(&pages, out);
    }
}

fn check_session(page: &Page, heading: &Heading, minutes: u32, out: &mut Findings) {
    let span = |name: &str| heading.value_spans.get(name).unwrap_or(&heading.text).clone();
    match cuts(heading) {
        None => {
            let help = "write rising steps and falling minutes, as many as steps, or one less to drop it at last: \
                        `cut=1,8 short=90,45`";
            let at = if heading.attributes.contains_key("cut") { span("cut") } else { span("short") };
            out.add_at(&page.path, at, "steps and minutes do not go together", "these steps", help);
        }
        Some(cuts) => {
            if let Some(cut) = cuts.iter().find(|cut| cut.minutes >= minutes) {
                out.add_at(
                    &page.path,
                    span("short"),
                    format!("{} minutes are not shorter than the session, which has {minutes}", cut.minutes),
                    "short form of the session",
                    "write fewer minutes",
                );
            }
        }
    }
}

/// Of the pages of one folder.
fn check_course(pages: &[&Page], out: &mut Findings) {
    let found = courses(pages);
    // Of two courses in one folder it is not clear whose the sessions are.
    let [course] = found.as_slice() else { return };
    let headings = pages.iter().flat_map(|page| page.headings.iter().map(move |heading| (page, heading)));
    let own = headings.into_iter().find(|(_, heading)| heading.has_class("course"));
    let Some((page, heading)) = own.filter(|_| !course.sessions.is_empty()) else { return };
    let steps = course.steps();
    let Some(stated) = heading.attributes.get("short") else {
        if !steps.is_empty() {
            let message = "sessions are cut, and the course does not say how short it becomes";
            let help = "add `short=15`, or the hours that the steps lead to";
            out.add_at(&page.path, heading.text.clone(), message, "this course", help);
        }
        return;
    };
    // What cannot be read has a rule of its own.
    let Some(short) = hours(stated) else { return };
    let least = heading.attributes.get("least").map_or(Some(short), |value| hours(value));
    let Some(least) = least else { return };
    let mut lengths = vec![course.minutes()];
    lengths.extend(steps.iter().map(|&step| course.minutes_at(step)));
    let last = lengths[lengths.len() - 1];
    let span = |name: &str| heading.value_spans.get(name).unwrap_or(&heading.text).clone();
    if last != least {
        let name = if heading.attributes.contains_key("least") { "least" } else { "short" };
        out.add_at(
            &page.path,
            span(name),
            format!("the steps lead to {}, not to {}", shown(last), shown(least)),
            "hours of the short variant",
            "correct the hours, or the steps of the sessions",
        );
    } else if !lengths.contains(&short) {
        out.add_at(
            &page.path,
            span("short"),
            format!("no step leads to {}", shown(short)),
            "hours of the short variant",
            format!(
                "write the hours after one of the steps: {}",
                lengths.iter().map(|&own| shown(own)).collect::<Vec<_>>().join(", ")
            ),
        );
    }
}

/// `24.5 hours`
fn shown(minutes: u32) -> String {
    format!("{} hours", f64::from(minutes) / 60.0)
}
