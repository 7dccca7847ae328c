use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "bad-id",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "an id has other characters than lower-case letters, digits and hyphens",
    doc:
        "\
Ids travel through addresses, files, spreadsheets and other programs.
Lower-case letters `a`–`z`, digits and hyphens survive all of them; capitals, accents, dots and underscores do not.",
    bad: fixture!("bad-id/bad.md"),
    good: fixture!("bad-id/good.md"),
    fixable: false,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    for heading in &view.page.headings {
        let (Some(id), Some(span)) = (&heading.id, &heading.id_span) else { continue };
        let fits = |found: char| found.is_ascii_lowercase() || found.is_ascii_digit() || found == '-';
        if let Some(wrong) = id.chars().find(|&found| !fits(found)) {
            out.add(
                span.clone(),
                format!("the id `{id}` has the character `{wrong}`"),
                "not an id",
                "use lower-case letters a–z, digits and hyphens only",
            );
        } else if id.starts_with('-') || id.ends_with('-') {
            out.add(
                span.clone(),
                format!("the id `{id}` starts or ends with a hyphen"),
                "not an id",
                "remove the hyphen at its end",
            );
        }
    }
}
