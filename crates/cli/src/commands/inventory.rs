use clap::Args as ClapArgs;
use compendium_builder::inventory::{Inventory, inventory};
use compendium_builder::project::Project;

use super::{BookArg, DataFormat};
use crate::exit;

/// Count what a book holds: chapters, questions, sessions, sources
#[derive(ClapArgs)]
#[command(after_help = "Example:\n  compendium inventory book --format json")]
pub struct Args {
    #[command(flatten)]
    book: BookArg,
    #[arg(long, value_enum, default_value = "human")]
    format: DataFormat,
}

pub fn run(args: &Args) -> anyhow::Result<u8> {
    let project = Project::load(&args.book.book)?;
    let found = inventory(&project.pages);
    match args.format {
        DataFormat::Json => println!("{}", serde_json::to_string_pretty(&found)?),
        DataFormat::Human => print!("{}", table(&found)),
    }
    Ok(exit::DONE)
}

fn table(found: &Inventory) -> String {
    let kinds: Vec<String> = found.items.by_kind.iter().map(|(kind, n)| format!("{kind} {n}")).collect();
    let rows = [
        ("chapters", found.chapters.to_string()),
        ("words", found.words.to_string()),
        ("quizzes", found.quizzes.to_string()),
        ("questions", format!("{} ({})", found.items.total, kinds.join(", "))),
        ("flashcards", found.flashcards.to_string()),
        ("courses", found.courses.to_string()),
        ("guides", found.guides.to_string()),
        ("sessions", format!("{} ({} minutes)", found.sessions, found.minutes)),
        ("domains", found.domains.to_string()),
        ("indicators", format!("{} ({} critical)", found.indicators, found.critical_indicators)),
        ("templates", found.templates.to_string()),
        ("glossary terms", found.glossary_terms.to_string()),
        ("sources", format!("{} read, {} to be checked", found.sources.read, found.sources.to_check)),
        ("internal links", found.links.internal.to_string()),
    ];
    rows.iter().map(|(name, value)| format!("{name:<15} {value}\n")).collect()
}
