use std::fmt::Write as _;

use compendium_authoring::diagnostic::Severity;
use compendium_authoring::rules::RULES;

use crate::exit;

pub fn run() -> anyhow::Result<u8> {
    print!("{}", page());
    Ok(exit::DONE)
}

/// The page of the authoring guide that lists the rules, made from the rules themselves.
fn page() -> String {
    let mut page = String::from(
        "# What the check finds {#authoring-rules}\n\n\
         This page is made from the rules themselves: each one's reason, a text that it reports, and the same text mended.\n\
         An error stops the build; a warning does not.\n",
    );
    for rule in RULES {
        let severity = match rule.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let fixable = if rule.fixable { "; `--fix` mends it" } else { "" };
        let _ = write!(
            page,
            "\n## `{}` {{#rule-{}}}\n\n{} ({severity}{fixable}).\n\n{}\n\nReported:\n\n{}\nMended:\n\n{}",
            rule.name,
            rule.name,
            rule.summary.trim_end_matches('.'),
            rule.doc.trim(),
            fenced(rule.bad),
            fenced(rule.good)
        );
    }
    page
}

/// A fence longer than any inside.
fn fenced(text: &str) -> String {
    let longest = text.lines().map(|line| line.chars().take_while(|&c| c == '`').count()).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}markdown\n{}\n{fence}\n", text.trim_end())
}

#[cfg(test)]
mod tests {
    /// `UPDATE_EXPECT=1` renews the page.
    #[test]
    fn the_authoring_guide_holds_the_rules_as_they_are() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../book/src/authoring/rules.md");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(path, super::page()).unwrap();
        }
        let found = std::fs::read_to_string(path).unwrap();
        assert!(found == super::page(), "renew it: UPDATE_EXPECT=1 cargo test -p compendium-cli rules");
    }
}
