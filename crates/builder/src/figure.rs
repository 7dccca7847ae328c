//! Figures: an SVG file of the author's, put into the page so that it follows the theme and its text can be read,
//! searched and translated.

use std::fmt::Write as _;

use crate::html::escape;

/// Elements a figure may hold: shapes and text, nothing that loads or runs.
const ELEMENTS: [&str; 17] = [
    "svg", "g", "title", "desc", "defs", "marker", "path", "rect", "circle", "ellipse", "line", "polyline",
    "polygon", "text", "tspan", "clipPath", "pattern",
];

/// The `<figure>` for a checked SVG. `caption` may be empty.
pub fn figure(svg: &str, caption: &str, scroll_label: &str) -> Result<String, String> {
    let inline = inline(svg)?;
    let mut html = String::new();
    let _ = write!(
        html,
        "<figure class=\"wide\"><div class=\"scroll\" role=\"group\" aria-label=\"{}\">{inline}</div>",
        escape(scroll_label)
    );
    if !caption.is_empty() {
        // "Figure A-1. The rest": the number in bold.
        let (number, rest) = match caption.split_once(". ") {
            Some((number, rest)) => (format!("<b>{}.</b> ", escape(number)), rest),
            None => (String::new(), caption),
        };
        let _ = write!(html, "<figcaption>{number}{}</figcaption>", escape(rest));
    }
    html.push_str("</figure>");
    Ok(html)
}

/// One line of SVG, or why the file is refused.
fn inline(svg: &str) -> Result<String, String> {
    let document = roxmltree::Document::parse(svg).map_err(|error| format!("is no well-formed SVG: {error}"))?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return Err(format!("has <{}> at its root, not <svg>", root.tag_name().name()));
    }
    for node in root.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        if !ELEMENTS.contains(&name) {
            return Err(format!("holds <{name}>; allowed are {}", ELEMENTS.join(", ")));
        }
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            let lower = value.to_ascii_lowercase();
            let loads = lower.contains("url(") && !lower.contains("url(#") || lower.contains("javascript:");
            if name.starts_with("on") || name == "href" || loads {
                return Err(format!("holds {name}={value:?}: a figure loads and runs nothing"));
            }
        }
    }
    for child in ["title", "desc"] {
        if !root.children().any(|node| node.has_tag_name((root.tag_name().namespace().unwrap_or(""), child))) {
            return Err(format!("has no <{child}>: readers who do not see the picture need one"));
        }
    }
    // From the root element on, and without line ends: an empty line would end the HTML block in Markdown.
    let text = &svg[root.range()];
    Ok(text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\">\n\n\
        <title>t</title><desc>d</desc>\n<text x=\"1\">a</text></svg>\n";

    #[test]
    fn a_figure_is_one_block_of_html() {
        let html = figure(GOOD, "Figure A-1. Steps & ways.", "scrolls").unwrap();
        assert!(!html.contains('\n') && html.contains("<b>Figure A-1.</b> Steps &amp; ways."), "{html}");
        assert!(html.contains("<text x=\"1\">a</text></svg></div>"), "{html}");
    }

    #[test]
    fn what_runs_loads_or_is_mute_is_refused() {
        for (from, to, part) in [
            ("<text x=\"1\">a</text>", "<script>1</script>", "<script>"),
            ("<text x=\"1\">", "<text onclick=\"x()\">", "onclick"),
            ("<text x=\"1\">", "<text fill=\"url(http://a)\">", "url(http://a)"),
            ("<text x=\"1\">a</text>", "<use href=\"x.svg\"/>", "<use>"),
            ("<desc>d</desc>", "", "no <desc>"),
            ("</svg>", "", "well-formed"),
        ] {
            let error = figure(&GOOD.replace(from, to), "", "").unwrap_err();
            assert!(error.contains(part), "{to}: {error}");
        }
        assert!(figure(&GOOD.replace("<text x=\"1\">", "<text fill=\"url(#p)\">"), "", "").is_ok());
    }
}
