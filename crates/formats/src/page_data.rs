//! What the build leaves in a page for the app: postcard, in base64 inside an inert script element.
//!
//! Built together with the app, so the layout needs no version: a page and its script come from one build.

use compendium_core::item::Quiz;
use compendium_core::plan::Course;
use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::quiz_reader;

/// What *My progress* knows of the whole book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookIndex {
    /// In reading order.
    pub groups: Vec<Group>,
}

/// A chapter, a course or a guide with its quizzes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub kind: GroupKind,
    pub title: String,
    /// Relative to the book's root.
    pub href: String,
    /// Of a course, in the order of its list.
    pub outcomes: Vec<OutcomeEntry>,
    pub quizzes: Vec<QuizEntry>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GroupKind {
    Chapter,
    Course,
    Guide,
    Other,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeEntry {
    pub id: String,
    pub title: String,
    /// Relative to the book's root, with the outcome's anchor.
    pub href: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizEntry {
    pub id: String,
    pub title: String,
    /// Relative to the book's root, with the quiz's anchor.
    pub href: String,
    pub pass_mark: u8,
    /// A deck of flashcards.
    pub is_deck: bool,
    /// The quiz whose parallel form this one is: the same outcomes, asked again at the end.
    pub after: Option<String>,
    pub items: Vec<ItemEntry>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemEntry {
    pub id: String,
    pub revision: u32,
    pub title: String,
    pub points: u32,
    pub outcome: Option<String>,
}

/// A template's page: what is filled in, and where it goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Of the files that are saved, without an ending.
    pub file_name: String,
    /// One for each variable that the document uses, in the order of the book's list.
    pub fields: Vec<Field>,
    pub document: Document,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// `centre.name`.
    pub name: String,
    pub label: String,
    pub note: String,
    pub example: String,
}

/// A timetable's page: what it can be made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timetable {
    /// Of the plan that the form begins with.
    pub weeks: u32,
    /// In the book's order.
    pub courses: Vec<Course>,
}

/// The page's data could not be read: it was not made by this build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ForeignData;

pub fn write_quiz(quiz: &Quiz) -> Vec<u8> {
    write(quiz)
}

pub fn read_quiz(bytes: &[u8]) -> Result<Quiz, ForeignData> {
    quiz_reader::read(bytes).ok_or(ForeignData)
}

pub fn write_index(index: &BookIndex) -> Vec<u8> {
    write(index)
}

pub fn read_index(bytes: &[u8]) -> Result<BookIndex, ForeignData> {
    postcard::from_bytes(bytes).map_err(|_| ForeignData)
}

pub fn write_template(template: &Template) -> Vec<u8> {
    write(template)
}

pub fn read_template(bytes: &[u8]) -> Result<Template, ForeignData> {
    postcard::from_bytes(bytes).map_err(|_| ForeignData)
}

pub fn write_timetable(timetable: &Timetable) -> Vec<u8> {
    write(timetable)
}

pub fn read_timetable(bytes: &[u8]) -> Result<Timetable, ForeignData> {
    postcard::from_bytes(bytes).map_err(|_| ForeignData)
}

fn write(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).expect("plain data of our own types always serialises")
}
