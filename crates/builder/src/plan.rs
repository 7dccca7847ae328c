//! Timetables of a book's courses.
//!
//! ```markdown
//! # The standard plan: 15 weeks {#plan-15 .standard-plan weeks=15}
//! ```
//! gets the timetable of all courses in that time, without dates.
//!
//! ```markdown
//! # Your own timetable {#timetable .timetable weeks=15}
//! ```
//! gets the form that makes one, which begins with that time; without scripts the same timetable stands in its place.

use base64::Engine as _;
use compendium_authoring::course;
use compendium_authoring::page::{Heading, Page};
use compendium_core::date::Date;
use compendium_core::plan::{Course, Length, Request, Weekdays, plan};
use compendium_formats::page_data;
use compendium_formats::timetable::html::{self, Show, escape};
use compendium_formats::timetable::{Timetable, Words};

use crate::messages::Messages;
use crate::project::{Project, ProjectError};

/// Stands where the form goes, until mdBook is done: the search would find each session once more.
pub const PLACEHOLDER: &str = "<div data-compendium-timetable=\"here\"></div>";

/// The courses of a book, in the order of its summary.
pub fn courses(project: &Project) -> Result<Vec<Course>, ProjectError> {
    let path = project.source_dir.join("SUMMARY.md");
    let unreadable = |error| ProjectError(format!("cannot read {}: {error}", path.display()));
    let text = std::fs::read_to_string(&path).map_err(unreadable)?;
    let (summary, _) = compendium_authoring::read_page("SUMMARY.md", &text);
    let order: Vec<&str> = summary.links.iter().map(|link| link.target.trim_start_matches("./")).collect();
    Ok(courses_of(&project.pages, &order))
}

/// The words of a timetable in a language.
pub fn words(language: &str) -> impl Words {
    Messages::for_language(language)
}

/// Pages outside the order stand for nothing: they are not in the book.
pub fn courses_of(pages: &[Page], order: &[&str]) -> Vec<Course> {
    let in_order = order.iter().filter_map(|path| {
        let place = pages.binary_search_by(|page| page.path.as_str().cmp(path)).ok()?;
        Some(&pages[place])
    });
    course::courses(&in_order.collect::<Vec<_>>())
}

/// Six hours on five days a week, from nine o'clock.
fn standard_request(courses: &[Course], weeks: u32) -> Option<Request> {
    Some(Request {
        // Any Monday: dates are not shown.
        start: Date::new(2027, 1, 4)?,
        length: Length::Weeks(weeks),
        weekdays: Weekdays::MONDAY_TO_FRIDAY,
        minutes_a_day: 360,
        from: 540,
        holidays: Vec::new(),
        courses: courses.iter().map(|course| course.id.clone()).collect(),
        done: Vec::new(),
    })
}

/// The form's place and data, and what stands there without scripts; or why there is none.
pub fn mount(path: &str, heading: &Heading, courses: &[Course], messages: &Messages) -> Result<String, String> {
    let timetable = standard_plan(path, heading, courses, messages)?;
    let data = page_data::Timetable { weeks: weeks(heading).unwrap_or_default(), courses: courses.to_vec() };
    Ok(format!(
        "<div class=\"quiz-mount\" data-program=\"timetable\"><div class=\"quiz-static\"><p class=\"small muted\">{words} \
         <code>compendium plan</code></p>\n<div class=\"timetable\">{timetable}</div></div>\
         <script type=\"application/octet-stream\">{data}</script></div>",
        words = escape(&messages.text("book-timetable-form")),
        data = base64::engine::general_purpose::STANDARD.encode(page_data::write_timetable(&data)),
    ))
}

/// The plan that a heading of the class `.standard-plan` asks for, as HTML without empty lines; or why there is none.
pub fn standard(path: &str, heading: &Heading, courses: &[Course], messages: &Messages) -> Result<String, String> {
    let timetable = standard_plan(path, heading, courses, messages)?;
    Ok(format!("<div class=\"timetable wide\">{timetable}</div>"))
}

fn weeks(heading: &Heading) -> Option<u32> {
    heading.attributes.get("weeks")?.parse().ok()
}

fn standard_plan(path: &str, heading: &Heading, courses: &[Course], messages: &Messages) -> Result<String, String> {
    let weeks = weeks(heading);
    let request = weeks.and_then(|weeks| standard_request(courses, weeks)).ok_or("the plan names no weeks")?;
    let made = plan(courses, &request).map_err(|_| {
        format!(
            "the courses do not fit into {} weeks; ask `compendium plan` for the nearest",
            weeks.unwrap_or_default()
        )
    })?;
    let root = "../".repeat(path.matches('/').count());
    let show = Show { dates: false, root: Some(&root), lines: false };
    let timetable = Timetable { courses, plan: &made, words: messages };
    Ok(format!(
        "<p class=\"facts\"><span>{}</span></p>\n{}{}",
        escape(&timetable.facts()),
        html::weeks(&timetable, show),
        html::changes(&timetable, show)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_of_the_book_links_to_its_sessions() {
        let page = |path: &str, text: &str| compendium_authoring::read_page(path, text).0;
        let pages = [
            page("c/c1/index.md", "# C1 Law {#c1 .course hours=3 short=1.5}\n"),
            page(
                "c/c1/unit-1.md",
                "# Unit 1: One {#u1 .unit}\n\n## Session 1.1: A {#s1 .session minutes=90}\n\n## Session 1.2: B {#s2 .session minutes=90 cut=1}\n",
            ),
            page("c/plan.md", "# Plan {#p .standard-plan weeks=1}\n\nText.\n"),
        ];
        let courses = courses_of(&pages, &["c/c1/index.md", "c/c1/unit-1.md"]);
        assert!(courses_of(&pages, &["c/plan.md"]).is_empty());
        let messages = Messages::for_language("fr");
        let html = standard("c/plan.md", &pages[2].headings[0], &courses, &messages).unwrap();
        assert!(html.contains("<a href=\"../c/c1/unit-1.html#s2\">"), "{html}");
        assert!(html.contains("Semaine 1") && html.contains("Jour 1") && !html.contains("\n\n"), "{html}");
        assert!(standard("c/plan.md", &pages[0].headings[0], &courses, &messages).is_err());

        let html = mount("c/plan.md", &pages[2].headings[0], &courses, &messages).unwrap();
        assert!(html.contains("Semaine 1") && html.contains("<code>compendium plan</code>"), "{html}");
        let data = html.split("octet-stream\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap();
        let data = base64::engine::general_purpose::STANDARD.decode(data).unwrap();
        assert_eq!(page_data::read_timetable(&data), Ok(page_data::Timetable { weeks: 1, courses }));
    }
}
