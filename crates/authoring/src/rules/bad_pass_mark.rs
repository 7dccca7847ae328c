use super::{Check, Findings, Group, QuizView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::quiz::pass_mark;

pub(super) static RULE: Rule = Rule {
    name: "bad-pass-mark",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "the pass mark is no percentage",
    doc: "\
`pass=80` means that 80 % of the points pass.
Anything but a whole number from 0 to 100 would silently become the default of 80.",
    bad: fixture!("bad-pass-mark/bad.md"),
    good: fixture!("bad-pass-mark/good.md"),
    fixable: false,
    check: Check::Quiz(check),
};

fn check(quiz: &QuizView, out: &mut Findings) {
    let heading = quiz.heading();
    let (Some(value), Some(span)) = (heading.attributes.get("pass"), heading.value_spans.get("pass")) else {
        return;
    };
    // Quotation marks have a rule of their own.
    if pass_mark(value).is_none() && !value.starts_with(['"', '\'']) {
        let message = match value.as_str() {
            "" => "the pass mark is empty".to_owned(),
            value => format!("the pass mark `{value}` is no whole number from 0 to 100"),
        };
        out.add(span.clone(), message, "share of the points, in per cent", "write a whole number: `pass=80`");
    }
}
