use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::attributes::Attribute;
use crate::course::hours;
use crate::diagnostic::{Fix, Severity};
use crate::quiz::points;

pub(super) static RULE: Rule = Rule {
    name: "bad-value",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "an attribute has a value that cannot be read",
    doc: "\
A value that cannot be read would be replaced by a default that nobody chose.
Values hold no spaces and need no quotation marks: `also=law-enforcement|police`, `reviewed=2026-11`, `status=to-check`, `points=2`.",
    bad: fixture!("bad-value/bad.md"),
    good: fixture!("bad-value/good.md"),
    fixable: true,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    let is_item = items(view);
    for (place, (heading, is_item)) in view.outline.places.iter().zip(view.page.headings.iter().zip(is_item)) {
        for piece in &place.attributes {
            let Some(value) = &piece.value else { continue };
            if value.starts_with('"') || value.starts_with('\'') {
                quoted(piece, value, out);
                continue;
            }
            let wanted = match piece.name.as_str() {
                "points" if is_item && points(value).is_none() => "a whole number from 1 to 1000",
                "outcome" if is_item && value.is_empty() => "the id of an outcome",
                "hours" if heading.has_class("course") && !is_count(value) => "a whole number of hours",
                "short" | "least"
                    if heading.has_class("course") && hours(value).is_none_or(|minutes| minutes == 0) =>
                {
                    "hours: `15`, or `24.5`"
                }
                "after" if heading.has_class("course") && value.split(',').any(str::is_empty) => {
                    "ids of courses with commas between them, without spaces"
                }
                "weeks"
                    if (heading.has_class("standard-plan") || heading.has_class("timetable"))
                        && !is_count(value) =>
                {
                    "a whole number of weeks"
                }
                "status" if heading.has_class("source") && !matches!(value.as_str(), "read" | "to-check") => {
                    "`read` or `to-check`"
                }
                "reviewed" if heading.has_class("chapter") && !is_month(value) => "a month: `2026-11`",
                "outcomes" if heading.has_class("session") && value.split(',').any(str::is_empty) => {
                    "ids of outcomes with commas between them, without spaces"
                }
                _ => continue,
            };
            let message = match value.as_str() {
                "" => format!("`{}` has no value", piece.name),
                value => format!("`{value}` is no value for `{}`", piece.name),
            };
            out.add(piece.span.clone(), message, "this value", format!("write {wanted}"));
        }
        if heading.has_class("source") && !heading.attributes.contains_key("status") {
            out.add(
                heading.text.clone(),
                "the source has no status",
                "this source",
                "add `status=read` or `status=to-check`",
            );
        }
    }
}

fn items(view: &PageView) -> Vec<bool> {
    let mut is_item = vec![false; view.page.headings.len()];
    for item in view.quizzes.iter().flat_map(|quiz| &quiz.items) {
        is_item[item.heading] = true;
    }
    is_item
}

fn quoted(piece: &Attribute, value: &str, out: &mut Findings) {
    let mark = &value[..1];
    let inner = value[1..].strip_suffix(mark).filter(|inner| !inner.contains(mark));
    let finding = out.add(
        piece.span.clone(),
        format!("the value of `{}` has quotation marks", piece.name),
        "the marks would be part of the value",
        "remove the marks, and write a hyphen for each space",
    );
    finding.fix = inner.map(|inner| Fix { span: piece.value_span(), replacement: inner.to_owned() });
}

fn is_count(value: &str) -> bool {
    value.parse::<u32>().is_ok_and(|count| count > 0)
}

/// `2026-11` or `2026-11-30`.
fn is_month(value: &str) -> bool {
    let mut parts = value.split('-');
    let mut number =
        |length: usize| parts.next().filter(|part| part.len() == length).and_then(|part| part.parse::<u32>().ok());
    let (year, month) = (number(4), number(2));
    let has_day = value.len() > 7;
    let day = if has_day { number(2) } else { Some(1) };
    year.is_some()
        && month.is_some_and(|month| (1..=12).contains(&month))
        && day.is_some_and(|day| (1..=31).contains(&day))
        && parts.next().is_none()
}
