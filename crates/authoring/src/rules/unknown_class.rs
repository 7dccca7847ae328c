use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::attributes::AttributeKind;
use crate::diagnostic::{Fix, Severity};
use crate::names::{ITEM_CLASSES, LOOKS, QUIZ_CLASSES, ROLES, one_of};
use crate::text::nearest;

pub(super) static RULE: Rule = Rule {
    name: "unknown-class",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a quiz or question carries a class that means nothing",
    doc:
        "\
Classes say what a quiz or a question is.
A misspelt one would be dropped without a word, and a matching question would become a question without an answer.
Headings outside quizzes may carry classes of the theme; there, only what looks like a slip of the pen is reported.",
    bad: fixture!("unknown-class/bad.md"),
    good: fixture!("unknown-class/good.md"),
    fixable: true,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    let mut is_strict = vec![None; view.page.headings.len()];
    for quiz in view.quizzes {
        is_strict[quiz.heading] = Some(("quiz", QUIZ_CLASSES));
        for case in &quiz.cases {
            is_strict[case.heading] = Some(("case", ITEM_CLASSES));
        }
        for item in &quiz.items {
            is_strict[item.heading] = Some(("question", ITEM_CLASSES));
        }
    }
    let roles: Vec<&str> = ROLES.iter().map(|role| role.class).chain(LOOKS.iter().copied()).collect();
    for (heading, strict) in view.outline.places.iter().zip(is_strict) {
        let classes = heading.attributes.iter().filter(|piece| piece.kind == AttributeKind::Class);
        for class in classes.filter(|class| !class.name.is_empty()) {
            let name = class.name.as_str();
            let (message, meant, known) = match strict {
                Some((_, known)) if known.contains(&name) => continue,
                Some((what, known)) => {
                    (format!("a {what} knows no class `.{name}`"), nearest(name, known.iter().copied()), known)
                }
                None if roles.contains(&name) => continue,
                None => match nearest(name, roles.iter().copied()).filter(|meant| is_slip(name, meant)) {
                    Some(meant) => (format!("there is no class `.{name}`"), Some(meant), LOOKS),
                    None => continue,
                },
            };
            let help = match meant {
                Some(meant) => format!("write `.{meant}`"),
                None => format!("use {}, or remove it", one_of(known)),
            };
            let finding = out.add(class.span.clone(), message, "unknown class", help);
            finding.fix = meant.map(|meant| Fix { span: class.name_span(), replacement: meant.into() });
        }
    }
}

/// Outside quizzes a class may be the theme's own: only one wrong letter is a slip, and a plural is none.
fn is_slip(name: &str, meant: &str) -> bool {
    let is_plural = name.strip_suffix('s') == Some(meant) || meant.strip_suffix('s') == Some(name);
    name.len() > 3 && name.len().abs_diff(meant.len()) <= 1 && !is_plural
}
