use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::{Args as ClapArgs, ValueEnum};
use compendium_authoring::diagnostic::Severity;
use compendium_authoring::page::{Page, Template};
use compendium_builder::fill::{self, Profile};
use compendium_builder::project::Project;
use compendium_formats::document::{Document, docx, html, markdown};

use super::check::texts;
use crate::exit;
use crate::report::{self, Format, Texts};

/// Fill in a template of a book with the names of your centre
#[derive(ClapArgs)]
#[command(
    after_help = "Examples:\n  compendium fill --blank-profile > centre.toml      then put your names in\n  \
    compendium fill --list\n  compendium fill memorandum-of-understanding --profile centre.toml\n  \
    compendium fill situation-report --format docx --out forms\n\n\
    A name that is missing is named with its place; then nothing is written."
)]
pub struct Args {
    /// File name of the template without its ending, its id, or its path
    #[arg(required_unless_present_any = ["list", "blank_profile"])]
    template: Option<String>,
    /// Your names
    #[arg(long, default_value = "centre.toml")]
    profile: PathBuf,
    /// Folder that holds book.toml
    #[arg(long, default_value = "book")]
    book: PathBuf,
    /// Folder to write to
    #[arg(long, default_value = ".")]
    out: PathBuf,
    /// What to write
    #[arg(long, value_enum, value_delimiter = ',', default_value = "md,html,docx")]
    format: Vec<FileFormat>,
    /// Overwrite files that exist
    #[arg(long)]
    force: bool,
    /// Print the templates of the book
    #[arg(long, conflicts_with_all = ["template", "blank_profile"])]
    list: bool,
    /// Print a profile without names, with the meaning of each
    #[arg(long, conflicts_with = "template")]
    blank_profile: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
enum FileFormat {
    /// Markdown
    Md,
    /// A web page that stands alone
    Html,
    /// For word processors
    Docx,
}

pub fn run(args: &Args) -> anyhow::Result<u8> {
    let project = Project::load(&args.book)?;
    if args.list {
        return list(&project, &args.book);
    }
    if args.blank_profile {
        print!("{}", fill::blank_profile(&fill::variables(&project.pages)));
        return Ok(exit::DONE);
    }
    let (page, template) = find(&project, &args.book, args.template.as_deref().unwrap_or_default())?;
    let Some(profile) = read_profile(&project, &args.profile)? else { return Ok(exit::FINDINGS) };
    let document = match fill::fill(&project, page, template, &profile) {
        Ok(document) => document,
        Err(found) => {
            print!("{}", report::findings(&found, &texts(&project, &args.book), Format::Human));
            eprintln!("{}; nothing was written", report::summary(&found, 1));
            return Ok(exit::FINDINGS);
        }
    };
    let written = write(args, fill::file_name(page), &document)?;
    println!("filled in {}: {}", page.title, written.join(", "));
    Ok(exit::DONE)
}

fn list(project: &Project, book: &Path) -> anyhow::Result<u8> {
    let rows: Vec<(&str, String)> = fill::templates(project)
        .map(|(page, template)| {
            let n = report::counted(fill::n_variables(template), "name");
            (fill::file_name(page), format!("{} ({n})", page.title))
        })
        .collect();
    let width = rows.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    for (name, title) in &rows {
        println!("{name:width$}  {title}");
    }
    eprintln!("{} in {}", report::counted(rows.len(), "template"), book.display());
    Ok(exit::DONE)
}

fn find<'p>(project: &'p Project, book: &Path, name: &str) -> anyhow::Result<(&'p Page, &'p Template)> {
    match fill::find(project, name).as_slice() {
        [only] => Ok(*only),
        [] => {
            let near = fill::near(project, name);
            let help = match near.as_slice() {
                [] => "see all with `compendium fill --list`".to_owned(),
                near => format!("write {}, or see all with `compendium fill --list`", near.join(" or ")),
            };
            bail!("there is no template {name:?} in {}\nhelp: {help}", book.display())
        }
        several => {
            let paths: Vec<&str> = several.iter().map(|(page, _)| page.path.as_str()).collect();
            bail!("{name:?} is the name of {} templates\nhelp: write {}", paths.len(), paths.join(" or "))
        }
    }
}

/// The profile, or nothing where it has errors, which are then printed.
fn read_profile(project: &Project, path: &Path) -> anyhow::Result<Option<Profile>> {
    let shown = path.display().to_string();
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => bail!(
            "there is no profile {shown}\nhelp: make one with `compendium fill --blank-profile > {shown}`, and put your names in"
        ),
        Err(error) => return Err(error).with_context(|| format!("cannot read {shown}")),
    };
    let Ok(text) = String::from_utf8(bytes) else { bail!("{shown} is not UTF-8\nhelp: save it as UTF-8") };
    let (profile, found) = fill::read_profile(&shown, &text, &fill::variables(&project.pages));
    let texts = BTreeMap::from([(shown, text)]);
    let texts = Texts { prefix: String::new(), texts: &texts };
    // What is only a warning does not stand in the way of what is printed.
    eprint!("{}", report::findings(&found, &texts, Format::Human));
    if found.iter().any(|finding| finding.severity == Severity::Error) {
        eprintln!("{}; nothing was written", report::summary(&found, 1));
        return Ok(None);
    }
    Ok(Some(profile))
}

/// Writes the files, all or none, and says where.
fn write(args: &Args, name: &str, document: &Document) -> anyhow::Result<Vec<String>> {
    let formats: BTreeSet<FileFormat> = args.format.iter().copied().collect();
    let files: Vec<(PathBuf, Vec<u8>)> = formats
        .into_iter()
        .map(|format| {
            let (ending, content) = match format {
                FileFormat::Md => ("md", markdown::write(document).into_bytes()),
                FileFormat::Html => ("html", html::write(document).into_bytes()),
                FileFormat::Docx => ("docx", docx::write(document)),
            };
            (args.out.join(format!("{name}.{ending}")), content)
        })
        .collect();
    let shown = |path: &Path| path.strip_prefix(".").unwrap_or(path).display().to_string();
    let there: Vec<String> = files.iter().filter(|(path, _)| path.exists()).map(|(path, _)| shown(path)).collect();
    if !there.is_empty() && !args.force {
        bail!(
            "{} would be overwritten; nothing was written\nhelp: name another folder with --out, or add --force",
            there.join(", ")
        );
    }
    std::fs::create_dir_all(&args.out).with_context(|| format!("cannot make {}", args.out.display()))?;
    for (path, content) in &files {
        std::fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(files.iter().map(|(path, _)| shown(path)).collect())
}
