use super::{Check, Findings, Group, PageView, Rule, fixture};
use crate::diagnostic::Severity;
use crate::html::{image_target, is_relative};

pub(super) static RULE: Rule = Rule {
    name: "unsafe-image",
    group: Group::Syntax,
    severity: Severity::Error,
    summary: "an image is not a file of the book",
    doc: "\
The book is read without a network, and a page that loads a picture from elsewhere tells that place who reads what.
Images are files of the book: `.svg`, `.png` or `.jpg`, addressed relative to the page.",
    bad: fixture!("unsafe-image/bad.md"),
    good: fixture!("unsafe-image/good.md"),
    fixable: false,
    check: Check::Page(check),
};

fn check(view: &PageView, out: &mut Findings) {
    for image in view.page.images.iter().filter(|image| image_target(&image.target).is_none()) {
        let (message, help) = match is_relative(&image.target) {
            true => ("the image is of a format that is not shown", "use an `.svg`, `.png` or `.jpg` file"),
            false => {
                ("the image does not lie in the book", "copy the file beside the page and use its relative path")
            }
        };
        out.add(image.span.clone(), message, "not loaded", help);
    }
}
