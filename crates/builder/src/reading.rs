//! Reading orders: pages that list chapters in the order in which one kind of reader takes them.
//!
//! ```markdown
//! # Builder {#order-builder .reading}
//!
//! 1. [M Mapping](../compendium/m-mapping.md)
//! ```
//! The page gets the time that each chapter takes and their sum; each chapter gets the way to the one before and the
//! one after, in every order that holds it. No script is needed, so the way is there on any machine.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use compendium_authoring::page::{Heading, Page};

use crate::chapter;
use crate::html::{escape, page_of, relative};
use crate::messages::Messages;
use crate::splice::Splice;

pub struct Order {
    path: String,
    title: String,
    /// Paths of the chapters' pages.
    chapters: Vec<String>,
}

/// What all pages together say of reading.
#[derive(Default)]
pub struct Reading {
    orders: Vec<Order>,
    /// Title and minutes of each chapter, by its path.
    chapters: BTreeMap<String, (String, usize)>,
}

impl Reading {
    pub fn new(pages: &[Page]) -> Reading {
        let chapters: BTreeMap<String, (String, usize)> = pages
            .iter()
            .filter(|page| is(page, "chapter"))
            .map(|page| (page.path.clone(), (page.title.clone(), chapter::minutes(page))))
            .collect();
        let order = |page: &Page| Order {
            path: page.path.clone(),
            title: page.title.clone(),
            chapters: links(page).map(|(_, path)| path).filter(|path| chapters.contains_key(path)).fold(
                Vec::new(),
                |mut paths, path| {
                    if !paths.contains(&path) {
                        paths.push(path);
                    }
                    paths
                },
            ),
        };
        let orders = pages.iter().filter(|page| is(page, "reading")).map(order).collect();
        Reading { orders, chapters }
    }

    /// Puts the times into a reading order, and the ways into a chapter.
    pub fn rewrite(&self, page: &Page, text: &str, messages: &Messages, splice: &mut Splice) {
        if let Some(order) = self.orders.iter().find(|order| order.path == page.path) {
            self.put_times(page, order, messages, splice);
        } else if self.chapters.contains_key(&page.path) {
            let ways = self.ways(&page.path, messages);
            if !ways.is_empty() {
                splice.insert(text.len(), format!("\n\n{ways}\n"));
            }
        }
    }

    fn put_times(&self, page: &Page, order: &Order, messages: &Messages, splice: &mut Splice) {
        let minutes = |path: &String| self.chapters.get(path).map_or(0, |(_, minutes)| *minutes);
        let sum: usize = order.chapters.iter().map(minutes).sum();
        let mut seen = Vec::new();
        for (end, path) in links(page).filter(|(_, path)| order.chapters.contains(path)) {
            if !seen.contains(&path) {
                let words = messages.count("book-minutes", &[("minutes", minutes(&path))]);
                splice.insert(end, format!(" <span class=\"minutes\">{}</span>", escape(&words)));
                seen.push(path);
            }
        }
        if let Some(title) = page.headings.first() {
            let n = messages.count("book-chapters", &[("chapters", order.chapters.len())]);
            let time = messages.count("book-hours", &[("hours", sum / 60), ("minutes", sum % 60)]);
            let facts = format!(
                "\n\n<p class=\"facts\"><span>{}</span> <span><b>{}</b> {}</span></p>\n\n",
                escape(&n),
                escape(&messages.text("book-reading")),
                escape(&time)
            );
            splice.insert(title.span.end, facts);
        }
    }

    /// For each order with this chapter: its name, the place in it, the chapter before and the one after.
    fn ways(&self, path: &str, messages: &Messages) -> String {
        let own = page_of(path);
        let mut rows = String::new();
        for order in &self.orders {
            let Some(at) = order.chapters.iter().position(|chapter| chapter == path) else { continue };
            let link = |to: &str, class: &str, words: &str| {
                let href = escape(&relative(&own, &page_of(to)));
                format!(" <a class=\"{class}\" href=\"{href}\">{}</a>", escape(words))
            };
            let chapter = |place: Option<usize>, class: &str| {
                let to = place.and_then(|place| order.chapters.get(place));
                to.map_or(String::new(), |to| link(to, class, &self.chapters[to].0))
            };
            let place = messages.count("book-place", &[("place", at + 1), ("of", order.chapters.len())]);
            let _ = write!(
                rows,
                "<li>{} <span class=\"place\">{}</span>{}{}</li>",
                link(&order.path, "order", &order.title),
                escape(&place),
                chapter(at.checked_sub(1), "before"),
                chapter(Some(at + 1), "after"),
            );
        }
        if rows.is_empty() {
            return rows;
        }
        let label = escape(&messages.text("book-reading-orders"));
        format!("<nav class=\"ways no-print\" aria-label=\"{label}\"><p>{label}</p><ul>{rows}</ul></nav>")
    }
}

fn is(page: &Page, class: &str) -> bool {
    page.headings.first().is_some_and(|heading: &Heading| heading.has_class(class))
}

/// Ends and paths of the links to pages of the book.
fn links(page: &Page) -> impl Iterator<Item = (usize, String)> + '_ {
    page.links.iter().filter_map(|link| {
        let target = link.target.split('#').next().filter(|target| target.ends_with(".md"))?;
        Some((link.span.end, joined(&page.path, target)))
    })
}

/// The path that a relative target means, seen from a page.
fn joined(from: &str, target: &str) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chapter_knows_its_neighbours_in_each_order() {
        let page = |path: &str, text: &str| compendium_authoring::read_page(path, text).0;
        let pages = [
            page("a/a.md", "# A One {#a .chapter}\n\nText.\n"),
            page("a/b.md", "# B Two {#b .chapter}\n\nText.\n"),
            page("o/x.md", "# For x {#x .reading}\n\n1. [B](../a/b.md)\n2. [A](../a/a.md#a)\n3. [B](../a/b.md)\n"),
        ];
        let reading = Reading::new(&pages);
        assert_eq!(reading.orders[0].chapters, ["a/b.md", "a/a.md"]);
        let ways = reading.ways("a/a.md", &Messages::for_language("en"));
        assert!(ways.contains("<a class=\"order\" href=\"../o/x.html\">For x</a>"), "{ways}");
        assert!(ways.contains("<a class=\"before\" href=\"b.html\">B Two</a>"), "{ways}");
        assert!(!ways.contains("class=\"after\""), "{ways}");
        assert!(ways.contains("2 of 2"), "{ways}");
    }
}
