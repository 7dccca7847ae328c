use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args as ClapArgs;
use compendium_authoring::diagnostic::Severity;
use compendium_builder::project::Project;
use compendium_builder::{archive, site};

use super::BookArg;
use super::check::texts;
use crate::exit;
use crate::report::{self, Format};

/// Make the folder that opens by double-click
#[derive(ClapArgs)]
#[command(
    after_help = "Examples:\n  compendium build\n  compendium build fire-safety --out site --zip fire-safety.zip"
)]
pub struct Args {
    #[command(flatten)]
    book: BookArg,
    /// Folder to write; it is replaced [default: dist/LANGUAGE]
    #[arg(long)]
    out: Option<PathBuf>,
    /// Pack the folder into this file too
    #[arg(long)]
    zip: Option<PathBuf>,
}

pub fn run(args: &Args) -> anyhow::Result<u8> {
    let project = Project::load(&args.book.book)?;
    let errors: Vec<_> =
        project.findings.iter().filter(|finding| finding.severity == Severity::Error).cloned().collect();
    if !errors.is_empty() {
        print!("{}", report::findings(&errors, &texts(&project, &args.book.book), Format::Human));
        eprintln!("{}; nothing was built", report::summary(&errors, project.texts.len()));
        return Ok(exit::FINDINGS);
    }
    let out = args.out.clone().unwrap_or_else(|| Path::new("dist").join(project.language()));
    let built = site::build(&project, &out)?;
    for problem in &built.problems {
        eprintln!("error: {problem}");
    }
    if let Some(zip) = &args.zip {
        archive::pack(&out, zip).with_context(|| format!("cannot write {}", zip.display()))?;
        println!("packed into {}", zip.display());
    }
    println!(
        "built {} with {}: open {}",
        report::counted(built.pages(), "page"),
        report::counted(built.quizzes, "quiz").replace("quizs", "quizzes"),
        out.join("index.html").display()
    );
    Ok(if built.problems.is_empty() { exit::DONE } else { exit::FINDINGS })
}
