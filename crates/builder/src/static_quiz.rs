//! A quiz as it stands in the page before the app starts, without scripts, and on paper:
//! the questions, then the answers apart.

use std::fmt::Write as _;

use base64::Engine as _;
use compendium_core::item::{Item, Kind, Quiz};
use compendium_core::shuffle;
use compendium_formats::page_data;

use crate::html::escape;
use crate::messages::Messages;

/// The mount of one quiz: static questions, answers, and the data for the app.
pub fn mount(quiz: &Quiz, messages: &Messages) -> String {
    let data = base64::engine::general_purpose::STANDARD.encode(page_data::write_quiz(quiz));
    let shown = if quiz.is_deck() {
        deck(quiz, messages)
    } else {
        format!(
            "{}<details class=\"answers\"><summary>{}</summary>{}</details>",
            questions(quiz, messages),
            escape(&messages.text("book-answers")),
            answers(quiz, messages),
        )
    };
    format!(
        "<div class=\"quiz-mount\" data-program=\"quiz\" data-quiz=\"{id}\"><div class=\"quiz-static\">{shown}</div>\
         <script type=\"application/octet-stream\">{data}</script></div>",
        id = escape(&quiz.id),
    )
}

/// Cards that turn over without scripts.
fn deck(quiz: &Quiz, messages: &Messages) -> String {
    let mut html = String::new();
    for (i, item) in quiz.items.iter().enumerate() {
        open(item, i + 1, quiz.items.len(), messages, &mut html);
        let _ = write!(
            html,
            "<details class=\"answers\"><summary>{}</summary>",
            escape(&messages.text("book-card-back"))
        );
        answer(item, messages, &mut html);
        let _ = write!(html, "{}</details></section>", item.rationale.as_deref().unwrap_or_default());
    }
    html
}

/// For plain `mdbook build`, whose search index reads every text of the page: the answers stand in an attribute
/// of a frame, where it does not look.
pub fn plain_mount(quiz: &Quiz, messages: &Messages) -> String {
    let data = base64::engine::general_purpose::STANDARD.encode(page_data::write_quiz(quiz));
    format!(
        "<div class=\"quiz-mount\" data-program=\"quiz\" data-quiz=\"{id}\">\
         <div class=\"quiz-static\">{questions}<details class=\"answers\"><summary>{summary}</summary>\
         <iframe title=\"{summary}\" style=\"width:100%;height:24em;border:0\" sandbox srcdoc=\"{answers}\"></iframe>\
         </details></div><script type=\"application/octet-stream\">{data}</script></div>",
        id = escape(&quiz.id),
        questions = questions(quiz, messages),
        summary = escape(&messages.text("book-answers")),
        answers = escape(&answers(quiz, messages)),
    )
}

/// For the print page: questions alone, which the answers follow at the end of the book.
pub fn questions(quiz: &Quiz, messages: &Messages) -> String {
    let mut html = String::new();
    let mut shown = None;
    for (i, item) in quiz.items.iter().enumerate() {
        if item.situation != shown {
            shown = item.situation;
            if let Some(situation) = shown.and_then(|place| quiz.situations.get(place as usize)) {
                let _ = write!(
                    html,
                    "<section class=\"situation\" id=\"{}\"><h3>{}</h3>{}</section>",
                    escape(&situation.id),
                    situation.title,
                    situation.text
                );
            }
        }
        question(item, i + 1, quiz.items.len(), messages, &mut html);
    }
    html
}

/// The head and the stem.
fn open(item: &Item, number: usize, of: usize, messages: &Messages, html: &mut String) {
    let id = escape(&item.id);
    let place = if item.kind.is_card() { "book-card" } else { "book-question" };
    let _ = write!(
        html,
        "<section class=\"item\" id=\"{id}\" aria-labelledby=\"{id}-stem\"><div class=\"item-head\"><span>{}</span>",
        escape(&messages.count(place, &[("number", number), ("of", of)])),
    );
    if let Some(task) = task(&item.kind) {
        let _ = write!(
            html,
            "<span>{}</span><span>{}</span>",
            escape(&messages.text(task)),
            escape(&messages.count("book-points", &[("points", item.points as usize)])),
        );
    }
    let _ = write!(html, "</div><h3 class=\"stem\" id=\"{id}-stem\">{}</h3>{}", item.stem, item.stem_more);
}

