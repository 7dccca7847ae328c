use std::collections::{HashMap, HashSet};

use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::{Fix, Severity};
use crate::names::roles;
use crate::words::fold;

pub(super) static RULE: Rule = Rule {
    name: "missing-id",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a quiz, a question or another keyed heading has no id",
    doc: "\
Progress, results, exports and links know a question, an outcome, a session, a term or a source by its id and by nothing else.
Without one, changing a word of the heading would lose every answer given so far.",
    bad: fixture!("missing-id/bad.md"),
    good: fixture!("missing-id/good.md"),
    fixable: true,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    let mut ids: Option<Ids> = None;
    let mut lack = |heading: usize, what: &str, prefix: &str, out: &mut Findings| {
        let heading = view.heading(heading);
        // An id that the parser could not read has a rule of its own.
        if heading.id.is_some() || view.source(&heading.text).contains("{#") {
            return;
        }
        let ids = ids.get_or_insert_with(|| Ids::of(view));
        let id = ids.unique_slug(prefix, &heading.title);
        let finding = out.add(
            heading.text.clone(),
            format!("the {what} has no id"),
            format!("this {what}"),
            format!("add `#{id}` or another id, and never change it again"),
        );
        finding.fix = Some(match &heading.attribute_span {
            Some(block) => Fix { span: block.start + 1..block.start + 1, replacement: format!("#{id} ") },
            None => {
                // Closing `##` stand before the attributes; a line below the title stands behind them.
                let is_underlined = !view.source(&heading.span).starts_with('#');
                let at = if is_underlined { heading.text.end } else { heading.span.end };
                Fix { span: at..at, replacement: format!(" {{#{id}}}") }
            }
        });
    };
    for (heading, own) in view.page.headings.iter().enumerate() {
        if let Some(role) = roles(own).find(|role| role.needs_id) {
            let prefix = if role.class == "term" { "term" } else { "" };
            lack(heading, role.class, prefix, out);
        }
    }
    for quiz in view.quizzes {
        let quiz_id = view.heading(quiz.heading).id.as_deref().unwrap_or_default();
        let prefix = quiz_id.trim_end_matches("-check").trim_end_matches("-quiz");
        for case in &quiz.cases {
            lack(case.heading, "case", prefix, out);
        }
        for item in &quiz.items {
            lack(item.heading, "question", prefix, out);
        }
    }
}

/// The ids of the page, those proposed included.
struct Ids {
    used: HashSet<String>,
    /// How often each slug was asked for.
    counts: HashMap<String, u32>,
}

impl Ids {
    fn of(view: &PageView) -> Ids {
        let used = view.page.headings.iter().filter_map(|heading| heading.id.clone()).collect();
        Ids { used, counts: HashMap::new() }
    }

    /// An id from the first words of a title, not yet on this page.
    fn unique_slug(&mut self, prefix: &str, title: &str) -> String {
        let words = slug_words(title);
        let mut slug: Vec<&str> = words.iter().map(String::as_str).take(5).collect();
        if !prefix.is_empty() {
            slug.insert(0, prefix);
        }
        if words.is_empty() {
            slug.push("question");
        }
        let slug = slug.join("-");
        loop {
            let count = self.counts.entry(slug.clone()).or_default();
            *count += 1;
            let id = if *count == 1 { slug.clone() } else { format!("{slug}-{count}") };
            if self.used.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// Words in the letters that an id may have: accents fall away, other scripts do too.
fn slug_words(title: &str) -> Vec<String> {
    let plain = fold(title);
    let words = plain.split(' ').map(|word| word.chars().filter_map(ascii_letter).collect::<String>());
    words.filter(|word| !word.is_empty()).collect()
}

fn ascii_letter(letter: char) -> Option<char> {
    Some(match letter {
        'a'..='z' | '0'..='9' => letter,
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        _ => return None,
    })
}
