use std::io;

use clap::{Args as ClapArgs, Subcommand};
use compendium_builder::site;

use crate::exit;

/// Speak mdBook's preprocessor protocol, so that plain `mdbook build` works
#[derive(ClapArgs)]
#[command(after_help = "In book.toml:\n  [preprocessor.compendium]\n  command = \"compendium preprocess\"\n  \
    after = [\"links\", \"index\"]")]
pub struct Args {
    #[command(subcommand)]
    question: Option<Question>,
}

#[derive(Subcommand)]
enum Question {
    /// Whether a renderer is served (mdBook asks)
    Supports { renderer: String },
}

pub fn run(args: &Args) -> anyhow::Result<u8> {
    if let Some(Question::Supports { renderer }) = &args.question {
        return Ok(if renderer == "html" { exit::DONE } else { exit::FINDINGS });
    }
    let (ctx, book) = mdbook_preprocessor::parse_input(io::stdin())?;
    serde_json::to_writer(io::stdout(), &site::preprocess(&ctx, book)?)?;
    Ok(exit::DONE)
}
