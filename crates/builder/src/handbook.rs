//! The handbook of a programme: cover, timetable, and for each course what a learner must know, for print.
//!
//! The sections of a course are found by their ids, which are the same in every language: `c1-prerequisites`,
//! `c1-assessment`, and below a session `c1-s1-1-homework`, `c1-s1-1-handout…`, `c1-s1-1-notes`.

use std::collections::BTreeMap;

use compendium_authoring::html::blocks;
use compendium_authoring::page::{Heading, Page};
use compendium_core::plan::{Course, Plan, Session};
use compendium_formats::timetable::html::{self, Show, escape};
use compendium_formats::timetable::{Timetable, time};
use serde::Serialize;
use tera::{Context, Tera};

use crate::html::without_links;
use crate::messages::Messages;
use crate::project::{Project, ProjectError};

const TEMPLATE: &str = include_str!("../templates/handbook.html");

#[derive(Serialize)]
struct CourseEntry {
    code: String,
    title: String,
    first: String,
    last: String,
    purpose: String,
    prerequisites: String,
    outcomes: Vec<String>,
    assessment: String,
    sessions: Vec<SessionEntry>,
}

#[derive(Serialize)]
struct SessionEntry {
    number: String,
    title: String,
    when: String,
    notes: Vec<String>,
    learner: String,
    materials: Vec<String>,
    homework: String,
    instructor: String,
}

/// A page of HTML that stands alone. `with_notes` adds the instructor's notes: then it is not for learners.
pub fn handbook(
    project: &Project,
    courses: &[Course],
    plan: &Plan,
    with_notes: bool,
) -> Result<String, ProjectError> {
    let messages = Messages::for_language(project.language());
    let timetable = Timetable { courses, plan, words: &messages };
    let show = Show { dates: true, root: None, lines: true };
    let mut context = Context::new();
    let entries: Vec<CourseEntry> =
        plan.courses.iter().map(|&place| course_entry(project, &timetable, place, with_notes)).collect();
    let date = |day: Option<&compendium_core::plan::Day>| day.map_or(String::new(), |day| timetable.date(day.date));
    context.insert("language", project.language());
    context.insert("dir", if project.is_right_to_left() { "rtl" } else { "ltr" });
    context.insert("book", project.config.book.title.as_deref().unwrap_or_default());
    context.insert("style", html::STYLE);
    context.insert("first", &date(plan.days.first()));
    context.insert("last", &date(plan.days.last()));
    context.insert("facts", &timetable.facts());
    context.insert("weeks", &html::weeks(&timetable, show));
    context.insert("changes", &html::changes(&timetable, show));
    context.insert("courses", &entries);
    context.insert("words", &words(&messages));
    let mut tera = Tera::default();
    tera.add_raw_template("handbook.html", TEMPLATE)
        .and_then(|()| tera.render("handbook.html", &context))
        .map_err(|error| ProjectError(format!("the handbook: {error}")))
}

fn words(messages: &Messages) -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        ("handbook", messages.text("plan-handbook")),
        ("timetable", messages.text("plan-title")),
        ("organiser", messages.text("plan-organiser")),
        ("place", messages.text("plan-place")),
        ("instructors", messages.text("plan-instructors")),
        ("prerequisites", messages.text("plan-prerequisites")),
        ("outcomes", messages.text("plan-outcomes")),
        ("assessment", messages.text("plan-assessment")),
        ("sessions", messages.text("plan-sessions")),
        ("materials", messages.text("plan-materials")),
        ("homework", messages.text("plan-homework")),
    ])
}

fn course_entry(project: &Project, timetable: &Timetable<'_>, place: usize, with_notes: bool) -> CourseEntry {
    let course = &timetable.courses[place];
    let lessons: Vec<_> = timetable.plan.lessons().filter(|(_, _, lesson)| lesson.course == place).collect();
    let found = find(project, &course.id);
    let section = |id: String| {
        let heading = found.and_then(|(page, _)| Some((page, heading(page, &id)?)));
        heading.map_or(String::new(), |(page, heading)| body(page, heading))
    };
    let folder = found.and_then(|(page, _)| page.path.rsplit_once('/')).map(|(folder, _)| folder);
    let own_pages = project.pages.iter().filter(|page| page.path.rsplit_once('/').map(|(own, _)| own) == folder);
    let date = |lesson: Option<&(&compendium_core::plan::Day, _, _)>| {
        lesson.map_or(String::new(), |(day, _, _)| timetable.date(day.date))
    };
    CourseEntry {
        code: course.code.clone(),
        title: course.title.clone(),
        first: date(lessons.first()),
        last: date(lessons.last()),
        purpose: found.map_or(String::new(), |(page, heading)| first_paragraph(page, heading)),
        prerequisites: section(format!("{}-prerequisites", course.id)),
        outcomes: own_pages.flat_map(|page| &page.outcomes).map(|outcome| outcome.title.clone()).collect(),
        assessment: section(format!("{}-assessment", course.id)),
        sessions: lessons
            .iter()
            .map(|(day, slot, lesson)| {
                let when = format!(
                    "{} {}, {}–{}",
                    timetable.weekday(day.date.weekday()),
                    timetable.date(day.date),
                    time(slot.from),
                    time(slot.to)
                );
                let session = &course.sessions[lesson.session];
                session_entry(project, session, when, timetable.notes(lesson), with_notes)
            })
            .collect(),
    }
}

fn session_entry(
    project: &Project,
    session: &Session,
    when: String,
    notes: Vec<String>,
    with_notes: bool,
) -> SessionEntry {
    let found = find(project, &session.id);
    let section = |part: &str| {
        let heading = found.and_then(|(page, _)| Some((page, heading(page, &format!("{}-{part}", session.id))?)));
        heading.map_or(String::new(), |(page, heading)| body(page, heading))
    };
    let handout = format!("{}-handout", session.id);
    let materials = found.into_iter().flat_map(|(page, _)| &page.headings);
    let materials = materials.filter(|own| own.id.as_ref().is_some_and(|id| id.starts_with(&handout)));
    SessionEntry {
        number: session.number.clone(),
        title: session.title.clone(),
        when,
        notes,
        learner: found.map_or(String::new(), |(page, heading)| first_paragraph(page, heading)),
        materials: materials.map(|own| own.title.clone()).collect(),
        homework: section("homework"),
        instructor: if with_notes { section("notes") } else { String::new() },
    }
}

fn find<'p>(project: &'p Project, id: &str) -> Option<(&'p Page, &'p Heading)> {
    project.pages.iter().find_map(|page| Some((page, heading(page, id)?)))
}

fn heading<'p>(page: &'p Page, id: &str) -> Option<&'p Heading> {
    page.headings.iter().find(|heading| heading.id.as_deref() == Some(id))
}

/// The text up to the next heading.
fn own_text<'p>(page: &'p Page, heading: &Heading) -> &'p str {
    let next = page.headings.iter().map(|next| next.span.start).find(|&start| start > heading.span.start);
    page.text[heading.span.end..next.unwrap_or(page.text.len())].trim()
}

/// On paper a link leads nowhere.
fn body(page: &Page, heading: &Heading) -> String {
    without_links(&blocks(own_text(page, heading)))
}

/// The paragraph below a heading; its lines are sentences.
fn first_paragraph(page: &Page, heading: &Heading) -> String {
    let text = own_text(page, heading);
    let end = text.find("\n\n").or_else(|| text.find("\r\n\r\n")).unwrap_or(text.len());
    match text[..end].trim() {
        "" => format!("<p>{}</p>", escape(&page.title)),
        paragraph => without_links(&blocks(paragraph)),
    }
}
