//! The courses of a book as the planner sees them, from the headings of their pages.
//!
//! ```text
//! courses/c4/index.md    # C4 … {#c4 .course hours=60 short=30 after=c3}
//! courses/c4/unit-1.md   # Unit 1: … {.unit}
//!                        ## Session 1.5: … {.session minutes=90 cut=1}           dropped at step 1
//!                        ## Session 1.3: … {.session minutes=180 cut=5 short=90} shortened at step 5
//! ```
//! A course is a page with its heading; its sessions are those of the pages in the same folder.

use std::collections::BTreeMap;

use compendium_core::plan::{Course, Cut, Session};

use crate::page::{Heading, Page};

/// The courses of a book in the order of its pages.
pub fn courses(pages: &[&Page]) -> Vec<Course> {
    let mut courses = Vec::new();
    for page in pages {
        let headings = page.headings.iter().filter(|heading| heading.has_class("course"));
        let ids = headings.filter_map(|heading| Some((heading, heading.id.as_ref()?)));
        courses.extend(ids.map(|(heading, id)| course(pages, page, heading, id)));
    }
    courses
}

fn course(pages: &[&Page], page: &Page, heading: &Heading, id: &str) -> Course {
    let own = pages.iter().filter(|other| folder(&other.path) == folder(&page.path));
    let sessions: Vec<Session> = own.flat_map(|page| sessions(page)).collect();
    let whole = sessions.iter().map(|session| session.minutes).sum();
    let attribute = |name| heading.attributes.get(name).and_then(|value| hours(value));
    let short = attribute("short").unwrap_or(whole);
    let code = heading.title.split(' ').next().filter(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
    let title = code.map_or(heading.title.as_str(), |code| heading.title[code.len()..].trim_start());
    Course {
        id: id.to_owned(),
        code: code.unwrap_or(id).to_owned(),
        title: title.to_owned(),
        href: href(&page.path, id),
        after: after(heading).map(str::to_owned).collect(),
        short,
        least: attribute("least").unwrap_or(short),
        sessions,
    }
}

fn sessions(page: &Page) -> impl Iterator<Item = Session> {
    page.sessions.iter().map(|session| {
        let units = page.headings.iter().filter(|heading| heading.has_class("unit"));
        let unit = units.take_while(|unit| unit.span.start <= session.span.start).last();
        let (number, title) = numbered(&session.title);
        Session {
            id: session.id.clone(),
            number: number.to_owned(),
            title: title.to_owned(),
            unit: unit.map_or(&page.title, |unit| &unit.title).clone(),
            href: href(&page.path, &session.id),
            minutes: session.minutes,
            cuts: session.cuts.clone(),
        }
    })
}

/// `Session 1.2: What failed before` → `1.2` and the rest; without a number all is title.
fn numbered(title: &str) -> (&str, &str) {
    let is_number = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    match title.split_once(':').map(|(name, rest)| (name.trim_end(), rest.trim())) {
        Some((name, rest)) if name.rsplit(' ').next().is_some_and(is_number) && !rest.is_empty() => {
            (name.rsplit(' ').next().unwrap_or_default(), rest)
        }
        _ => ("", title),
    }
}

fn href(path: &str, id: &str) -> String {
    format!("{}.html#{id}", path.strip_suffix(".md").unwrap_or(path))
}

/// A course with the pages of its folder.
pub(crate) struct CourseFolder<'p> {
    pub page: &'p Page,
    pub heading: &'p Heading,
    pub pages: Vec<&'p Page>,
}

/// Of two courses in one folder it is not clear whose the pages are: they are left out.
pub(crate) fn course_folders(pages: &[Page]) -> Vec<CourseFolder<'_>> {
    let mut courses: BTreeMap<&str, Vec<(&Page, &Heading)>> = BTreeMap::new();
    for page in pages {
        for heading in page.headings.iter().filter(|heading| heading.has_class("course")) {
            courses.entry(folder(&page.path)).or_default().push((page, heading));
        }
    }
    courses.retain(|_, courses| courses.len() == 1);
    let mut members: BTreeMap<&str, Vec<&Page>> = BTreeMap::new();
    if !courses.is_empty() {
        for page in pages.iter().filter(|page| courses.contains_key(folder(&page.path))) {
            members.entry(folder(&page.path)).or_default().push(page);
        }
    }
    let courses = courses.into_iter().flat_map(|(folder, own)| own.into_iter().map(move |course| (folder, course)));
    courses
        .map(|(folder, (page, heading))| CourseFolder {
            page,
            heading,
            pages: members.remove(folder).unwrap_or_default(),
        })
        .collect()
}

