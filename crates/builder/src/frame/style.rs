//! The one stylesheet of a page: fonts, values, frame, content, paper.

use base64::Engine as _;

/// In the order in which they are laid over each other.
const SHEETS: [&str; 5] = [
    include_str!("../../theme/tokens.css"),
    include_str!("../../theme/frame.css"),
    include_str!("../../theme/compendium.css"),
    include_str!("../../theme/pages.css"),
    include_str!("../../theme/print.css"),
];

/// Family, weight, file.
type Face = (&'static str, u16, &'static [u8]);

const LATIN: [Face; 3] = [
    ("IBM Plex Sans", 400, include_bytes!("../../theme/fonts/ibm-plex-sans-latin-400-normal.woff2")),
    ("IBM Plex Sans", 600, include_bytes!("../../theme/fonts/ibm-plex-sans-latin-600-normal.woff2")),
    ("IBM Plex Serif", 600, include_bytes!("../../theme/fonts/ibm-plex-serif-latin-600-normal.woff2")),
];
const ARABIC: [Face; 2] = [
    ("IBM Plex Sans Arabic", 400, include_bytes!("../../theme/fonts/ibm-plex-sans-arabic-arabic-400-normal.woff2")),
    ("IBM Plex Sans Arabic", 600, include_bytes!("../../theme/fonts/ibm-plex-sans-arabic-arabic-600-normal.woff2")),
];

/// Fonts are embedded: a font file beside a page is another origin on `file://`, and some browsers refuse it.
/// Arabic ones are in right-to-left books only.
pub fn theme_css(rtl: bool) -> String {
    let arabic = if rtl { ARABIC.as_slice() } else { &[] };
    let mut css = String::new();
    for sheet in SHEETS {
        css.push_str(&squeeze(sheet));
    }
    // Last, so that a page can be laid out before the fonts have arrived.
    for (family, weight, font) in LATIN.iter().chain(arabic) {
        let data = base64::engine::general_purpose::STANDARD.encode(font);
        css.push_str(&format!(
            "@font-face{{font-family:\"{family}\";font-weight:{weight};font-style:normal;font-display:swap;\
             src:url(data:font/woff2;base64,{data}) format(\"woff2\")}}\n"
        ));
    }
    css
}

/// What presenting adds, on pages with sessions.
pub fn present_css() -> String {
    squeeze(include_str!("../../theme/present/present.css"))
}

/// Without comments, indentation and the spaces that separate nothing. Strings stay as they are.
fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(c) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.find("*/").map_or("", |end| &comment[end + 2..]);
        } else if c == '"' {
            let end = rest[1..].find('"').map_or(rest.len(), |end| end + 2);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if c.is_whitespace() {
            rest = rest.trim_start();
            let closed = out.ends_with(['{', '}', ';', ',', ' ']) || out.is_empty();
            if !closed && !rest.starts_with(['{', '}', ';', ',']) {
                out.push(' ');
            }
        } else {
            if c == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out.trim_end().to_owned() + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squeezes_what_separates_nothing() {
        for (css, expected) in [
            (
                "/* a */\na , b > c {\n    color : red;\n    width: calc(1px + 2px);\n}\n",
                "a,b > c{color : red;width: calc(1px + 2px)}\n",
            ),
            ("a { content: \" ; } /* x */ \" ; }", "a{content: \" ; } /* x */ \"}\n"),
            (
                "@media (min-width: 1px) and (max-width: 2px) { a .b :hover { c: d } }",
                "@media (min-width: 1px) and (max-width: 2px){a .b :hover{c: d}}\n",
            ),
            ("a{b:c}/* open", "a{b:c}\n"),
        ] {
            assert_eq!(squeeze(css), expected);
        }
    }

    #[test]
    fn arabic_fonts_are_in_right_to_left_books_only() {
        assert_eq!(theme_css(false).matches("@font-face").count(), 3);
        let rtl = theme_css(true);
        assert_eq!(rtl.matches("@font-face").count(), 5);
        assert!(rtl.matches('{').count() == rtl.matches('}').count());
        let elsewhere = rtl.replace("http://www.w3.org/2000/svg", "");
        assert!(!elsewhere.contains("http"), "a stylesheet loads nothing from elsewhere");
    }
}
