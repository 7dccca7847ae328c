//! A book on disk: its settings and its Markdown, read once for checking, counting and building.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use compendium_authoring::diagnostic::Diagnostic;
use compendium_authoring::page::Page;
use mdbook_driver::config::{Config, TextDirection};

use crate::settings::Settings;

pub struct Project {
    /// The folder that holds `book.toml`.
    pub root: PathBuf,
    pub source_dir: PathBuf,
    pub config: Config,
    pub settings: Settings,
    /// Path relative to the source folder with `/` → text as on disk.
    pub texts: BTreeMap<String, String>,
    /// In the order of `texts`.
    pub pages: Vec<Page>,
    /// Everything that is wrong with the texts, sorted.
    pub findings: Vec<Diagnostic>,
}

/// A book cannot be read or built; the text says what, where, and what to do.
#[derive(Debug)]
pub struct ProjectError(pub String);

impl fmt::Display for ProjectError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for ProjectError {}

impl Project {
    pub fn load(root: &Path) -> Result<Project, ProjectError> {
        let file = root.join("book.toml");
        if !file.is_file() {
            return Err(ProjectError(format!(
                "there is no book.toml in {}\nhelp: name the folder of a book, or start one with `compendium new DIR`",
                root.display()
            )));
        }
        let mut config = Config::from_disk(&file).map_err(|error| ProjectError(format!("{error:#}")))?;
        config.update_from_env().map_err(|error| ProjectError(format!("{error:#}")))?;
        let settings = Settings::read(&config).map_err(|error| ProjectError(error.to_string()))?;
        let source_dir = root.join(&config.book.src);
        let texts = read_texts(&source_dir)?;
        let (pages, mut findings) = read_pages(&texts);
        findings.extend(compendium_authoring::check_book(&pages, &OnDisk { source_dir: &source_dir }));
        Diagnostic::sort(&mut findings);
        Ok(Project { root: root.to_owned(), source_dir, config, settings, texts, pages, findings })
    }

    pub fn language(&self) -> &str {
        self.config.book.language.as_deref().unwrap_or("en")
    }

    pub fn is_right_to_left(&self) -> bool {
        is_right_to_left(&self.config)
    }
}

pub(crate) fn is_right_to_left(config: &Config) -> bool {
    matches!(config.book.realized_text_direction(), TextDirection::RightToLeft)
}

/// Parses pages on all cores; the result is in the order of the texts.
pub(crate) fn read_pages(texts: &BTreeMap<String, String>) -> (Vec<Page>, Vec<Diagnostic>) {
    let entries: Vec<(&String, &String)> = texts.iter().collect();
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let share = entries.len().div_ceil(workers).max(1);
    let mut pages = Vec::with_capacity(entries.len());
    let mut findings = Vec::new();
    std::thread::scope(|scope| {
        let tasks: Vec<_> = entries
            .chunks(share)
            .map(|chunk| {
                scope.spawn(move || {
                    chunk.iter().map(|(path, text)| compendium_authoring::read_page(path, text)).collect::<Vec<_>>()
                })
            })
            .collect();
        for task in tasks {
            // A worker panics only on a defect of ours; the panic goes on in this thread.
            for (page, found) in task.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)) {
                pages.push(page);
                findings.extend(found);
            }
        }
    });
    (pages, findings)
}

fn read_texts(source_dir: &Path) -> Result<BTreeMap<String, String>, ProjectError> {
    let mut texts = BTreeMap::new();
    let mut folders = vec![source_dir.to_owned()];
    while let Some(folder) = folders.pop() {
        let unreadable = |error| ProjectError(format!("cannot read {}: {error}", folder.display()));
        for entry in std::fs::read_dir(&folder).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let Some(name) = relative_name(source_dir, &path) else { continue };
            if !name.ends_with(".md") || name == "SUMMARY.md" {
                continue;
            }
            let bytes =
                std::fs::read(&path).map_err(|e| ProjectError(format!("cannot read {}: {e}", path.display())))?;
            let text = String::from_utf8(bytes).map_err(|error| {
                let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
                let line = valid.iter().filter(|&&byte| byte == b'\n').count() + 1;
                ProjectError(format!("{} is not UTF-8 at line {line}\nhelp: save it as UTF-8", path.display()))
            })?;
            texts.insert(name, text);
        }
    }
    Ok(texts)
}

/// Path below `folder` with `/`; none where a name is not Unicode.
fn relative_name(folder: &Path, path: &Path) -> Option<String> {
    let below = path.strip_prefix(folder).ok()?;
    let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
    parts.map(|parts| parts.join("/"))
}

struct OnDisk<'a> {
    source_dir: &'a Path,
}

impl compendium_authoring::Files for OnDisk<'_> {
    fn exists(&self, path: &str) -> bool {
        self.source_dir.join(path).exists()
    }
}
