//! What holds for every input, however broken.

mod common;

use common::{all_texts, edited, read_soundly, soup};
use compendium_authoring::lines::Lines;
use compendium_authoring::{Diagnostic, Page, read_page};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_soup_panics_and_every_place_lies_in_it(text in soup()) {
        read_soundly(&text);
    }

    #[test]
    fn no_edit_of_a_page_panics(text in edited()) {
        read_soundly(&text);
    }

    #[test]
    fn any_characters_at_all(text in any::<String>()) {
        read_soundly(&text);
    }

    /// A byte order mark moves every place by its three bytes and changes nothing else.
    #[test]
    fn a_byte_order_mark_only_moves_places(text in edited()) {
        let text = text.trim_start_matches('\u{feff}').to_owned();
        let marked = format!("\u{feff}{text}");
        let ((page, found), (marked_page, marked_found)) = (read_page("a.md", &text), read_page("a.md", &marked));
        prop_assert_eq!(quizzes(&page), quizzes(&marked_page));
        prop_assert_eq!(places(&text, &found), places(&marked, &marked_found));
        for (heading, moved) in page.headings.iter().zip(&marked_page.headings) {
            prop_assert_eq!(heading.span.start + 3, moved.span.start);
        }
    }
}

/// The same page saved on Windows is the same page: same questions, same revisions, findings at the same lines.
#[test]
fn line_ends_change_nothing() {
    for text in all_texts() {
        let windows = text.replace('\n', "\r\n");
        let ((page, found), (other, other_found)) = (read_page("a.md", &text), read_page("a.md", &windows));
        assert_eq!(quizzes(&page), quizzes(&other), "{text}");
        assert_eq!(places(&text, &found), places(&windows, &other_found), "{text}");
        assert_eq!((page.words, &page.anchors), (other.words, &other.anchors));
    }
}

fn quizzes(page: &Page) -> String {
    page.quizzes.iter().map(|block| format!("{:#?}", block.quiz).replace("\\r\\n", "\\n")).collect()
}

fn places(text: &str, found: &[Diagnostic]) -> Vec<String> {
    let lines = Lines::new(text);
    let place = |finding: &Diagnostic| {
        let at = lines.position(finding.span.start);
        format!("{} {}:{} {}", finding.rule, at.line, at.column, finding.message)
    };
    found.iter().map(place).collect()
}
