use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Args as ClapArgs;
use tera::{Context, Tera};

use crate::exit;

/// Start a small compendium on any subject: one chapter, one question of each kind, a glossary, a source
#[derive(ClapArgs)]
#[command(
    after_help = "Example:\n  compendium new fire-safety --title \"Fire safety\"\n  compendium serve fire-safety"
)]
pub struct Args {
    /// Folder to make
    dir: PathBuf,
    #[arg(long)]
    title: Option<String>,
    /// Language of the text, such as en or fr
    #[arg(long, default_value = "en")]
    language: String,
}

/// Path in the new book and template.
const TEMPLATES: [(&str, &str); 2] = [
    ("book.toml", include_str!("../../template/book.toml")),
    ("src/index.md", include_str!("../../template/index.md")),
];
/// Path in the new book and text, the same in every book.
const FILES: [(&str, &str); 5] = [
    ("src/SUMMARY.md", include_str!("../../template/SUMMARY.md")),
    ("src/first-chapter.md", include_str!("../../template/first-chapter.md")),
    ("src/progress.md", include_str!("../../template/progress.md")),
    ("src/glossary.md", include_str!("../../template/glossary.md")),
    ("src/sources.md", include_str!("../../template/sources.md")),
];

pub fn run(args: &Args) -> anyhow::Result<u8> {
    let dir = &args.dir;
    let name = dir.file_name().and_then(|name| name.to_str()).unwrap_or("compendium");
    if dir.exists() && std::fs::read_dir(dir).map_or(true, |mut entries| entries.next().is_some()) {
        bail!("{} exists and is not empty\nhelp: name a folder that does not exist yet", dir.display());
    }
    let title = args.title.clone().unwrap_or_else(|| name.replace(['-', '_'], " "));
    if title.contains(['"', '\\', '\n']) {
        bail!("the title {title:?} holds a quotation mark, a backslash or a line end\nhelp: leave it out");
    }
    let mut context = Context::new();
    context.insert("title", &title);
    context.insert("id", &slug(&title));
    context.insert("language", &args.language);
    for (path, template) in TEMPLATES {
        let text = Tera::one_off(template, &context, false)?;
        write(&dir.join(path), &text)?;
    }
    for (path, text) in FILES {
        write(&dir.join(path), text)?;
    }
    println!("made {}: look at it with `compendium serve {}`", dir.display(), dir.display());
    Ok(exit::DONE)
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

fn slug(title: &str) -> String {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-");
    if slug.is_empty() { "compendium".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;
    use compendium_builder::inventory::inventory;
    use compendium_builder::project::Project;

    #[test]
    fn a_new_book_has_nothing_to_mend_and_every_kind_of_question() {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("fire-safety");
        let args = Args { dir: dir.clone(), title: None, language: "en".into() };
        assert_eq!(run(&args).unwrap(), exit::DONE);
        let project = Project::load(&dir).unwrap();
        assert!(project.findings.is_empty(), "{:#?}", project.findings);
        assert_eq!(project.settings.id, "fire-safety");
        let found = inventory(&project.pages);
        assert!(found.items.by_kind.values().all(|&n| n > 0), "{:?}", found.items.by_kind);
        assert!(run(&args).unwrap_err().to_string().contains("not empty"));
    }
}
