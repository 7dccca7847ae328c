//! All pages of a book joined by their links.

use std::collections::{BTreeMap, HashMap};

use compendium_core::item::Item;

use crate::html::{self, Address};
use crate::page::{ItemSpans, Link, Page, Span};

/// Which files other than Markdown pages the book has.
pub trait Files {
    /// `path` is relative to the book's `src`, with `/`.
    fn exists(&self, path: &str) -> bool;
}

impl<F: Fn(&str) -> bool> Files for F {
    fn exists(&self, path: &str) -> bool {
        self(path)
    }
}

pub(crate) struct Book<'b> {
    pub pages: &'b [Page],
    /// One a page, one a link of [`Page::links`].
    pub targets: Vec<Vec<Target>>,
    /// Images that no file is found for: the page, its place in [`Page::images`], the path.
    pub missing_images: Vec<(usize, usize, String)>,
    by_path: HashMap<&'b str, usize>,
    by_file_name: HashMap<&'b str, Vec<usize>>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// Out of the book, or nowhere that this program follows.
    Outside,
    Page {
        page: usize,
        anchor: Option<String>,
    },
    /// A file that exists.
    File,
    /// The path that does not lead anywhere.
    Missing {
        path: String,
        is_unlisted: bool,
    },
}

impl<'b> Book<'b> {
    pub fn new(pages: &'b [Page], files: &dyn Files) -> Book<'b> {
        let mut by_path = HashMap::with_capacity(pages.len());
        let mut by_file_name: HashMap<&str, Vec<usize>> = HashMap::new();
        for (place, page) in pages.iter().enumerate() {
            by_path.entry(page.path.as_str()).or_insert(place);
            by_file_name.entry(file_name(&page.path)).or_default().push(place);
        }
        let targets = Vec::with_capacity(pages.len());
        let mut book = Book { pages, targets, missing_images: Vec::new(), by_path, by_file_name };
        for (place, page) in pages.iter().enumerate() {
            let targets = page.links.iter().map(|link| book.resolve(place, &link.target, files)).collect();
            book.targets.push(targets);
            for (at, image) in page.images.iter().enumerate() {
                if let Target::Missing { path, .. } = book.resolve(place, &image.target, files) {
                    book.missing_images.push((place, at, path));
                }
            }
        }
        book
    }

    /// Every link of the book with its page and target.
    pub fn links(&self) -> impl Iterator<Item = (usize, &'b Link, &Target)> {
        let pages = self.pages.iter().zip(&self.targets).enumerate();
        pages.flat_map(|(place, (page, targets))| {
            page.links.iter().zip(targets).map(move |(link, target)| (place, link, target))
        })
    }

    /// Targets of the links within a stretch of a page.
    pub fn targets_within(&self, page: usize, span: &Span) -> impl Iterator<Item = &Target> {
        let links = &self.pages[page].links;
        let from = links.partition_point(|link| link.span.start < span.start);
        let to = links.partition_point(|link| link.span.start < span.end);
        self.targets[page][from..to.max(from)].iter()
    }

    /// Every question with its page.
    pub fn items(&self) -> impl Iterator<Item = (usize, &'b Item, &'b ItemSpans)> {
        self.items_and_cards().filter(|(_, item, _)| !item.kind.is_card())
    }

    /// Every question and every flashcard with its page.
    pub fn items_and_cards(&self) -> impl Iterator<Item = (usize, &'b Item, &'b ItemSpans)> {
        self.pages.iter().enumerate().flat_map(|(place, page)| {
            let quizzes = page.quizzes.iter();
            quizzes.flat_map(move |block| {
                block.quiz.items.iter().zip(&block.items).map(move |(item, spans)| (place, item, spans))
            })
        })
    }

    /// Ids of all outcomes with their page and place.
    pub fn outcomes(&self) -> BTreeMap<&'b str, (usize, Span)> {
        let mut outcomes = BTreeMap::new();
        for (place, page) in self.pages.iter().enumerate() {
            for outcome in &page.outcomes {
                outcomes.entry(outcome.id.as_str()).or_insert((place, outcome.span.clone()));
            }
        }
        outcomes
    }

