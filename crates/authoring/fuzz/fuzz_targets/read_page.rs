//! Any text is read and checked without a panic; every place lies in it, on character boundaries; repairs apply.
#![no_main]

use compendium_authoring::fix::apply_fixes;
use compendium_authoring::lines::Lines;
use compendium_authoring::{check_book, html, read_page};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (page, mut found) = read_page("fuzz.md", text);
    found.extend(check_book(std::slice::from_ref(&page), &|_: &str| false));
    let lines = Lines::new(text);
    for finding in &found {
        let also = finding.also.iter().map(|also| &also.span);
        let fixes = finding.fix.iter().map(|fix| &fix.span);
        for span in std::iter::once(&finding.span).chain(also).chain(fixes) {
            assert!(text.get(span.clone()).is_some(), "{finding:?}");
            assert_eq!(lines.position(span.start), lines.position(span.start));
        }
    }
    for item in page.quizzes.iter().flat_map(|block| &block.items) {
        for part in &item.parts {
            assert!(text.get(part.span.clone()).is_some());
        }
    }
    for span in &page.prose {
        assert!(text.get(span.clone()).is_some());
    }
    apply_fixes(text, &found);
    let rendered = html::blocks(text).to_lowercase();
    assert!(!rendered.contains("<script") && !rendered.contains("href=\"javascript:"));
});
