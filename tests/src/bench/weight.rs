//! What one page with five questions costs, compressed: everything that it loads and a page without questions does
//! not, and the questions' data in it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use compendium_tests::tools;

use crate::run::{gzipped, read};
use crate::sites::{Site, Sites};
use crate::table::{Figure, Goal, Report, Row};

const GOAL: f64 = 75.0;
/// The stylesheets of the theme in the sources, and the headings of their parts that style questions.
const SHEETS: [(&str, &str); 2] = [
    ("crates/builder/theme/compendium.css", "Questions"),
    ("crates/builder/theme/pages.css", "Questions without the app"),
];

/// A name and compressed KB.
type Part = (String, f64);

pub fn measure(sites: &Sites, report: &mut Report) -> Result<(), String> {
    let ours = our_parts(&sites.ours)?;
    let peer = sites.peer.as_ref().map(peer_parts).transpose()?;
    report.notes.push(format!(
        "Bytes: gzip -9 of each part, added up; 1 KB = 1,000 bytes; fonts and the rest of the theme are not counted. Ours: {}.{}",
        list(&ours),
        peer.as_ref().map(|peer| format!(" mdbook-quiz: {}.", list(peer))).unwrap_or_default()
    ));
    report.rows.push(Row {
        what: "bytes for one page with five questions, compressed".to_owned(),
        unit: "KB",
        ours: Figure::one(sum(&ours)),
        other: peer.map(|peer| Figure::one(sum(&peer))),
        goal: Goal::AtMost(GOAL),
    });
    Ok(())
}

fn our_parts(site: &Site) -> Result<Vec<Part>, String> {
    let mut parts = loaded_for_questions(site)?;
    // The storage page stands in a frame.
    let store = "app/store.html";
    parts.push(part(store, &read(&site.folder.join(store))?)?);
    let mut css = String::new();
    for (path, heading) in SHEETS {
        css.push_str(&section(&read(&tools::workspace().join(path))?, heading).ok_or_else(|| {
            format!("{path} has no part {heading:?} any more\nhelp: name the part that styles questions in tests/src/bench/weight.rs")
        })?);
    }
    parts.push(part("styles of questions", &css)?);
    let page = read(&site.page())?;
    let data = between(&page, "<script type=\"application/octet-stream\">", "</script>");
    parts.push(part("data in the page", data.ok_or("the page holds no data of a quiz")?)?);
    Ok(parts)
}

fn peer_parts(site: &Site) -> Result<Vec<Part>, String> {
    let mut parts = loaded_for_questions(site)?;
    let page = read(&site.page())?;
    let data = between(&page, "data-quiz-questions=\"", "\"");
    parts.push(part("data in the page", data.ok_or("mdbook-quiz left no questions in the page")?)?);
    Ok(parts)
}

/// Scripts and stylesheets of the page that the home page does not load.
fn loaded_for_questions(site: &Site) -> Result<Vec<Part>, String> {
    let elsewhere = loaded(&site.folder, &site.folder.join("index.html"))?;
    let here = loaded(&site.folder, &site.page())?;
    let own: Vec<&PathBuf> = here.difference(&elsewhere).collect();
    if own.is_empty() {
        return Err(format!("{} loads no script for its questions", site.page().display()));
    }
    own.into_iter().map(|path| part(&path.to_string_lossy(), &read(&site.folder.join(path))?)).collect()
}

/// Paths below the site's folder.
fn loaded(folder: &Path, page: &Path) -> Result<BTreeSet<PathBuf>, String> {
    let html = read(page)?;
    let tags = html
        .split('<')
        .filter(|tag| tag.starts_with("script ") || tag.starts_with("link ") && tag.contains("rel=\"stylesheet\""));
    let targets = tags.filter_map(|tag| between(tag, "src=\"", "\"").or_else(|| between(tag, "href=\"", "\"")));
    let base = page.parent().unwrap_or(folder);
    let below = |target: &str| {
        let mut path = base.to_owned();
        for step in target.split('/') {
            if step == ".." {
                path.pop();
            } else {
                path.push(step)
            }
        }
        path.strip_prefix(folder).map(Path::to_owned).ok()
    };
    Ok(targets.filter_map(below).collect())
}

/// A part of a stylesheet, from its heading to the next, without comments and indentation.
fn section(css: &str, heading: &str) -> Option<String> {
    let rest = between(css, &format!("/* ---------- {heading} ---------- */"), "/* ----------")
        .or_else(|| css.split_once(&format!("/* ---------- {heading} ---------- */")).map(|(_, rest)| rest))?;
    Some(rest.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"))
}

fn between<'t>(text: &'t str, from: &str, to: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(from)?;
    rest.split_once(to).map(|(part, _)| part)
}

fn part(name: &str, content: &str) -> Result<Part, String> {
    Ok((name.to_owned(), gzipped(content.as_bytes())? as f64 / 1e3))
}

fn sum(parts: &[Part]) -> f64 {
    parts.iter().map(|(_, size)| size).sum()
}

fn list(parts: &[Part]) -> String {
    parts.iter().map(|(name, size)| format!("{name} {size:.2} KB")).collect::<Vec<_>>().join(", ")
}
