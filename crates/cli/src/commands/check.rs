use std::collections::BTreeMap;
use std::path::Path;

use clap::Args as ClapArgs;
use compendium_authoring::diagnostic::{Diagnostic, Fix, Severity};
use compendium_builder::project::Project;

use super::BookArg;
use crate::exit;
use crate::report::{self, Format, Texts};

/// Find what is wrong with a book's texts, all at once, with place and remedy
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  compendium check\n  compendium check book --format short\n  \
    compendium check --fix               mend what can be mended without thinking\n  \
    compendium check --deny-warnings     for a machine that must not let anything pass\n\n\
    Exit codes: 0 no error, 1 an error, or with --deny-warnings a warning, 2 wrong usage.")]
pub struct Args {
    #[command(flatten)]
    book: BookArg,
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    /// Count a warning as an error
    #[arg(long)]
    deny_warnings: bool,
    /// Apply the remedies that are mechanical
    #[arg(long)]
    fix: bool,
}

pub fn run(args: &Args) -> anyhow::Result<u8> {
    let mut project = Project::load(&args.book.book)?;
    let mut fixed = 0;
    if args.fix {
        fixed = fix(&project)?;
        if fixed > 0 {
            project = Project::load(&args.book.book)?;
        }
    }
    print!("{}", report::findings(&project.findings, &texts(&project, &args.book.book), args.format));
    if fixed > 0 {
        eprintln!("mended {} in the files", report::counted(fixed, "finding"));
    }
    eprintln!("{}", report::summary(&project.findings, project.texts.len()));
    let counts = |finding: &Diagnostic| args.deny_warnings || finding.severity == Severity::Error;
    Ok(if project.findings.iter().any(counts) { exit::FINDINGS } else { exit::DONE })
}

/// The texts of a project under the paths that its user would type.
pub fn texts<'a>(project: &'a Project, book: &Path) -> Texts<'a> {
    let folder = book.join(&project.config.book.src);
    Texts { prefix: format!("{}/", folder.display()), texts: &project.texts }
}

/// Writes the mechanical remedies into the files; overlapping ones wait for the next run.
fn fix(project: &Project) -> anyhow::Result<usize> {
    let mut by_path: BTreeMap<&str, Vec<&Fix>> = BTreeMap::new();
    let fixes = |finding: &'_ Diagnostic| finding.fix.is_some();
    for finding in project.findings.iter().filter(|finding| fixes(finding)) {
        if let Some(fix) = &finding.fix {
            by_path.entry(&finding.path).or_default().push(fix);
        }
    }
    let mut applied = 0;
    for (path, mut fixes) in by_path {
        fixes.sort_by_key(|fix| (fix.span.start, fix.span.end));
        let text = &project.texts[path];
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for fix in fixes.into_iter() {
            if fix.span.start < at {
                continue;
            }
            out.push_str(&text[at..fix.span.start]);
            out.push_str(&fix.replacement);
            at = fix.span.end;
            applied += 1;
        }
        out.push_str(&text[at..]);
        std::fs::write(project.source_dir.join(path), out)?;
    }
    Ok(applied)
}
