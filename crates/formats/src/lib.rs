//! Every byte that enters or leaves: the data inside a page, the log of a learner, the progress file, documents.
//!
//! | module | what | who reads it |
//! |---|---|---|
//! | [`page_data`] | quizzes, templates, courses and the book's index, postcard in base64 | the app, built together with the page |
//! | [`entry_json`] | one log entry, a line of JSON | the store in the browser |
//! | [`progress_file`] | the whole log with a head and a check sum | people, who carry it between machines |
//! | [`document`] | a document as Markdown, as a web page, for word processors | people, who sign it |
//! | [`holidays`] | days without teaching, a line each | people, who write them |
//! | [`timetable`] | a timetable as a web page, a calendar, a table | people, and their calendars |
//! | [`json`] | the JSON that these use: no fractions, no booleans | – |
//!
//! `json` is ours because it ships in every page with a question: 2 KB of WASM, where `serde_json` with its
//! floating-point tables is 24 KB compressed.

pub mod json;

pub mod document;
pub mod entry_json;
pub mod holidays;
pub mod page_data;
pub mod progress_file;
mod quiz_reader;
pub mod timetable;