pub(crate) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Ids of the courses that a course asks for.
pub(crate) fn after(heading: &Heading) -> impl Iterator<Item = &str> {
    heading.attributes.get("after").into_iter().flat_map(|value| value.split(',')).filter(|id| !id.is_empty())
}

/// Minutes of whole, half or quarter hours: `24.5`.
pub(crate) fn hours(value: &str) -> Option<u32> {
    let (whole, part) = value.split_once('.').unwrap_or((value, "0"));
    let part = match part {
        "0" => 0,
        "25" => 15,
        "5" => 30,
        "75" => 45,
        _ => return None,
    };
    whole.parse::<u32>().ok()?.checked_mul(60)?.checked_add(part)
}

/// The steps that touch a session: `cut=1,8 short=90,45`. Without minutes for the last step it is dropped there.
/// None where the two lists cannot be read or do not go together.
pub(crate) fn cuts(heading: &Heading) -> Option<Vec<Cut>> {
    let list = |name: &str| -> Option<Vec<u32>> {
        let Some(value) = heading.attributes.get(name) else { return Some(Vec::new()) };
        value.split(',').map(|number| number.parse().ok().filter(|&number| number > 0)).collect()
    };
    let (steps, mut minutes) = (list("cut")?, list("short")?);
    if steps.len() == minutes.len() + 1 {
        minutes.push(0);
    }
    let rises = steps.windows(2).all(|pair| pair[0] < pair[1]);
    let falls = minutes.windows(2).all(|pair| pair[0] > pair[1]);
    let made = steps.iter().zip(&minutes).map(|(&step, &minutes)| Cut { step, minutes });
    (steps.len() == minutes.len() && rises && falls).then(|| made.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_page;

    #[test]
    fn a_course_is_read_from_its_folder() {
        let page = |path: &str, text: &str| read_page(path, text).0;
        let pages = [
            page("c/c4/index.md", "# C4 Requests {#c4 .course hours=6 short=3.5 after=c3,c2}\n"),
            page(
                "c/c4/unit-1.md",
                "# Unit 1: Ask {#u1 .unit}\n\n## Session 1.1: Why: a case {#s1 .session minutes=180 cut=1,3 short=90,45}\n\n\
                 ## Séance 1.2 : Comment {#s2 .session minutes=90 cut=2}\n\n## Free talk {#s3 .session minutes=90}\n",
            ),
            page("c/c5/index.md", "# Law {#law .course hours=0}\n"),
        ];
        let found = courses(&pages.iter().collect::<Vec<_>>());
        let [own, law] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(
            (own.code.as_str(), own.title.as_str(), own.href.as_str()),
            ("C4", "Requests", "c/c4/index.html#c4")
        );
        assert_eq!(
            (own.after.as_slice(), own.short, own.least),
            (["c3".to_owned(), "c2".to_owned()].as_slice(), 210, 210)
        );
        let names: Vec<_> = own.sessions.iter().map(|own| (own.number.as_str(), own.title.as_str())).collect();
        assert_eq!(names, [("1.1", "Why: a case"), ("1.2", "Comment"), ("", "Free talk")]);
        assert_eq!(own.sessions[0].cuts, [Cut { step: 1, minutes: 90 }, Cut { step: 3, minutes: 45 }]);
        assert_eq!(own.sessions[1].cuts, [Cut { step: 2, minutes: 0 }]);
        assert_eq!(own.sessions[2].unit, "Unit 1: Ask");
        assert_eq!((law.code.as_str(), law.title.as_str()), ("law", "Law"));
    }

    #[test]
    fn lengths_are_read_in_quarters_of_an_hour() {
        for (text, minutes) in
            [("30", Some(1_800)), ("24.5", Some(1_470)), ("0.25", Some(15)), ("1.3", None), ("x", None), ("", None)]
        {
            assert_eq!(hours(text), minutes, "{text}");
        }
    }
}
