use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::template::{braces, document_tokens, is_name};

pub(super) static RULE: Rule = Rule {
    name: "broken-variable",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "braces in a document are no variable, or a variable has no proper name",
    doc: "\
A variable is written `{{ group.name }}`: two braces on each side, one dot, small letters, digits and low lines.
Anything else in braces would stand in the signed document as it is.",
    bad: fixture!("broken-variable/bad.md"),
    good: fixture!("broken-variable/good.md"),
    fixable: false,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    if let Some(template) = &view.page.template {
        let found = braces(view.doc, document_tokens(view.outline, template.heading));
        for piece in found.into_iter().filter(|piece| piece.name.is_none()) {
            let source = view.source(&piece.span);
            let message = format!("`{source}` is no variable");
            let name = source.trim_matches(['{', '}', ' ']).to_lowercase();
            let help = match is_name(&name) {
                true => format!("write `{{{{ {name} }}}}`"),
                false => "write `{{ group.name }}`, or remove the braces".to_owned(),
            };
            out.add(piece.span, message, "printed as it is", help);
        }
    }
    for variable in view.page.variables.iter().filter(|variable| !is_name(&variable.name)) {
        let message = format!("`{}` is no name of a variable", variable.name);
        out.add(
            variable.span.clone(),
            message,
            "listed here",
            "write `group.name`, in small letters, with one dot",
        );
    }
}
