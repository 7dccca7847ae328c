//! *My progress* and the completion record: what is due, how far each chapter and course is, how well the learner knows what they know, and the
//! file that carries it all to another machine.
//!
//! ```text
//! BookIndex + log ──overview──▶ Overview ──view──▶ tree
//! Action ──state──▶ State + Effects ──app──▶ store, files
//! ```

pub mod app;
pub mod start;

pub mod gain;
pub mod overview;
pub mod plot;
pub mod record;
pub mod record_view;
pub mod state;
pub mod view;
