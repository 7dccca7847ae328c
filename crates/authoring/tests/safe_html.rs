//! The HTML of questions can neither run nor load anything.

mod common;

use common::{edited, soup};
use compendium_authoring::{html, read_page};
use compendium_core::item::{Item, Kind};
use proptest::prelude::*;

const TAGS: &[&str] = &[
    "p",
    "strong",
    "em",
    "del",
    "sup",
    "sub",
    "blockquote",
    "pre",
    "code",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "a",
    "img",
    "br",
    "hr",
];

const INLINE: &[&str] = &["strong", "em", "del", "sup", "sub", "code", "a", "img", "br"];

/// Reads `out` as a browser would: every tag is one of `tags`, balanced, and every attribute is harmless.
fn check(out: &str, tags: &[&str]) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = out;
    while let Some(at) = rest.find('<') {
        assert!(!rest[..at].contains('>'), "a stray `>` in {out:?}");
        let end = at + rest[at..].find('>').unwrap_or_else(|| panic!("an open tag in {out:?}"));
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{out:?}");
            continue;
        }
        let name = tag.split(' ').next().unwrap();
        assert!(tags.contains(&name), "`{name}` in {out:?}");
        check_attributes(name, &tag[name.len()..], out);
        if !matches!(name, "br" | "hr" | "img") {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?} in {out:?}");
}

fn check_attributes(tag: &str, attributes: &str, out: &str) {
    let mut rest = attributes;
    while !rest.is_empty() {
        let (name, after) = rest.strip_prefix(' ').and_then(|rest| rest.split_once("=\"")).expect(out);
        let (value, after) = after.split_once('"').expect(out);
        rest = after;
        match (tag, name) {
            ("a", "href") => {
                let scheme = value.split(['/', '?', '#']).next().unwrap();
                let allowed =
                    ["http:", "https:", "mailto:"].iter().any(|known| scheme.to_lowercase().starts_with(known));
                assert!(allowed || !scheme.contains(':'), "{out:?}");
                assert!(
                    !value.contains(|found: char| found.is_control()) && !value.starts_with(['/', '\\']),
                    "{out:?}"
                );
            }
            ("img", "src") => {
                assert!(!value.split(['/', '?', '#']).next().unwrap().contains(':'), "{out:?}");
                assert!(!value.starts_with(['/', '\\']), "{out:?}");
            }
            ("img", "alt") | ("a" | "img", "title") | ("blockquote" | "code", "class") | ("ol", "start") => {}
            ("th" | "td", "style") => assert!(value.starts_with("text-align: "), "{out:?}"),
            other => panic!("{other:?} in {out:?}"),
        }
    }
}

fn check_item(item: &Item) {
    let blocks = |text: &Option<String>| check(text.as_deref().unwrap_or_default(), TAGS);
    let inline = |text: &str| check(text, INLINE);
    inline(&item.stem);
    check(&item.stem_more, TAGS);
    blocks(&item.hint);
    blocks(&item.rationale);
    match &item.kind {
        Kind::Single { choices } | Kind::Multiple { choices } => choices.iter().for_each(|choice| {
            inline(&choice.text);
            blocks(&choice.feedback);
        }),
        Kind::Order { entries } => entries.iter().for_each(|entry| {
            inline(&entry.text);
            blocks(&entry.feedback);
        }),
        Kind::Match { left, right, pairs, distractors } => {
            let sides = pairs.iter().flat_map(|pair| [&pair.left, &pair.right]);
            [left, right].into_iter().chain(sides).chain(distractors).for_each(|side| inline(side));
        }
        Kind::Numeric { feedback, .. } | Kind::Text { feedback, .. } => blocks(feedback),
        Kind::Essay { rubric } => {
            rubric.iter().flat_map(|line| [&line.name, &line.earns]).for_each(|text| inline(text))
        }
        Kind::Card { back } => check(back, TAGS),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_written(text in soup()) {
        check(&html::blocks(&text), TAGS);
        check(&html::inline(&text), INLINE);
    }

    #[test]
    fn whatever_stands_in_a_quiz(text in edited()) {
        for block in read_page("a.md", &text).0.quizzes {
            block.quiz.items.iter().for_each(check_item);
            for situation in &block.quiz.situations {
                check(&situation.title, INLINE);
                check(&situation.text, TAGS);
            }
        }
    }

    #[test]
    fn whatever_a_link_leads_to(target in "[a-z:&#;/\\\\ \t\u{1}]{0,12}(javascript|DATA|vbscript|file):[a-z(),]{0,6}") {
        check(&html::blocks(&format!("[a](<{target}>) ![b](<{target}>)")), TAGS);
    }
}

#[test]
fn what_is_rendered() {
    for (markdown, expected) in [
        ("a *b* **c** ~~d~~ `e<f`", "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e&lt;f</code></p>"),
        ("a <b onclick=\"x\">b</b>", "<p>a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        ("[a](b.md#c)", "<p><a href=\"b.html#c\">a</a></p>"),
        ("[a](../x/README.md?q)", "<p><a href=\"../x/index.html?q\">a</a></p>"),
        ("[a](https://x.y/z.md)", "<p><a href=\"https://x.y/z.md\">a</a></p>"),
        ("<me@x.y>", "<p><a href=\"mailto:me@x.y\">me@x.y</a></p>"),
        ("[a](JavaScript:alert(1))", "<p>a</p>"),
        ("[a](&#106;avascript:alert(1))", "<p>a</p>"),
        ("[a](<java&Tab;script:x>)", "<p>a</p>"),
        ("[a](<&#1;javascript:x>)", "<p>a</p>"),
        ("[a](<\u{a0}javascript:x>)", "<p>a</p>"),
        ("[a](data:text/html,x)", "<p>a</p>"),
        ("[a](//x.y)", "<p>a</p>"),
        ("[a](/x)", "<p>a</p>"),
        ("[a](x \"t\\\"u\")", "<p><a href=\"x\" title=\"t&quot;u\">a</a></p>"),
        ("![a*b*](c.svg \"t\")", "<p><img src=\"c.svg\" alt=\"ab\" title=\"t\"></p>"),
        ("![a](https://x.y/c.svg)", "<p>a</p>"),
        ("![a](c.html)", "<p>a</p>"),
        ("a[^1]\n\n[^1]: b", "<p>a</p>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("3. a", "<ol start=\"3\"><li>a</li></ol>"),
        ("```a\"b c\nx < y\n```", "<pre><code class=\"language-a&quot;b\">x &lt; y\n</code></pre>"),
        (
            "|a|b|\n|:-:|-|\n|c|",
            concat!(
                "<table><thead><tr><th style=\"text-align: center\">a</th><th>b</th></tr></thead><tbody>",
                "<tr><td style=\"text-align: center\">c</td><td></td></tr></tbody></table>",
            ),
        ),
        ("> [!NOTE]\n> a", "<blockquote class=\"note\"><p>a</p></blockquote>"),
        ("\"a\" -- b...", "<p>“a” – b…</p>"),
        ("a\nb  \nc", "<p>a b<br>c</p>"),
    ] {
        assert_eq!(html::blocks(markdown), expected, "{markdown:?}");
        check(expected, TAGS);
    }
    for (markdown, expected) in
        [("a\n\nb", "a<br>b"), ("- a\n- b", "a<br>b"), ("```\nx\n```", "x\n"), ("> *a*", "<em>a</em>")]
    {
        assert_eq!(html::inline(markdown), expected, "{markdown:?}");
    }
}
