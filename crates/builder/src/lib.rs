//! From a folder of Markdown to an offline book.
//!
//! ```text
//! Project (texts, pages, findings)
//!    │  preprocess: boxes, figures, terms, placeholders for quizzes, gaps of templates (in memory; sources stay as they are)
//!    ▼
//! mdBook (pages, search index, print page), in our frame
//!    │  site: quizzes, scripts, app files
//!    ▼
//! folder, and archive
//! ```
//! Beside the book, [`fill`] makes single documents from its templates.

pub mod archive;
pub mod fill;
pub mod handbook;
pub mod inventory;
pub mod plan;
pub mod project;
pub mod site;

mod chapter;
mod document;
mod figure;
mod frame;
mod glossary;
mod html;
mod messages;
mod preprocess;
mod profile;
mod reading;
mod settings;
mod splice;
mod static_quiz;
mod template;
