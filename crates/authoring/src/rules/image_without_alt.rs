use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "image-without-alt",
    group: Group::Syntax,
    severity: Severity::Warning,
    summary: "an image has no text for those who do not see it",
    doc: "\
Screen readers, print in poor quality and a missing file all fall back on the alternative text.
It says what the picture says, not that it is a picture.",
    bad: fixture!("image-without-alt/bad.md"),
    good: fixture!("image-without-alt/good.md"),
    fixable: false,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    for image in view.page.images.iter().filter(|image| image.alt.is_empty()) {
        let help = "write what the picture says between the square brackets";
        out.add(image.span.clone(), "the image has no alternative text", "this image", help);
    }
}
