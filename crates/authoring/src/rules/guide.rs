//! The page of the authoring guide that says what each rule is for, made from the rules.

use std::fmt::Write;

use super::{Group, RULES, Rule};
use crate::diagnostic::Severity;

/// Markdown of the whole page.
pub fn guide() -> String {
    let mut out = String::from(
        "# What the check finds {#authoring-rules}\n\n\
         This page is made from the rules themselves: each one's reason, a text that it reports, and the same text as it \
         should be.\n\
         `compendium check` reports every finding at once, with file, line and column, and says what to do.\n\
         An error stops the build; a warning means that a learner or a reader would be worse off.\n\
         Where the table says *yes*, `compendium check --fix` mends what is plain.\n",
    );
    for (group, title, text) in [
        (Group::Syntax, "Syntax", "What is written is not what the reader of quizzes and courses expects."),
        (Group::Sense, "Sense", "What is written can be read, and teaches or measures badly."),
        (Group::Graph, "Graph", "Pages, questions, outcomes, terms and sources are not joined as they should be."),
    ] {
        let rules = RULES.iter().filter(|rule| rule.group == group);
        let _ = writeln!(out, "\n## {title} {{#rules-{}}}\n\n{text}\n", title.to_lowercase());
        out.push_str("| Rule | Found when | Weight | Mended |\n|---|---|---|---|\n");
        for rule in rules.clone() {
            let mended = if rule.fixable { "yes" } else { "–" };
            let (name, summary, weight) = (rule.name, rule.summary, weight(rule));
            let _ = writeln!(out, "| [{name}](#rule-{name}) | {summary} | {weight} | {mended} |");
        }
        for rule in rules {
            let _ = writeln!(out, "\n### {} {{#rule-{}}}\n\n{}", rule.name, rule.name, rule.doc);
            let (bad, good) = excerpts(rule.bad, rule.good);
            let _ = writeln!(out, "\nNot so:\n\n{}\nBut so:\n\n{}", fenced(&bad), fenced(&good).trim_end());
        }
    }
    out
}

fn weight(rule: &Rule) -> &'static str {
    match rule.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Lines around a difference that make it understood.
const CONTEXT: usize = 3;

/// Examples that share most of their lines are shown where they differ.
fn excerpts(bad: &str, good: &str) -> (String, String) {
    let (bad, good): (Vec<&str>, Vec<&str>) = (bad.lines().collect(), good.lines().collect());
    let shortest = bad.len().min(good.len());
    let same_before = bad.iter().zip(&good).take_while(|(one, other)| one == other).count();
    let after = bad.iter().rev().zip(good.iter().rev()).take_while(|(one, other)| one == other);
    let same_after = after.count().min(shortest - same_before);
    let cut = |lines: &[&str]| {
        let from = same_before.saturating_sub(CONTEXT);
        let to = (lines.len() - same_after + CONTEXT).min(lines.len());
        let mut shown = lines[from..to].join("\n").trim_matches('\n').to_owned();
        if to < lines.len() {
            shown += "\n…";
        }
        shown
    };
    (cut(&bad), cut(&good))
}

/// A code block whose fence is longer than any inside.
fn fenced(text: &str) -> String {
    let longest = text.split(|found| found != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}markdown\n{}\n{fence}\n", text.trim_end())
}
