//! One file a kind of question.

pub mod card;
pub mod choices;
pub mod essay;
pub mod matching;
pub mod number;
pub mod order;
pub mod short_text;

pub mod case;
