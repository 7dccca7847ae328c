use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::{Place, Severity};

pub(super) static RULE: Rule = Rule {
    name: "page-title",
    group: Group::Syntax,
    severity: Severity::Warning,
    summary: "a page does not start with one title",
    doc: "\
The first heading is the title: it stands in the browser's tab, in the list of search results and in *My progress*.
A second heading of the first level would make two pages of one.",
    bad: fixture!("page-title/bad.md"),
    good: fixture!("page-title/good.md"),
    fixable: false,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    if view.page.path == "SUMMARY.md" {
        return;
    }
    let mut own = (0..view.page.headings.len()).filter(|&heading| !view.outline.places[heading].is_nested);
    let Some(first) = own.next().map(|heading| view.heading(heading)) else {
        out.add(0..0, "the page has no title", "no heading here", "write `# Title {#page-id}` as the first line");
        return;
    };
    if first.level != 1 {
        out.add(
            first.span.clone(),
            "the page does not start with its title",
            "the first heading is not of the first level",
            "write `# Title {#page-id}` above it",
        );
    }
    let others = own.map(|heading| view.heading(heading)).filter(|other| other.level == 1 && first.level == 1);
    for other in others {
        let finding = out.add(
            other.span.clone(),
            "the page has a second title",
            "a heading of the first level again",
            "put one more `#` before it",
        );
        finding.also =
            Some(Place { path: view.page.path.clone(), span: first.span.clone(), label: "the title".into() });
    }
}
