//! Invented questions, written for either program.

use std::fmt::Write as _;

use crate::words::{Writer, capital};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Single,
    Multiple,
    Order,
    Match,
    Numeric,
    Text,
}

pub struct Question {
    id: String,
    stem: String,
    answer: Answer,
    hint: Option<String>,
    /// Title and address of the passage that answers it.
    passage: (String, String),
    rationale: String,
}

enum Answer {
    Choices(Vec<Choice>),
    Order(Vec<String>),
    /// The last right side belongs to no left side.
    Match(Vec<(String, String)>),
    Number(u64),
    Text(String),
}

struct Choice {
    is_key: bool,
    text: String,
    feedback: String,
}

impl Question {
    pub fn new(id: String, kind: Kind, passage: (String, String), writer: &mut Writer<'_>) -> Question {
        let [one, two, three, four] = writer.different();
        let (stem, answer) = match kind {
            Kind::Single | Kind::Multiple => {
                let n = writer.chance.between(3, 4) + u64::from(kind == Kind::Multiple);
                let first = writer.chance.below(n);
                let second =
                    if kind == Kind::Multiple { (first + 1 + writer.chance.below(n - 1)) % n } else { first };
                let which = if kind == Kind::Multiple { "Which TWO" } else { "Which" };
                let choices = (0..n).map(|place| choice(place == first || place == second, writer));
                (format!("{which} {one} does the {two} of the {three} {four}?"), Answer::Choices(choices.collect()))
            }
            Kind::Order => {
                let entries =
                    writer.different::<5>().map(|word| capital(&format!("{word} the {one} of the {two}")));
                (format!("Put the steps of the {three} in order."), Answer::Order(entries.into()))
            }
            Kind::Match => {
                let (left, right) = (writer.different::<5>(), writer.different::<5>());
                let row = |(left, right): (&str, &str)| (capital(left), format!("{right} the {one}"));
                let rows = left.into_iter().zip(right).map(row).collect();
                (format!("Which {two} does each {three} {four}?"), Answer::Match(rows))
            }
            Kind::Numeric => {
                let (factor, other) = (writer.chance.between(3, 12), writer.chance.between(13, 40));
                let stem =
                    format!("Each of {factor} {one} takes {other} hours of {two}. How many hours do they take?");
                (stem, Answer::Number(factor * other))
            }
            Kind::Text => {
                (format!("What is the {one} called that {two} each {three}?"), Answer::Text(four.to_owned()))
            }
        };
        let hint = matches!(kind, Kind::Single | Kind::Multiple)
            .then(|| format!("Think of what a {two} does when it is in doubt."));
        Question { id, stem, answer, hint, passage, rationale: writer.sentence() }
    }

    /// In the compendium's syntax, which any Markdown program shows legibly.
    pub fn markdown(&self, attributes: &str, out: &mut String) {
        let class = match self.answer {
            Answer::Choices(_) => "",
            Answer::Order(_) => ".order ",
            Answer::Match(_) => ".match ",
            Answer::Number(_) => ".numeric ",
            Answer::Text(_) => ".text ",
        };
        let _ = write!(out, "### {} {{#{} {class}{attributes}}}\n\n", self.stem, self.id);
        match &self.answer {
            Answer::Choices(choices) => {
                for choice in choices {
                    let mark = if choice.is_key { 'x' } else { ' ' };
                    let _ = write!(out, "- [{mark}] {}\n  > {}\n", choice.text, choice.feedback);
                }
            }
            Answer::Order(entries) => {
                for (place, entry) in entries.iter().enumerate() {
                    let _ = writeln!(out, "{}. {entry}", place + 1);
                }
            }
            Answer::Match(rows) => {
                out.push_str("| One | Other |\n|---|---|\n");
                for (place, (left, right)) in rows.iter().enumerate() {
                    let left = if place + 1 == rows.len() { "" } else { left };
                    let _ = writeln!(out, "| {left} | {right} |");
                }
            }
            Answer::Number(number) => {
                let _ = writeln!(out, "Answer\n: {number} hours");
            }
            Answer::Text(word) => {
                let _ = writeln!(out, "Answer\n: {word}\n: the {word}");
            }
        }
        if let Some(hint) = &self.hint {
            let _ = write!(out, "\n> [!TIP]\n> {hint}\n");
        }
        let (title, target) = &self.passage;
        let _ = write!(out, "\n> [!NOTE]\n> {} See [{title}]({target}).\n\n", self.rationale);
    }

    /// For mdbook-quiz, which knows choices and short answers, and one explanation a question.
    pub fn toml(&self, out: &mut String) {
        let kind = if matches!(self.answer, Answer::Choices(_)) { "MultipleChoice" } else { "ShortAnswer" };
        let _ =
            write!(out, "[[questions]]\nid = {:?}\ntype = \"{kind}\"\nprompt.prompt = {:?}\n", self.id, self.stem);
        match &self.answer {
            Answer::Choices(choices) => {
                let texts = |is_key: bool| -> Vec<&str> {
                    choices
                        .iter()
                        .filter(|choice| choice.is_key == is_key)
                        .map(|choice| choice.text.as_str())
                        .collect()
                };
                let _ = writeln!(out, "prompt.distractors = {:?}", texts(false));
                let _ = match texts(true).as_slice() {
                    [key] => writeln!(out, "answer.answer = {key:?}"),
                    keys => writeln!(out, "answer.answer = {keys:?}"),
                };
            }
            Answer::Text(word) => {
                let _ = write!(out, "answer.answer = {word:?}\nanswer.alternatives = [\"the {word}\"]\n");
            }
            Answer::Order(_) | Answer::Match(_) | Answer::Number(_) => {}
        }
        let _ = write!(out, "context = {:?}\n\n", self.rationale);
    }
}

fn choice(is_key: bool, writer: &mut Writer<'_>) -> Choice {
    let [one, two, three, four] = writer.different();
    Choice {
        is_key,
        text: capital(&format!("{one} the {two} of a {three}, by {four}")),
        feedback: writer.sentence(),
    }
}
