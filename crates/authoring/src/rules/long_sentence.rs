use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::words::{Word, words};
use pulldown_cmark::{Event, Tag};

pub(super) static RULE: Rule = Rule {
    name: "long-sentence",
    group: Group::Sense,
    severity: Severity::Warning,
    summary: "a sentence has more than 35 words",
    doc: "\
Most readers of a handbook read in their second or third language, and every text will be translated.
A long sentence is read twice, and its condition is lost.
A colon, a semicolon or a middle dot ends a sentence here; lists and tables are counted entry by entry.",
    bad: fixture!("long-sentence/bad.md"),
    good: fixture!("long-sentence/good.md"),
    fixable: false,
    check: Check::Page(check),
};

const LONGEST: usize = 35;

fn check(view: &PageView, out: &mut Findings) {
    let doc = view.doc;
    // Blocks that hold running text; a footnote names documents, whose titles are as long as they are.
    let mut notes_end = 0;
    for (place, token) in doc.tokens.iter().enumerate() {
        match &token.event {
            Event::Start(Tag::FootnoteDefinition(_)) => notes_end = notes_end.max(token.close),
            Event::Start(Tag::Paragraph) if place >= notes_end => {
                let found = words(doc, place..token.close);
                for sentence in found.chunk_by(|word, next| !next.is_first && !is_parted(doc.text, word, next)) {
                    report(doc.text, sentence, out);
                }
            }
            _ => {}
        }
    }
}

fn is_parted(text: &str, word: &Word, next: &Word) -> bool {
    text[word.span.end..next.span.start].contains([';', '…', '·'])
}

fn report(text: &str, sentence: &[Word], out: &mut Findings) {
    // A word with an apostrophe or a hyphen was cut in two.
    let is_joined = |pair: &&[Word]| !text[pair[0].span.end..pair[1].span.start].contains(char::is_whitespace);
    let n = sentence.len() - sentence.windows(2).filter(is_joined).count();
    if let ([first, ..], [.., last]) = (sentence, sentence)
        && n > LONGEST
    {
        out.add(
            first.span.start..last.span.end,
            format!("this sentence has {n} words"),
            "too long to read once",
            "make two sentences of it, or a list",
        );
    }
}
