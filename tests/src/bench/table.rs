//! What was measured, for people as a table and for programs as JSON.

use std::fmt::Write as _;

use serde_json::{Value, json};

#[derive(Default)]
pub struct Report {
    pub rows: Vec<Row>,
    /// How it was measured, where the row alone does not say it.
    pub notes: Vec<String>,
    /// What could not be measured, and why.
    pub failures: Vec<String>,
}

pub struct Row {
    pub what: String,
    pub unit: &'static str,
    pub ours: Figure,
    pub other: Option<Figure>,
    pub goal: Goal,
}

/// The median of some runs.
#[derive(Clone, Debug, Default)]
pub struct Figure {
    pub runs: Vec<f64>,
}

#[derive(Clone, Copy)]
pub enum Goal {
    None,
    /// In the row's unit.
    AtMost(f64),
    /// Times the other's figure.
    Times(f64),
}

impl Figure {
    pub fn one(value: f64) -> Figure {
        Figure { runs: vec![value] }
    }

    pub fn median(&self) -> f64 {
        let mut sorted = self.runs.clone();
        sorted.sort_by(f64::total_cmp);
        match (sorted.len() / 2, sorted.len() % 2) {
            (_, _) if sorted.is_empty() => f64::NAN,
            (middle, 1) => sorted[middle],
            (middle, _) => (sorted[middle - 1] + sorted[middle]) / 2.0,
        }
    }
}

impl Row {
    pub fn ratio(&self) -> Option<f64> {
        let ratio = self.ours.median() / self.other.as_ref()?.median();
        (ratio.is_finite() && ratio > 0.0).then_some(ratio)
    }

    /// None where there is no goal, or nothing to compare with.
    pub fn is_met(&self) -> Option<bool> {
        match self.goal {
            Goal::None => None,
            Goal::AtMost(most) => Some(self.ours.median() <= most),
            Goal::Times(times) => self.ratio().map(|ratio| ratio <= times),
        }
    }

    fn goal(&self) -> String {
        match self.goal {
            Goal::None => String::new(),
            Goal::AtMost(most) => format!("≤ {most} {}", self.unit),
            Goal::Times(times) => format!("≤ {times} ×"),
        }
    }

    fn cells(&self) -> [String; 6] {
        let figure = |figure: &Figure| format!("{} {}", rounded(figure.median()), self.unit);
        [
            self.what.clone(),
            figure(&self.ours),
            self.other.as_ref().map_or("–".to_owned(), figure),
            self.ratio().map_or("–".to_owned(), |ratio| format!("{ratio:.2} ×")),
            self.goal(),
            self.is_met().map_or("", |is_met| if is_met { "met" } else { "not met" }).to_owned(),
        ]
    }
}

impl Report {
    /// A table in Markdown that reads well as it stands.
    pub fn table(&self) -> String {
        let head = ["What", "Ours", "Other", "Ratio", "Goal", ""].map(str::to_owned);
        let cells: Vec<[String; 6]> = self.rows.iter().map(Row::cells).collect();
        let width = |column: usize| {
            std::iter::once(&head).chain(&cells).map(|row| row[column].chars().count()).max().unwrap_or_default()
        };
        let widths = [0, 1, 2, 3, 4, 5].map(width);
        let mut out = line(&head, &widths);
        let rules: Vec<String> = widths
            .iter()
            .enumerate()
            .map(
                |(column, &width)| {
                    if is_number(column) { format!("{}:", "-".repeat(width + 1)) } else { "-".repeat(width + 2) }
                },
            )
            .collect();
        let _ = writeln!(out, "|{}|", rules.join("|"));
        cells.iter().for_each(|row| out.push_str(&line(row, &widths)));
        for note in &self.notes {
            let _ = write!(out, "\n{note}\n");
        }
        for failure in &self.failures {
            let _ = write!(out, "\nNot measured: {failure}\n");
        }
        out
    }

    pub fn json(&self, machine: Value) -> Value {
        let rows: Vec<Value> = self
            .rows
            .iter()
            .map(|row| {
                json!({
                    "what": row.what,
                    "unit": row.unit,
                    "ours": row.ours.median(),
                    "ours_runs": row.ours.runs,
                    "other": row.other.as_ref().map(Figure::median),
                    "other_runs": row.other.as_ref().map(|other| &other.runs),
                    "ratio": row.ratio(),
                    "goal": row.goal(),
                    "met": row.is_met(),
                })
            })
            .collect();
        json!({"machine": machine, "rows": rows, "notes": self.notes, "not_measured": self.failures})
    }
}

fn line(cells: &[String; 6], widths: &[usize; 6]) -> String {
    let padded: Vec<String> = cells
        .iter()
        .zip(widths)
        .enumerate()
        .map(
            |(column, (cell, &width))| {
                if is_number(column) { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
            },
        )
        .collect();
    format!("| {} |\n", padded.join(" | "))
}

/// Columns whose ends stand below each other.
fn is_number(column: usize) -> bool {
    (1..=4).contains(&column)
}

/// Three significant digits.
fn rounded(value: f64) -> String {
    match value.abs() {
        size if size < 1.0 => format!("{value:.3}"),
        size if size < 10.0 => format!("{value:.2}"),
        size if size < 100.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}
