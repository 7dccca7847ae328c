//! HTML that the build writes itself.

pub use compendium_authoring::html::escape;

/// The way from one page to another, both relative to the book's root: `a/b.html` to `c/d.html` is `../c/d.html`.
pub fn relative(from: &str, to: &str) -> String {
    let mut from: Vec<&str> = from.split('/').collect();
    from.pop();
    let to: Vec<&str> = to.split('/').collect();
    let shared = from.iter().zip(&to[..to.len() - 1]).take_while(|(a, b)| a == b).count();
    let mut way = "../".repeat(from.len() - shared);
    way.push_str(&to[shared..].join("/"));
    way
}

/// `a/b.md` as the page it becomes.
pub fn page_of(markdown: &str) -> String {
    let page = markdown.strip_suffix(".md").unwrap_or(markdown);
    match page.strip_suffix("README") {
        Some(folder) => format!("{folder}index.html"),
        None => format!("{page}.html"),
    }
}

/// Links of rendered HTML become plain text.
pub fn without_links(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find("<a ") {
        let Some(end) = rest[at..].find('>') else { break };
        out.push_str(&rest[..at]);
        rest = &rest[at + end + 1..];
    }
    out.push_str(rest);
    out.replace("</a>", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_between_pages() {
        for (from, to, way) in [
            ("index.html", "reference/glossary.html", "reference/glossary.html"),
            ("compendium/a.html", "reference/glossary.html", "../reference/glossary.html"),
            ("courses/c1/unit-1.html", "courses/c1/index.html", "index.html"),
            ("courses/c1/unit-1.html", "courses/c2/index.html", "../c2/index.html"),
            ("courses/c1/unit-1.html", "index.html", "../../index.html"),
        ] {
            assert_eq!(relative(from, to), way, "{from} → {to}");
        }
        assert_eq!(page_of("a/README.md"), "a/index.html");
    }
}
