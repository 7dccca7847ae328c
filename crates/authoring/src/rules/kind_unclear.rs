use super::{Check, Findings, Group, ItemView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::draft::{Form, LookalikeKind};

pub(super) static RULE: Rule = Rule {
    name: "kind-unclear",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "a question has no answer of its kind",
    doc: "\
A task list makes a choice question by itself.
Every other kind needs its class, because a table or a list may as well be part of the stem: `.order` and an ordered list, `.match` and a table of two columns, `.numeric` or `.text` and a definition list, `.essay` and a rubric table.",
    bad: fixture!("kind-unclear/bad.md"),
    good: fixture!("kind-unclear/good.md"),
    fixable: false,
    check: Check::Item(check),
};

fn check(item: &ItemView, out: &mut Findings) {
    if !item.draft.answers.is_empty() || item.draft.form == Form::Card {
        return;
    }
    let wanted = match item.draft.form {
        Form::Unknown | Form::Card => "",
        Form::Choices { .. } => "a choice question needs a task list: `- [ ]` and `- [x]`",
        Form::Order => "an `.order` question needs an ordered list",
        Form::Match => "a `.match` question needs a table of two columns",
        Form::Numeric => "a `.numeric` question needs a definition list: `Answer` and `: 9`",
        Form::Text => "a `.text` question needs a definition list: `Answer` and `: the answer`",
        Form::Essay => "an `.essay` question needs a rubric table of three columns",
    };
    let found = item.draft.lookalike.as_ref();
    let span = found.map_or_else(|| item.heading().text.clone(), |found| found.span.clone());
    let (label, help) = match found.map(|found| found.what) {
        None => ("no list, table or definition list follows", "add the choices: `- [ ]` and `- [x]`"),
        Some(LookalikeKind::TaskList) => ("a task list", "remove the class of the heading, or the boxes"),
        Some(LookalikeKind::PlainList) => {
            ("a list without boxes", "write `- [ ]` before each choice, `- [x]` before the key")
        }
        Some(LookalikeKind::OrderedList) => ("an ordered list", "add the class `.order` to the heading"),
        Some(LookalikeKind::Table { columns: 3 }) => {
            ("a table of three columns", "add the class `.essay` to the heading")
        }
        Some(LookalikeKind::Table { .. }) => ("a table", "add the class `.match` to the heading"),
        Some(LookalikeKind::DefinitionList) => {
            ("a definition list", "add the class `.numeric` or `.text` to the heading")
        }
    };
    match wanted {
        "" => out.add(span, "the question has no answer", label, help),
        wanted => out.add(span, wanted, label, "write the answer in that form, or change the class"),
    };
}
