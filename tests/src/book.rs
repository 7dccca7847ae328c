//! Books to walk through: the fixtures and our own, each built once a run by the `compendium` program.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use mdbook_driver::MDBook;

use crate::tools;

/// The program that builds; `COMPENDIUM_BIN` names one, otherwise cargo makes it.
pub fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| match std::env::var_os("COMPENDIUM_BIN") {
        Some(path) => {
            let path = PathBuf::from(path);
            assert!(path.is_file(), "COMPENDIUM_BIN names {}, which is no file", path.display());
            path
        }
        None => {
            let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
            let made = run(Command::new(cargo)
                .args(["build", "--locked", "-p", "compendium-cli", "--message-format", "json"])
                .current_dir(tools::workspace()));
            let made = String::from_utf8_lossy(&made.stdout).into_owned();
            let messages = made.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
            let mut programs = messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from));
            programs.next_back().unwrap_or_else(|| panic!("cargo made no program"))
        }
    })
}

/// A fixture of `tests/books/`, built.
pub fn fixture(name: &str) -> PathBuf {
    once(name, |out| build(&fixture_source(name), out))
}

pub fn fixture_source(name: &str) -> PathBuf {
    tools::workspace().join("tests/books").join(name)
}

/// Our own book, built.
pub fn compendium() -> PathBuf {
    once("compendium", |out| build(&tools::workspace().join("book"), out))
}

/// Makes a folder once a run, whoever asks first.
pub fn once(name: &str, make: impl FnOnce(&Path)) -> PathBuf {
    static MADE: Mutex<BTreeMap<String, Arc<OnceLock<PathBuf>>>> = Mutex::new(BTreeMap::new());
    let cell = MADE.lock().unwrap_or_else(PoisonError::into_inner).entry(name.to_owned()).or_default().clone();
    cell.get_or_init(|| {
        let out = tools::journeys_folder().join("books").join(name);
        make(&out);
        out
    })
    .clone()
}

/// Builds a book into a folder.
#[track_caller]
pub fn build(source: &Path, out: &Path) {
    if let Some(parent) = out.parent() {
        fs::create_dir_all(parent).unwrap_or_else(|error| panic!("cannot write {}: {error}", parent.display()));
    }
    run(Command::new(program()).arg("build").arg(source).arg("--out").arg(out));
}

/// Builds a book whatever the check says of it: `compendium serve` shows it to its author all the same.
pub fn build_unchecked(source: &Path, out: &Path) {
    let mut command = Command::new(program());
    command.args(["serve", "--port", "0"]).arg(source).arg("--out").arg(out).stdout(Stdio::piped());
    let mut serve = command.spawn().unwrap_or_else(|error| panic!("cannot start {command:?}: {error}"));
    let stdout = serve.stdout.take().unwrap_or_else(|| unreachable!("it is piped"));
    let is_built =
        BufReader::new(stdout).lines().map_while(Result::ok).any(|line| line.starts_with("the book is at"));
    let _ = serve.kill();
    let _ = serve.wait();
    assert!(is_built, "{command:?} did not build the book");
}

/// Builds a book as plain `mdbook build` does: `compendium preprocess` speaks its protocol, and nobody checks.
/// The book's table of the preprocessor ends in `after`; the command is added, since the program's place differs.
#[track_caller]
pub fn build_plain(source: &Path, out: &Path) {
    let command = format!("command = '{} preprocess'\nafter = ", program().display());
    edit(&source.join("book.toml"), "after = ", &command);
    let mut book = MDBook::load(source).unwrap_or_else(|error| panic!("{error:#}"));
    book.config.build.build_dir = out.to_owned();
    book.build().unwrap_or_else(|error| panic!("{error:#}"));
}

/// Runs a command; panics with all it said when it fails.
#[track_caller]
pub fn run(command: &mut Command) -> Output {
    let output = command.output().unwrap_or_else(|error| panic!("cannot start {command:?}: {error}"));
    assert!(
        output.status.success(),
        "{command:?} ended with {}\n{}{}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

/// Copies a folder into a new one.
pub fn copy(from: &Path, to: &Path) {
    let failed =
        |error: std::io::Error| -> ! { panic!("cannot copy {} to {}: {error}", from.display(), to.display()) };
    fs::create_dir_all(to).unwrap_or_else(|error| failed(error));
    for entry in fs::read_dir(from).unwrap_or_else(|error| failed(error)) {
        let path = entry.unwrap_or_else(|error| failed(error)).path();
        let Some(name) = path.file_name() else { continue };
        if path.is_dir() {
            copy(&path, &to.join(name));
        } else {
            fs::copy(&path, to.join(name)).unwrap_or_else(|error| failed(error));
        }
    }
}

/// Changes a file in place; the old text must be there.
#[track_caller]
pub fn edit(path: &Path, old: &str, new: &str) {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
    assert!(text.contains(old), "{} does not hold {old:?}", path.display());
    fs::write(path, text.replace(old, new))
        .unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
}

/// All files below a folder whose name ends so, as paths relative to it with `/`, sorted.
pub fn files(folder: &Path, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(at) = open.pop() {
        for entry in
            fs::read_dir(&at).unwrap_or_else(|error| panic!("cannot read {}: {error}", at.display())).flatten()
        {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(below) = path.strip_prefix(folder)
                && path.to_string_lossy().ends_with(ending)
            {
                found.push(below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/"));
            }
        }
    }
    found.sort();
    found
}