    /// The page that a dead path was probably meant to be: the only other one with that file name.
    pub fn page_with_file_name(&self, path: &str) -> Option<&'b str> {
        match self.by_file_name.get(file_name(path))?.as_slice() {
            [only] => Some(&self.pages[*only].path),
            _ => None,
        }
    }

    fn resolve(&self, page: usize, target: &str, files: &dyn Files) -> Target {
        match Address::read(target) {
            Some(Address::Relative) => {}
            // What is not allowed at all is the matter of another rule.
            Some(Address::Scheme(_)) | None => return Target::Outside,
        }
        let target = target.trim();
        let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
        let path = path.split_once('?').map_or(path, |(path, _)| path);
        let anchor = (!fragment.is_empty()).then(|| decode(fragment));
        if path.is_empty() {
            // `[Title]()` in the summary is a chapter to come; anywhere else it leads nowhere.
            let is_empty = anchor.is_none() && target.is_empty() && self.pages[page].path != "SUMMARY.md";
            return match is_empty {
                true => Target::Missing { path: String::new(), is_unlisted: false },
                false => Target::Page { page, anchor },
            };
        }
        let Some(path) = join(&self.pages[page].path, &decode(path)) else {
            return Target::Missing { path: path.to_owned(), is_unlisted: false };
        };
        if let Some(page) = self.page_at(&path) {
            return Target::Page { page, anchor };
        }
        // mdBook makes the print page; a Markdown file outside the summary is not rendered.
        let is_markdown = path.ends_with(".md");
        match path == "print.html" || files.exists(&path) {
            true if !is_markdown => Target::File,
            exists => Target::Missing { path, is_unlisted: exists },
        }
    }

    fn page_at(&self, path: &str) -> Option<usize> {
        let find = |path: &str| self.by_path.get(path).copied();
        find(path)
            .or_else(|| find(&format!("{}.md", path.strip_suffix(".html")?)))
            .or_else(|| find(&format!("{}README.md", path.strip_suffix("index.html")?)))
            .or_else(|| {
                let folder = if path.is_empty() { path } else { path.strip_suffix('/')? };
                let slash = if folder.is_empty() { "" } else { "/" };
                find(&format!("{folder}{slash}index.md")).or_else(|| find(&format!("{folder}{slash}README.md")))
            })
    }
}

impl Link {
    /// Whether it leads into the book, whole or not.
    pub(crate) fn is_inside(&self) -> bool {
        html::is_relative(&self.target)
    }
}

/// Path of a target relative to the folder of `from`; none if it leaves the book.
fn join(from: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    let is_folder = target.ends_with('/') || target.ends_with("/.") || target.ends_with("..") || target == ".";
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    let mut path = parts.join("/");
    if is_folder && !path.is_empty() {
        path.push('/');
    }
    Some(path)
}

/// Path from the folder of one page to another file of the book.
pub(crate) fn relative(from: &str, to: &str) -> String {
    let (from, to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    let shared = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
    let shared = shared.min(from.len() - 1).min(to.len() - 1);
    "../".repeat(from.len() - 1 - shared) + &to[shared..].join("/")
}

/// `%20` and its like; what is no such thing stays.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = bytes.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        let code = code.and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_joined_and_made_relative() {
        for (from, target, path) in [
            ("a/b.md", "c.md", Some("a/c.md")),
            ("a/b.md", "../c.md", Some("c.md")),
            ("a/b.md", "./d/../c.md", Some("a/c.md")),
            ("a/b.md", "d/", Some("a/d/")),
            ("a/b.md", "..", Some("")),
            ("b.md", "../c.md", None),
        ] {
            assert_eq!(join(from, target).as_deref(), path, "{from} {target}");
        }
        for (from, to, path) in [
            ("a/b.md", "a/c.md", "c.md"),
            ("a/b.md", "c.md", "../c.md"),
            ("b.md", "a/c.md", "a/c.md"),
            ("a/x/b.md", "a/y/c.md", "../y/c.md"),
        ] {
            assert_eq!(relative(from, to), path, "{from} {to}");
        }
        assert_eq!(decode("a%20b%C3%A9%zz%"), "a bé%zz%");
    }

    #[test]
    fn links_find_pages_however_they_are_written() {
        let page = |path: &str| Page { path: path.to_owned(), ..Page::default() };
        let pages = [page("index.md"), page("a/one.md"), page("a/index.md"), page("b/README.md")];
        let files = |path: &str| path == "a/plan.svg" || path == "a/draft.md";
        let book = Book::new(&pages, &files);
        let at = |page: usize, anchor: Option<&str>| Target::Page { page, anchor: anchor.map(str::to_owned) };
        let missing = |path: &str, is_unlisted| Target::Missing { path: path.to_owned(), is_unlisted };
        for (target, expected) in [
            ("#x", at(1, Some("x"))),
            ("one.md#a%20b", at(1, Some("a b"))),
            ("../index.md", at(0, None)),
            ("../", at(0, None)),
            ("..", at(0, None)),
            ("index.html#y", at(2, Some("y"))),
            ("../b/", at(3, None)),
            ("../b/index.html", at(3, None)),
            ("plan.svg", Target::File),
            ("draft.md", missing("a/draft.md", true)),
            ("gone.svg", missing("a/gone.svg", false)),
            ("../../up.md", missing("../../up.md", false)),
            ("https://example.org/one.md", Target::Outside),
        ] {
            assert_eq!(book.resolve(1, target, &files), expected, "{target}");
        }
    }
}
