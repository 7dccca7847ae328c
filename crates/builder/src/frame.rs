//! The frame around every page: contents, menu, search, colours, page navigation.
//!
//! ```text
//! mdBook's index.hbs   ── patches ──▶  index.hbs        (an mdBook that has changed is an error, not a surprise)
//! mdBook's book.js, css ─ replaced ─▶  app/frame.js, app/theme.css
//! mdBook's searcher.js ── patches ──▶  searcher.js, after rendering
//! ```
//! No page holds an inline script, so that one policy ([`CSP`]) serves all of them, and every word comes from
//! `i18n/<language>/frame.ftl`.

mod page;
mod patch;
mod search;
mod style;
#[cfg(test)]
mod tests;

use std::fmt;
use std::path::Path;

use mdbook_driver::config::HtmlConfig;

use patch::Patch;

/// What a page may load and run: only its own files, and nothing over a network.
pub const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; \
     img-src 'self' data:; font-src 'self' data:; frame-src 'self'; connect-src 'none'; base-uri 'none'; \
     form-action 'none'";

/// Every message of the frame. In templates a key stands in double brackets.
const WORDS: [&str; 24] = [
    "frame-skip",
    "frame-contents",
    "frame-contents-toggle",
    "frame-search",
    "frame-search-found",
    "frame-search-none",
    "frame-progress",
    "frame-colours",
    "frame-colours-auto",
    "frame-colours-light",
    "frame-colours-dark",
    "frame-keys",
    "frame-keys-pages",
    "frame-keys-on",
    "frame-close",
    "frame-print",
    "frame-print-book",
    "frame-pages",
    "frame-previous",
    "frame-next",
    "frame-scrolls",
    "frame-footnote",
    "frame-footnote-back",
    "frame-moved",
];

/// Files of mdBook's that no page loads: they are empty, and whoever finishes a book may delete them.
pub const UNUSED: [&str; 11] = [
    "book.js",
    "highlight.js",
    "clipboard.min.js",
    "highlight.css",
    "tomorrow-night.css",
    "ayu-highlight.css",
    "css/general.css",
    "css/chrome.css",
    "css/variables.css",
    "css/print.css",
    "fonts/fonts.css",
];

/// What the frame knows of a book.
pub struct BookFrame {
    pub book_id: String,
    pub language: String,
    pub rtl: bool,
    pub title: String,
    /// The book has a page *My progress*, and every page links to it.
    pub has_progress: bool,
}

/// The frame cannot be made; the text says what and where.
#[derive(Debug)]
pub struct FrameError(String);

impl fmt::Display for FrameError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for FrameError {}

/// Writes a theme for mdBook into the empty folder `dir`. `text` gives the words in the book's language.
pub fn write_theme(dir: &Path, frame: &BookFrame, text: &dyn Fn(&str) -> String) -> Result<(), FrameError> {
    let original = original("index.hbs")?;
    let index = patch::apply("index.hbs", &original, &page::PATCHES)?;
    let templates = [
        ("index.hbs", index.as_str()),
        ("toc.js.hbs", &script(include_str!("../theme/toc.js.hbs"))),
        ("toc.html.hbs", include_str!("../theme/toc.html.hbs")),
        ("redirect.hbs", include_str!("../theme/redirect.hbs")),
    ];
    for (name, template) in templates {
        write(&dir.join(name), &fill(template, frame, text))?;
    }
    for name in UNUSED {
        write(&dir.join(name), "")?;
    }
    write(&dir.join("favicon.svg"), include_str!("../theme/favicon.svg"))
}

/// The frame's files in the finished book.
pub fn files(frame: &BookFrame) -> Vec<(String, Vec<u8>)> {
    let file = |path: &str, content: String| (path.to_owned(), content.into_bytes());
    vec![
        file("app/theme.css", style::theme_css(frame.rtl)),
        file("app/frame-head.js", script(include_str!("../theme/frame-head.js"))),
        file("app/frame.js", script(include_str!("../theme/frame.js"))),
        file("app/present.css", style::present_css()),
        file("app/present.js", present_script()),
        file("app/fonts-licence.txt", include_str!("../theme/fonts/OFL.txt").to_owned()),
    ]
}

/// Mends a file that mdBook has written and that no theme reaches; `None` if it stays as it is.
pub fn patch_output(
    path: &str,
    content: &str,
    text: &dyn Fn(&str) -> String,
) -> Result<Option<String>, FrameError> {
    if path != "searcher.js" {
        return Ok(None);
    }
    let mut patched = patch::apply(path, content, &search::PATCHES)?;
    for key in WORDS {
        patched = patched.replace(&format!("[[{key}]]"), &js_string(&text(key)));
    }
    Ok(Some(patched))
}

/// The program of pages with sessions: notes switch and presenting, in one function.
fn present_script() -> String {
    let parts = [
        include_str!("../theme/present/tools.js"),
        include_str!("../theme/present/notes.js"),
        include_str!("../theme/present/deck.js"),
        include_str!("../theme/present/clock.js"),
        include_str!("../theme/present/second.js"),
        include_str!("../theme/present/view.js"),
    ];
    format!("(function () {{\n'use strict';\n{}}})();\n", script(&parts.concat()))
}

/// A file of the theme that mdBook brings.
fn original(name: &str) -> Result<String, FrameError> {
    let failed = |error: &dyn fmt::Display| FrameError(format!("cannot copy mdBook's own theme: {error}"));
    let folder = tempfile::tempdir().map_err(|error| failed(&error))?;
    let mut config = HtmlConfig::default();
    config.theme = Some(folder.path().to_owned());
    mdbook_html::theme::Theme::copy_theme(&config, folder.path()).map_err(|error| failed(&error))?;
    std::fs::read_to_string(folder.path().join(name)).map_err(|error| failed(&error))
}

/// Puts the words and the book's own values into a template.
fn fill(template: &str, frame: &BookFrame, text: &dyn Fn(&str) -> String) -> String {
    let progress = if frame.has_progress { include_str!("../theme/parts/progress.hbs").trim_end() } else { "" };
    let mut filled = template
        .replace("[[progress]]", progress)
        .replace("[[csp]]", &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{CSP}\">"))
        .replace("[[book]]", &escape(&frame.book_id))
        .replace("[[title]]", &escape(&frame.title))
        .replace("[[language]]", &escape(&frame.language));
    for key in WORDS {
        filled = filled.replace(&format!("[[{key}]]"), &escape(&text(key)));
    }
    filled
}

/// Text in HTML and in a Handlebars template.
fn escape(text: &str) -> String {
    crate::html::escape(text).replace('{', "&#123;")
}

/// Text as a string of JavaScript, with its quotes.
fn js_string(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace('<', "\\u003c")
}

/// A script without its comment lines and indentation.
fn script(source: &str) -> String {
    let lines = source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.fold(String::with_capacity(source.len()), |out, line| out + line + "\n")
}

fn write(path: &Path, content: &str) -> Result<(), FrameError> {
    let failed = |error: std::io::Error| FrameError(format!("cannot write {}: {error}", path.display()));
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    std::fs::write(path, content).map_err(failed)
}
