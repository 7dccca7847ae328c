//! The form of a template: names in, the document below filled in as one types, and out as a file.
//!
//! ```text
//! Template + names of the store ──▶ State ──view──▶ tree
//! Action ──state──▶ State + Effects ──app──▶ store, slots of the page, files, paper
//! ```

pub mod app;
pub mod start;

pub mod state;
pub mod view;
