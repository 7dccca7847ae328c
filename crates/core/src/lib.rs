//! The model of the compendium: questions, answers, grading, progress, timetables.
//!
//! ```text
//! Quiz ⊃ Item ⊃ Kind (choices, entries, pairs, …)      what an author writes
//!          │
//!       Response ──grade──▶ Grade                      what a learner does with it
//!          │
//!        Entry (an answer, or the start of a round)    what is kept: a log that only grows
//!          │
//!       replay ──▶ Round, Card (when an item is due), Calibration
//! ```
//!
//! [`plan`] draws its own picture: courses and a request become a timetable.
//!
//! Nothing here reads a file, a clock or a random source: time and seed are passed in.
//! The same code runs natively and in the browser.

pub mod item;
pub mod number;
pub mod response;
pub mod text;

pub mod grade;
pub mod shuffle;

pub mod log;
pub mod round;
pub mod schedule;

pub mod calibration;

pub mod date;
pub mod plan;
