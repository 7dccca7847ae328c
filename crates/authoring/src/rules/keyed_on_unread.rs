use super::{BookView, Check, Findings, Group, Rule, fixture};
use crate::book::Target;
use crate::diagnostic::Severity;
use crate::page::SourceStatus;

pub(super) static RULE: Rule = Rule {
    name: "keyed-on-unread",
    group: Group::Graph,
    severity: Severity::Error,
    summary: "a question rests on a source that nobody has read",
    doc: "\
A fact that is still to be checked may stand in the text, with its mark.
A question makes people lose points by it.
So no part of a question links to a source with `status=to-check`.",
    bad: fixture!("keyed-on-unread/bad.md"),
    good: fixture!("keyed-on-unread/good.md"),
    fixable: false,
    check: Check::Book(check),
};

fn check(book: &BookView, out: &mut Findings) {
    for (place, item, spans) in book.items() {
        for target in book.targets_within(place, &spans.section) {
            let Target::Page { page, anchor: Some(anchor) } = target else { continue };
            let source = book.pages[*page].sources.iter().find(|source| source.id == *anchor);
            if source.is_some_and(|source| source.status == SourceStatus::ToCheck) {
                let page = &book.pages[place];
                out.add_at(
                    &page.path,
                    page.headings[spans.heading].text.clone(),
                    format!("the question `{}` rests on `{anchor}`, which is still to be checked", item.id),
                    "not known well enough",
                    "ask for something else, or read the source and say so in its entry",
                );
            }
        }
    }
}
