//! One file a command.

pub mod build;
pub mod check;
pub mod fill;
pub mod inventory;
pub mod new;
pub mod plan;
pub mod preprocess;
pub mod rules;
pub mod serve;

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// The book that a command works on.
#[derive(Args)]
pub struct BookArg {
    /// Folder that holds book.toml
    #[arg(default_value = "book")]
    pub book: PathBuf,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DataFormat {
    /// For people
    Human,
    /// For programs
    Json,
}
