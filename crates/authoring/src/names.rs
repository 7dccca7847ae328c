//! Names that headings may carry.

use crate::page::Heading;

/// What a heading is to this program, by its class.
pub(crate) struct Role {
    pub class: &'static str,
    pub attributes: &'static [&'static str],
    /// Whether its id is the key of something that is kept or linked by the build.
    pub needs_id: bool,
}

const fn role(class: &'static str, attributes: &'static [&'static str], needs_id: bool) -> Role {
    Role { class, attributes, needs_id }
}

pub(crate) static ROLES: &[Role] = &[
    role("chapter", &["reviewed"], true),
    role("course", &["hours", "short", "least", "after"], true),
    role("unit", &[], true),
    role("session", &["minutes", "outcomes", "cut", "short"], true),
    role("outcome", &["level"], true),
    role("term", &["also", "not"], true),
    role("source", &["status"], true),
    role("quiz", &["pass", "after"], true),
    role(DECK, &[], true),
    role("invented", &["names"], false),
    role("template", &[], true),
    role("standard-plan", &["weeks"], true),
    role("timetable", &["weeks"], true),
];

/// Classes that only change how a section looks, and those of parts of a session.
pub(crate) static LOOKS: &[&str] = &[
    "plan",
    "purpose",
    "good",
    "minimum",
    "rights",
    "example",
    "checklist",
    "own",
    "measured",
    "notes",
    "raci",
    "sources",
    "nolink",
    "guide",
    "guide-unit",
    "aims",
    "self-check",
    "concept",
    "exercise",
    "answers",
    "errors",
    "reading",
    "domain",
    "indicator",
    "critical",
    "variables",
    "fill",
];

/// A deck of flashcards.
pub(crate) const DECK: &str = "flashcards";

pub(crate) static QUIZ_CLASSES: &[&str] = &["quiz", DECK];

/// Classes that say the kind of a question.
pub(crate) static KINDS: &[&str] = &["single", "multiple", "order", "match", "numeric", "text", "essay"];

pub(crate) static ITEM_CLASSES: &[&str] =
    &["single", "multiple", "order", "match", "numeric", "text", "essay", "case"];

pub(crate) static ITEM_ATTRIBUTES: &[&str] = &["outcome", "level", "points"];

pub(crate) fn roles(heading: &Heading) -> impl Iterator<Item = &'static Role> {
    ROLES.iter().filter(|role| heading.has_class(role.class))
}

/// A word with its article.
pub(crate) fn with_article(word: &str) -> String {
    let article = if word.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    format!("{article} {word}")
}

/// `a`, `b` or `c`, for messages.
pub(crate) fn one_of(names: &[&str]) -> String {
    match names {
        [] => "none".to_owned(),
        [only] => format!("`{only}`"),
        [first @ .., last] => {
            let first: Vec<String> = first.iter().map(|name| format!("`{name}`")).collect();
            format!("{} or `{last}`", first.join(", "))
        }
    }
}