fn question(item: &Item, number: usize, of: usize, messages: &Messages, html: &mut String) {
    open(item, number, of, messages, html);
    let places = |n| shuffle::order(n, shuffle::seed(0, 1, &item.id), true);
    match &item.kind {
        Kind::Single { choices } | Kind::Multiple { choices } => {
            list(
                html,
                "<ol class=\"choices-static\" type=\"A\">",
                choices.iter().map(|choice| choice.text.as_str()),
            );
        }
        Kind::Order { entries } => {
            let shuffled = places(entries.len()).into_iter().map(|place| entries[place as usize].text.as_str());
            list(html, "<ul class=\"choices-static\">", shuffled);
        }
        Kind::Match { left, right, pairs, distractors } => {
            let mut rights: Vec<&str> = pairs.iter().map(|pair| pair.right.as_str()).collect();
            rights.extend(distractors.iter().map(String::as_str));
            rights.dedup();
            let _ = write!(html, "<p><b>{left}</b></p>");
            list(html, "<ol class=\"choices-static\">", pairs.iter().map(|pair| pair.left.as_str()));
            let _ = write!(html, "<p><b>{right}</b></p>");
            let shuffled = places(rights.len()).into_iter().map(|place| rights[place as usize]);
            list(html, "<ol class=\"choices-static\" type=\"A\">", shuffled);
        }
        Kind::Numeric { unit, .. } => {
            let _ = write!(html, "<p class=\"line\">____________ {}</p>", escape(unit));
        }
        Kind::Text { .. } => html.push_str("<p class=\"line\">________________________</p>"),
        Kind::Essay { rubric } => {
            list(html, "<ul class=\"choices-static\">", rubric.iter().map(|line| line.name.as_str()));
        }
        Kind::Card { .. } => {}
    }
    if let Some(hint) = &item.hint {
        let _ = write!(
            html,
            "<details class=\"hint\"><summary>{}</summary>{hint}</details>",
            escape(&messages.text("book-hint"))
        );
    }
    html.push_str("</section>");
}

/// Keys, feedback and rationales.
pub fn answers(quiz: &Quiz, messages: &Messages) -> String {
    let mut html = String::from("<ol class=\"answer-list\">");
    for item in &quiz.items {
        html.push_str("<li>");
        answer(item, messages, &mut html);
        if let Some(rationale) = &item.rationale {
            html.push_str(rationale);
        }
        html.push_str("</li>");
    }
    html.push_str("</ol>");
    html
}

fn answer(item: &Item, messages: &Messages, html: &mut String) {
    let feedback = |text: &Option<String>| text.clone().unwrap_or_default();
    match &item.kind {
        Kind::Single { choices } | Kind::Multiple { choices } => {
            html.push_str("<ol type=\"A\">");
            for choice in choices {
                let word = messages.text(if choice.key { "book-right" } else { "book-wrong" });
                let _ = write!(
                    html,
                    "<li>{} <b>({})</b>{}</li>",
                    choice.text,
                    escape(&word),
                    feedback(&choice.feedback)
                );
            }
            html.push_str("</ol>");
        }
        Kind::Order { entries } => {
            html.push_str("<ol>");
            for entry in entries {
                let _ = write!(html, "<li>{}{}</li>", entry.text, feedback(&entry.feedback));
            }
            html.push_str("</ol>");
        }
        Kind::Match { pairs, .. } => {
            html.push_str("<ul>");
            for pair in pairs {
                let _ = write!(html, "<li>{} – {}</li>", pair.left, pair.right);
            }
            html.push_str("</ul>");
        }
        Kind::Numeric { answer, tolerance, unit, feedback: text } => {
            let range = if tolerance.millionths == 0 { String::new() } else { format!(" ± {tolerance}") };
            let _ = write!(html, "<p>{answer}{range} {}</p>{}", escape(unit), feedback(text));
        }
        Kind::Text { accepted, feedback: text } => {
            let _ = write!(html, "<p>{}</p>{}", escape(&accepted.join(" / ")), feedback(text));
        }
        Kind::Essay { rubric } => {
            html.push_str("<ul>");
            for line in rubric {
                let points = messages.count("book-points", &[("points", line.points as usize)]);
                let _ = write!(html, "<li>{} ({}): {}</li>", line.name, escape(&points), line.earns);
            }
            html.push_str("</ul>");
        }
        Kind::Card { back } => html.push_str(back),
    }
}

/// What is to be done, unless the stem says it all.
fn task(kind: &Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Single { .. } => "book-task-single",
        Kind::Multiple { .. } => "book-task-multiple",
        Kind::Order { .. } => "book-task-order",
        Kind::Match { .. } => "book-task-match",
        Kind::Numeric { .. } => "book-task-numeric",
        Kind::Text { .. } => "book-task-text",
        Kind::Essay { .. } => "book-task-essay",
        Kind::Card { .. } => return None,
    })
}

fn list<'a>(html: &mut String, open: &str, entries: impl Iterator<Item = &'a str>) {
    html.push_str(open);
    for entry in entries {
        let _ = write!(html, "<li>{entry}</li>");
    }
    html.push_str(if open.starts_with("<ol") { "</ol>" } else { "</ul>" });
}
