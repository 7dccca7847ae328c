use pulldown_cmark::Event;

use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::attributes::{Attribute, AttributeKind};
use crate::diagnostic::{Fix, Severity};
use crate::names::{ITEM_CLASSES, LOOKS, ROLES};
use crate::page::Heading;

pub(super) static RULE: Rule = Rule {
    name: "broken-attributes",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "the braces behind a heading are not read as its attributes",
    doc: "\
`{#id .class key=value}` must be the last thing of the heading, and closed.
Otherwise it is printed as text, and the heading has neither id nor class: a quiz would silently be no quiz.",
    bad: fixture!("broken-attributes/bad.md"),
    good: fixture!("broken-attributes/good.md"),
    fixable: true,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    for (heading, place) in view.page.headings.iter().zip(&view.outline.places) {
        unread_braces(view, heading, place.token, out);
        for piece in &place.attributes {
            check_piece(piece, out);
        }
        let mut ids = place.attributes.iter().filter(|piece| piece.kind == AttributeKind::Id);
        if let (Some(_), Some(second)) = (ids.next(), ids.next()) {
            out.add(second.span.clone(), "the heading has two ids", "the second id", "keep one of them");
        }
    }
}

/// An opening `{#` or `{.` that stayed text.
fn unread_braces(view: &PageView, heading: &Heading, token: usize, out: &mut Findings) {
    for inner in view.doc.whole(token) {
        let Event::Text(text) = &inner.event else { continue };
        if !text.contains('{') {
            continue;
        }
        let Some(at) = text.find("{#").or_else(|| text.find("{.")) else { continue };
        let start = inner.span.start + at;
        let is_escaped = view.doc.text[..inner.span.start].ends_with('\\') && at == 0;
        if is_escaped || view.doc.text.get(start..start + 1) != Some("{") {
            continue;
        }
        let end = heading.text.end.max(start + 1);
        let rest = &view.doc.text[start..end];
        let (message, help) = match rest.contains('}') {
            false => ("the attributes of the heading are not closed", "add `}` at its end"),
            true => ("the attributes do not stand at the end of the heading", "move them to the end of the line"),
        };
        let finding = out.add(start..end, message, "printed as text", help);
        // With another brace or a sign of HTML behind it, closing it would not make it attributes.
        if heading.attribute_span.is_none()
            && !rest.contains(['}', '<', '>', '\\', '\n'])
            && !rest[1..].contains('{')
        {
            finding.fix = Some(Fix { span: end..end, replacement: "}".into() });
        }
        return;
    }
}

fn check_piece(piece: &Attribute, out: &mut Findings) {
    let is_name = |name: &str| {
        !name.is_empty() && name.chars().all(|found| found.is_alphanumeric() || matches!(found, '-' | '_' | ':'))
    };
    let name = piece.name.as_str();
    let (message, help, replacement) = match (piece.kind, &piece.value) {
        (AttributeKind::Id, _) if name.is_empty() => {
            ("an id is empty".into(), "write the id behind `#`".into(), None)
        }
        (AttributeKind::Class, _) if name.is_empty() => {
            ("a class is empty".into(), "write the class behind `.`".into(), None)
        }
        (AttributeKind::Key, Some(value)) if name == "id" => {
            ("the id is written as a key".into(), format!("write `#{value}`"), Some(format!("#{value}")))
        }
        (AttributeKind::Key, Some(value)) if name == "class" => {
            ("the class is written as a key".into(), format!("write `.{value}`"), Some(format!(".{value}")))
        }
        (AttributeKind::Key, None) if is_class(name) => {
            (format!("the class `{name}` has no dot"), format!("write `.{name}`"), Some(format!(".{name}")))
        }
        (AttributeKind::Key, value) if value.is_none() || !is_name(name) => {
            let message = format!("`{name}` is neither `#id` nor `.class` nor `key=value`");
            (message, "remove it, or join the words of a value with hyphens".into(), None)
        }
        _ => return,
    };
    let finding = out.add(piece.span.clone(), message, "part of the heading's attributes", help);
    finding.fix = replacement.map(|replacement| Fix { span: piece.span.clone(), replacement });
}

fn is_class(name: &str) -> bool {
    ITEM_CLASSES.contains(&name) || LOOKS.contains(&name) || ROLES.iter().any(|role| role.class == name)
}
