//! The form of a timetable: what an institution has goes in, the timetable stands below it, and leaves as a file.
//!
//! ```text
//! Courses + entries of the store ──▶ Form ──request──▶ core::plan ──▶ Outcome      (State: form and outcome)
//! Action ──state──▶ State + Effects ──app──▶ store, files, paper
//! State ──view──▶ tree, with the timetable as formats writes it
//! ```

pub mod app;
pub mod start;

pub mod form;
pub mod state;
pub mod view;
pub mod words;
