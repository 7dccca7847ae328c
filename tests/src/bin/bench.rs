//! The figures of ARCHITECTURE.md, measured here. `scripts/bench` builds what it needs and runs it.
//!
//! ```text
//! words ─▶ questions ─▶ corpus     invented books, the same at every run
//!             ├─▶ sites ─▶ weight      bytes of a page with questions
//!             │        └─▶ start       navigation to the first usable question
//!             ├─▶ build                whole books against plain mdBook
//!             └─▶ check                15,000 questions
//!                    └──▶ table        one row a figure, with its goal
//! ```

#[path = "../bench/build.rs"]
mod build;
#[path = "../bench/check.rs"]
mod check;
#[path = "../bench/corpus.rs"]
mod corpus;
#[path = "../bench/questions.rs"]
mod questions;
#[path = "../bench/run.rs"]
mod run;
#[path = "../bench/sites.rs"]
mod sites;
#[path = "../bench/start.rs"]
mod start;
#[path = "../bench/table.rs"]
mod table;
#[path = "../bench/weight.rs"]
mod weight;
#[path = "../bench/words.rs"]
mod words;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use compendium_tests::tools;
use serde_json::{Value, json};

use corpus::Corpus;
use run::{Peers, Setup, at, remove};
use sites::Sites;
use table::Report;

const USAGE: &str = "\
Measures the figures of ARCHITECTURE.md, prints a table, and writes target/bench.json.

Usage: scripts/bench [--peers] [--json] [--only PART]

  --peers      compare with plain mdBook and mdbook-quiz, in the same run
  --json       print JSON instead of the table
  --only PART  page (bytes and navigation), build or check; more than once for more

Exit codes: 0 measured, 1 something could not be measured, 2 wrong usage.";
const PARTS: [&str; 3] = ["page", "build", "check"];

#[derive(Default)]
struct Options {
    has_peers: bool,
    is_json: bool,
    only: Vec<String>,
}

fn main() -> ExitCode {
    let options = match read_options(std::env::args().skip(1)) {
        Ok(Some(options)) => options,
        Ok(None) => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("error: {error}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    // The harness of the browsers panics where a test would fail; here the text of the panic goes into the report.
    set_hook(Box::new(|_| {}));
    let mut report = Report::default();
    let target = tools::workspace().join("target");
    let work = target.join("bench");
    if let Err(error) = setup(&options, &work).and_then(|setup| measure(&options, &setup, &mut report)) {
        report.failures.push(error);
    }
    let json = format!("{:#}\n", report.json(machine()));
    let path = target.join("bench.json");
    if let Err(error) = remove(&work).and_then(|()| fs::write(&path, &json).map_err(|error| at(&path, &error))) {
        report.failures.push(error);
    }
    print!("{}", if options.is_json { json } else { report.table() });
    eprintln!("{} figures in {}", report.rows.len(), path.display());
    if report.failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn read_options(arguments: impl Iterator<Item = String>) -> Result<Option<Options>, String> {
    let mut options = Options::default();
    let mut arguments = arguments;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--peers" => options.has_peers = true,
            "--json" => options.is_json = true,
            "--only" => match arguments.next() {
                Some(part) if PARTS.contains(&part.as_str()) => options.only.push(part),
                part => return Err(format!("--only {part:?}: there are {}", PARTS.join(", "))),
            },
            "--help" | "-h" => return Ok(None),
            other => return Err(format!("there is no option {other:?}")),
        }
    }
    Ok(Some(options))
}

fn setup(options: &Options, work: &Path) -> Result<Setup, String> {
    remove(work)?;
    fs::create_dir_all(work).map_err(|error| at(work, &error))?;
    // Both programs come from one build.
    let own = std::env::current_exe().map_err(|error| format!("cannot find this program: {error}"))?;
    let compendium = program(own.with_file_name("compendium"), "cargo build --release -p compendium-cli")?;
    let peer =
        |name: &str| program(tools::workspace().join("target/tools/bin").join(name), "scripts/bench --peers");
    let peers = match options.has_peers {
        true => Some(Peers { mdbook: peer("mdbook")?, mdbook_quiz: peer("mdbook-quiz")? }),
        false => None,
    };
    Ok(Setup { compendium, peers, work: work.to_owned() })
}

fn program(path: PathBuf, remedy: &str) -> Result<PathBuf, String> {
    if path.is_file() { Ok(path) } else { Err(format!("{} is missing\nhelp: {remedy}", path.display())) }
}

/// One part that fails does not keep the others from being measured.
fn measure(options: &Options, setup: &Setup, report: &mut Report) -> Result<(), String> {
    let corpus = Corpus::new();
    let is_wanted = |part: &str| options.only.is_empty() || options.only.iter().any(|only| only == part);
    if is_wanted("page") {
        eprintln!("building a page with five questions");
        match Sites::build(&corpus, setup) {
            Ok(sites) => {
                part("bytes of a page", report, |report| weight::measure(&sites, report));
                part("navigation", report, |report| start::measure(&sites, report));
            }
            Err(error) => report.failures.push(format!("bytes of a page, navigation: {error}")),
        }
    }
    if is_wanted("build") {
        part("build", report, |report| build::measure(&corpus, setup, report));
    }
    if is_wanted("check") {
        part("check", report, |report| check::measure(&corpus, setup, report));
    }
    Ok(())
}

fn part(name: &str, report: &mut Report, measure: impl FnOnce(&mut Report) -> Result<(), String>) {
    let done = catch_unwind(AssertUnwindSafe(|| measure(report))).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().cloned();
        Err(text.or_else(|| panic.downcast_ref().map(|text: &&str| (*text).to_owned())).unwrap_or_default())
    });
    if let Err(error) = done {
        report.failures.push(format!("{name}: {error}"));
    }
}

/// Figures mean something only beside the machine that they come from.
fn machine() -> Value {
    let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let processor = processors.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let browser = tools::CHROMIUM.find().and_then(|path| Command::new(path).arg("--version").output().ok());
    json!({
        "cores": std::thread::available_parallelism().map_or(0, usize::from),
        "processor": processor.map(|(_, name)| name),
        "system": std::env::consts::OS,
        "browser": browser.map(|said| String::from_utf8_lossy(&said.stdout).trim().to_owned()),
    })
}
