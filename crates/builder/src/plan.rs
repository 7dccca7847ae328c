//! Timetables of a book's courses.

use compendium_authoring::course;
use compendium_authoring::page::Page;
use compendium_core::plan::Course;

use crate::project::{Project, ProjectError};

/// The courses of a book, in the order of its summary.
pub fn courses(project: &Project) -> Result<Vec<Course>, ProjectError> {
    let path = project.source_dir.join("SUMMARY.md");
    let unreadable = |error| ProjectError(format!("cannot read {}: {error}", path.display()));
    let text = std::fs::read_to_string(&path).map_err(unreadable)?;
    let (summary, _) = compendium_authoring::read_page("SUMMARY.md", &text);
    let order: Vec<&str> = summary.links.iter().map(|link| link.target.trim_start_matches("./")).collect();
    Ok(courses_of(&project.pages, &order))
}

/// Pages outside the order stand for nothing: they are not in the book.
pub fn courses_of(pages: &[Page], order: &[&str]) -> Vec<Course> {
    let in_order = order.iter().filter_map(|path| {
        let place = pages.binary_search_by(|page| page.path.as_str().cmp(path)).ok()?;
        Some(&pages[place])
    });
    course::courses(&in_order.collect::<Vec<_>>())
}
