use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::diagnostic::{Fix, Severity};
use crate::page::Page;

pub(super) static RULE: Rule = Rule {
    name: "discouraged-word",
    group: Group::Graph,
    severity: Severity::Warning,
    summary: "a word for which the glossary has another",
    doc: "\
One thing has one term: a reader who meets a second word looks for a second thing, and translators find two.
An entry of the glossary lists the words that it stands for: `### Originator control {#term-orcon .term not=owner-control|third-agency-rule}`, with a hyphen for a space.
Quotations, links, headings and the glossary itself are left alone.",
    bad: fixture!("discouraged-word/bad/page.md"),
    good: fixture!("discouraged-word/good/page.md"),
    fixable: true,
    check: Check::Book(check),
};

struct Word<'b> {
    /// In lower case.
    discouraged: &'b str,
    instead: &'b str,
}

fn check(book: &BookView, out: &mut Findings) {
    let terms = || book.pages.iter().flat_map(|page| &page.terms);
    let words: Vec<Word> = terms()
        .flat_map(|term| term.discouraged.iter().map(|word| Word { discouraged: word, instead: &term.title }))
        .collect();
    if words.is_empty() {
        return;
    }
    for page in book.pages.iter().filter(|page| page.terms.is_empty()) {
        check_page(page, &words, out);
    }
}

fn check_page(page: &Page, words: &[Word], out: &mut Findings) {
    for span in &page.prose {
        let text = &page.text[span.clone()];
        let lower = text.to_lowercase();
        // Where case changes the length of a letter, places in one are not those in the other.
        if lower.len() != text.len() {
            continue;
        }
        for word in words {
            for (at, _) in lower.match_indices(word.discouraged) {
                let end = at + word.discouraged.len();
                if lower[..at].ends_with(char::is_alphanumeric) || lower[end..].starts_with(char::is_alphanumeric) {
                    continue;
                }
                let place = span.start + at..span.start + end;
                let finding = out.add_at(
                    &page.path,
                    place.clone(),
                    format!("the glossary has another word for \u{201c}{}\u{201d}", &text[at..end]),
                    "a second word for one thing",
                    format!("write \u{201c}{}\u{201d}", word.instead),
                );
                let is_plain = text[at..end].chars().all(|letter| letter.is_lowercase() || letter == ' ');
                finding.fix = is_plain.then(|| Fix { span: place, replacement: word.instead.to_lowercase() });
            }
        }
    }
}
