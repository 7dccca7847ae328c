//! The only place where findings and errors are put into words on a terminal.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::IsTerminal as _;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use anyhow::Error;
use clap::ValueEnum;
use compendium_authoring::diagnostic::{Diagnostic, Severity};
use compendium_authoring::lines::Lines;

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With the lines concerned and the remedy
    Human,
    /// One line a finding
    Short,
    /// An array of objects
    Json,
}

/// Longer lines are not shown: the place is named instead.
const LONGEST_LINE: usize = 500;

/// Texts by path, and where they stand on disk.
pub struct Texts<'a> {
    pub prefix: String,
    pub texts: &'a BTreeMap<String, String>,
}

pub fn error(error: &Error) {
    let text = format!("{error:#}");
    let (message, help) = text.split_once("\nhelp: ").unwrap_or((&text, ""));
    eprintln!("error: {message}");
    if !help.is_empty() {
        eprintln!("help: {help}");
    }
}

pub fn findings(found: &[Diagnostic], texts: &Texts<'_>, format: Format) -> String {
    match format {
        Format::Human => human(found, texts),
        Format::Short => found.iter().map(|finding| short(finding, texts)).collect(),
        Format::Json => json(found, texts),
    }
}

/// "3 errors and 1 warning in 2 files".
pub fn summary(found: &[Diagnostic], n_files: usize) -> String {
    let errors = found.iter().filter(|finding| finding.severity == Severity::Error).count();
    let warnings = found.len() - errors;
    let files: std::collections::BTreeSet<&str> = found.iter().map(|finding| finding.path.as_str()).collect();
    if found.is_empty() {
        return format!("nothing to mend in {}", counted(n_files, "file"));
    }
    format!(
        "{} and {} in {} of {}",
        counted(errors, "error"),
        counted(warnings, "warning"),
        files.len(),
        counted(n_files, "file")
    )
}

pub fn counted(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

fn human(found: &[Diagnostic], texts: &Texts<'_>) -> String {
    let renderer = if std::io::stdout().is_terminal() { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for finding in found {
        let text = texts.texts.get(&finding.path).map_or("", String::as_str);
        let path = texts.path(&finding.path);
        if longest_line(text, &finding.span) > LONGEST_LINE {
            out.push_str(&short(finding, texts));
            let _ = writeln!(out, "  = help: {}\n", finding.help);
            continue;
        }
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let primary = Snippet::source(text)
            .path(&path)
            .annotation(AnnotationKind::Primary.span(finding.span.clone()).label(&finding.label));
        let also_path = finding.also.as_ref().map(|also| texts.path(&also.path));
        let mut group = Group::with_title(level.primary_title(&finding.message).id(finding.rule)).element(primary);
        if let (Some(also), Some(also_path)) = (&finding.also, &also_path) {
            let other = texts.texts.get(&also.path).map_or("", String::as_str);
            if longest_line(other, &also.span) <= LONGEST_LINE {
                group = group.element(
                    Snippet::source(other)
                        .path(also_path)
                        .annotation(AnnotationKind::Context.span(also.span.clone()).label(&also.label)),
                );
            }
        }
        let group = group.element(Level::HELP.message(&finding.help));
        let _ = writeln!(out, "{}\n", renderer.render(&[group]));
    }
    out
}

/// Length of the longest line that a span touches.
fn longest_line(text: &str, span: &std::ops::Range<usize>) -> usize {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end..].find('\n').map_or(text.len(), |at| span.end + at);
    text[start..end].lines().map(str::len).max().unwrap_or(0)
}

fn short(finding: &Diagnostic, texts: &Texts<'_>) -> String {
    let (line, column) = texts.place(&finding.path, finding.span.start);
    format!(
        "{}:{line}:{column}: {}[{}]: {}\n",
        texts.path(&finding.path),
        severity(finding),
        finding.rule,
        finding.message
    )
}

fn json(found: &[Diagnostic], texts: &Texts<'_>) -> String {
    let values: Vec<serde_json::Value> = found
        .iter()
        .map(|finding| {
            let (line, column) = texts.place(&finding.path, finding.span.start);
            let (end_line, end_column) = texts.place(&finding.path, finding.span.end);
            serde_json::json!({
                "rule": finding.rule,
                "severity": severity(finding),
                "path": texts.path(&finding.path),
                "line": line, "column": column, "end_line": end_line, "end_column": end_column,
                "start": finding.span.start, "end": finding.span.end,
                "message": finding.message,
                "label": finding.label,
                "help": finding.help,
                "fixable": finding.fix.is_some(),
            })
        })
        .collect();
    serde_json::to_string_pretty(&values).unwrap_or_default() + "\n"
}

fn severity(finding: &Diagnostic) -> &'static str {
    match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

impl Texts<'_> {
    fn path(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }

    fn place(&self, path: &str, at: usize) -> (usize, usize) {
        self.texts.get(path).map_or((1, 1), |text| {
            let position = Lines::new(text).position(at);
            (position.line, position.column)
        })
    }
}
