//! The app as files that a build puts into a book.

/// Path under the book's root, and content.
pub static FILES: &[(&str, &[u8])] = &[
    ("app/quiz.js", include_bytes!(concat!(env!("OUT_DIR"), "/quiz.js"))),
    ("app/desk.js", include_bytes!(concat!(env!("OUT_DIR"), "/desk.js"))),
    ("app/fill.js", include_bytes!(concat!(env!("OUT_DIR"), "/fill.js"))),
    ("app/plan.js", include_bytes!(concat!(env!("OUT_DIR"), "/plan.js"))),
    ("app/store.html", include_bytes!(concat!(env!("OUT_DIR"), "/store.html"))),
];
