//! `compendium`: write, check, build and serve a compendium.

mod commands;
mod report;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

/// Exit codes of every command.
mod exit {
    pub const DONE: u8 = 0;
    pub const FINDINGS: u8 = 1;
    pub const WRONG_USAGE: u8 = 2;
}

/// Guidance, courses and questions as plain Markdown, built into a book that works without a network.
#[derive(Parser)]
#[command(name = "compendium", version, arg_required_else_help = true)]
#[command(after_help = "Examples:\n  \
    compendium new fire-safety          start a small compendium on any subject\n  \
    compendium serve fire-safety        look at it while you write\n  \
    compendium check fire-safety        find what is wrong, with place and remedy\n  \
    compendium build fire-safety        make the folder that opens by double-click\n  \
    compendium fill --list              see which documents of a book can be filled in\n\n\
    Exit codes: 0 done, 1 something was found, 2 wrong usage.")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    New(commands::new::Args),
    Build(commands::build::Args),
    Serve(commands::serve::Args),
    Check(commands::check::Args),
    Inventory(commands::inventory::Args),
    Fill(commands::fill::Args),
    Plan(commands::plan::Args),
    Preprocess(commands::preprocess::Args),
    /// Print the rules of `check` as a Markdown page
    #[command(hide = true)]
    Rules,
    /// Print a completion script for a shell
    #[command(
        after_help = "Example:\n  compendium completions bash > ~/.local/share/bash-completion/completions/compendium"
    )]
    Completions {
        shell: clap_complete::Shell,
    },
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::New(args) => commands::new::run(&args),
        Command::Build(args) => commands::build::run(&args),
        Command::Serve(args) => commands::serve::run(&args),
        Command::Check(args) => commands::check::run(&args),
        Command::Inventory(args) => commands::inventory::run(&args),
        Command::Fill(args) => commands::fill::run(&args),
        Command::Plan(args) => commands::plan::run(&args),
        Command::Preprocess(args) => commands::preprocess::run(&args),
        Command::Rules => commands::rules::run(),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Cli::command(), "compendium", &mut std::io::stdout());
            Ok(exit::DONE)
        }
    };
    match done {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            report::error(&error);
            ExitCode::from(exit::WRONG_USAGE)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
