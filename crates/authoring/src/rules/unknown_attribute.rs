use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::attributes::AttributeKind;
use crate::diagnostic::{Fix, Severity};
use crate::names::{ITEM_ATTRIBUTES, one_of, roles, with_article};
use crate::text::nearest;

pub(super) static RULE: Rule = Rule {
    name: "unknown-attribute",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a keyed heading carries an attribute that means nothing",
    doc: "\
`minuts=90` would leave a session without minutes, and `outcomes=` on a question (it is `outcome=`) would leave it out of every statistic.
So each kind of heading knows its attributes, and nothing else passes.",
    bad: fixture!("unknown-attribute/bad.md"),
    good: fixture!("unknown-attribute/good.md"),
    fixable: true,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    let mut known: Vec<Option<(&str, Vec<&str>)>> = Vec::with_capacity(view.page.headings.len());
    for heading in &view.page.headings {
        let mut what = None;
        for role in roles(heading) {
            what.get_or_insert((role.class, Vec::new())).1.extend(role.attributes);
        }
        known.push(what);
    }
    for quiz in view.quizzes {
        for case in &quiz.cases {
            known[case.heading] = Some(("case", Vec::new()));
        }
        for item in &quiz.items {
            known[item.heading] = Some(("question", ITEM_ATTRIBUTES.to_vec()));
        }
    }
    for (place, known) in view.outline.places.iter().zip(known) {
        let Some((what, known)) = known else { continue };
        for piece in
            place.attributes.iter().filter(|piece| piece.kind == AttributeKind::Key && piece.value.is_some())
        {
            let name = piece.name.as_str();
            // Those two have a rule of their own.
            if known.contains(&name) || matches!(name, "id" | "class") {
                continue;
            }
            let meant = nearest(name, known.iter().copied());
            let help = match (meant, known.is_empty()) {
                (Some(meant), _) => format!("write `{meant}=`"),
                (None, true) => "remove it".to_owned(),
                (None, false) => format!("use {}, or remove it", one_of(&known)),
            };
            let message = format!("{} knows no attribute `{name}`", with_article(what));
            let finding = out.add(piece.span.clone(), message, "unknown attribute", help);
            finding.fix = meant.map(|meant| Fix { span: piece.name_span(), replacement: meant.into() });
        }
    }
}
