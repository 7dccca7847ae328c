use std::path::Path;

use mdbook_driver::MDBook;
use mdbook_driver::config::{Config, HtmlConfig};
use tempfile::TempDir;

use super::*;
use crate::messages::Messages;

fn frame(language: &str) -> BookFrame {
    BookFrame {
        book_id: "my-book".to_owned(),
        language: language.to_owned(),
        rtl: language == "ar",
        title: "My book".to_owned(),
        has_progress: true,
    }
}

/// A word that shows where it came from, with characters that must be escaped.
fn marked(key: &str) -> String {
    format!("«{key}» <&\"'{{{{")
}

/// Two pages and everything around them, as mdBook writes them in our frame.
fn rendered(text: &dyn Fn(&str) -> String) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    let file = |path: &str, content: &str| {
        let path = root.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    };
    file("src/SUMMARY.md", "# Summary\n\n- [One](one.md)\n  - [Two `'\\`](deep/two.md)\n");
    file("src/one.md", "# One\n\ntext[^a]\n\n[^a]: note\n");
    file("src/deep/two.md", "# Two {#two}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
    let theme = root.path().join("theme-of-ours");
    write_theme(&theme, &frame("en"), text).unwrap();
    let mut config = Config::default();
    config.book.title = Some("My <book>".to_owned());
    config.build.build_dir = root.path().join("out");
    let mut html = HtmlConfig::default();
    html.theme = Some(theme);
    html.hash_files = false;
    html.redirect = [("/old.html".to_owned(), "one.html".to_owned())].into();
    html.redirect.insert("/one.html#gone".to_owned(), "deep/two.html#two".to_owned());
    config.set("output.html", html).unwrap();
    MDBook::load_with_config(root.path(), config).unwrap().build().unwrap();
    root
}

fn read(root: &TempDir, path: &str) -> String {
    std::fs::read_to_string(root.path().join("out").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

const PAGES: [&str; 6] = ["index.html", "one.html", "deep/two.html", "print.html", "toc.html", "old.html"];

#[test]
fn every_page_has_the_policy_first_and_no_script_of_its_own() {
    let root = rendered(&marked);
    for path in PAGES {
        let page = read(&root, path);
        let policy = page.find("Content-Security-Policy").unwrap_or_else(|| panic!("{path} has no policy"));
        for loads in ["<script", "<link", "<style", "<iframe", "<img"] {
            assert!(page.find(loads).is_none_or(|at| at > policy), "{path}: {loads} before the policy");
        }
        for tag in page.match_indices("<script").map(|(at, _)| &page[at..at + page[at..].find('>').unwrap()]) {
            assert!(tag.contains(" src=") || tag.contains("application/json"), "{path}: inline script {tag}");
        }
        for handler in [" onclick=", " onload=", "javascript:"] {
            assert!(!page.contains(handler), "{path} holds {handler}");
        }
    }
    let one = read(&root, "one.html");
    assert!(one.contains("id=\"frame-moved\">{&quot;#gone&quot;") || one.contains("id=\"frame-moved\">{\"#gone\""));
}

#[test]
fn all_words_come_from_the_messages() {
    let root = rendered(&marked);
    let english = [
        "Table of",
        "Toggle",
        "Search",
        "search result",
        "Change",
        "Themes",
        "Light",
        "Dark",
        "Navy",
        "Rust",
        "Coal",
        "Ayu",
        "Auto",
        "Print",
        "Previous",
        "Next",
        "Keyboard",
        "Press",
        "chapter",
        "Skip",
        "Page navigation",
        "Redirect",
        "Shortcuts",
    ];
    let searcher = patch_output("searcher.js", &read(&root, "searcher.js"), &marked).unwrap().unwrap();
    for path in PAGES {
        let page =
            read(&root, path).replace("chapter-", "").replace("class=\"chapter\"", "").replace("-chapters", "");
        for word in english {
            // Identifiers and addresses are lower-case or part of a longer name.
            let found = page.match_indices(word).find(|(at, _)| {
                let before = page[..*at].chars().next_back().unwrap_or(' ');
                !before.is_alphanumeric() && before != '-' && before != '/'
            });
            assert!(found.is_none(), "{path}: {word:?} at {:?}", found.map(|(at, _)| &page[at..at + 40]));
        }
        assert!(!page.contains("[["), "{path}: a word without a message");
        assert!(!page.contains("{{"), "{path}: a word is read as a template");
    }
    assert!(!searcher.contains("[[") && !searcher.contains("results for") && !searcher.contains("aria-label"));
}

#[test]
fn every_word_is_used_and_there_in_every_language() {
    let templates = [
        include_str!("../../theme/parts/help.hbs"),
        include_str!("../../theme/parts/menu.hbs"),
        include_str!("../../theme/parts/nav.hbs"),
        include_str!("../../theme/parts/progress.hbs"),
        include_str!("../../theme/parts/search.hbs"),
        include_str!("../../theme/redirect.hbs"),
        include_str!("../../theme/toc.html.hbs"),
    ]
    .concat();
    let patched = page::PATCHES.iter().chain(&search::PATCHES).map(|patch| patch.replace).collect::<String>();
    for key in WORDS {
        let place = format!("[[{key}]]");
        assert!(templates.contains(&place) || patched.contains(&place), "{key} is not used");
        for language in ["en", "fr"] {
            let words = Messages::for_language(language);
            assert!(words.language == language && words.text(key) != key, "{language}: {key} is missing");
        }
    }
}

#[test]
fn a_page_loads_the_frame_and_the_contents_and_nothing_else() {
    let root = rendered(&marked);
    let page = read(&root, "deep/two.html");
    let loaded: Vec<&str> = page
        .match_indices(" src=\"")
        .map(|(at, found)| at + found.len())
        .chain(page.match_indices("stylesheet\" href=\"").map(|(at, found)| at + found.len()))
        .map(|at| &page[at..at + page[at..].find('"').unwrap()])
        .filter(|path| !path.ends_with("toc.html"))
        .collect();
    assert_eq!(loaded, ["../app/frame-head.js", "../app/frame.js", "../toc.js", "../app/theme.css"]);
    assert!(page.contains("data-book=\"my-book\" data-root=\"../\""));
    assert!(read(&root, "index.html").contains("data-root=\"\""));
    for name in UNUSED {
        let path = root.path().join("out").join(name);
        let is_empty = std::fs::metadata(path).map_or(true, |file| file.len() == 0);
        assert!(is_empty, "{name} is not empty");
    }
}

#[test]
fn the_contents_are_a_script_that_needs_no_escape() {
    let root = rendered(&marked);
    let script = read(&root, "toc.js");
    let line = script.lines().find(|line| line.contains("innerHTML")).unwrap();
    assert!(line.ends_with("';") && line.matches('\'').count() == 2 && !line.contains('\\'), "{line}");
}

#[test]
fn the_link_to_the_progress_is_there_if_the_page_is() {
    let write = |has_progress| {
        let folder = tempfile::tempdir().unwrap();
        write_theme(folder.path(), &BookFrame { has_progress, ..frame("en") }, &marked).unwrap();
        std::fs::read_to_string(folder.path().join("index.hbs")).unwrap()
    };
    assert!(write(true).contains("progress.html") && !write(false).contains("progress.html"));
}

#[test]
fn words_cannot_leave_their_place() {
    assert_eq!(escape("a<b>\"{{c}}"), "a&lt;b&gt;&quot;&#123;&#123;c}}");
    assert_eq!(js_string("a\"</script>\n"), "\"a\\\"\\u003c/script>\\n\"");
}

#[test]
fn a_changed_search_is_refused_by_name() {
    let error = patch_output("searcher.js", "function search() {}", &marked).unwrap_err().to_string();
    assert!(error.contains("searcher.js") && error.contains("help: "), "{error}");
    assert!(patch_output("toc.js", "", &marked).unwrap().is_none());
    assert!(write_theme(Path::new("/dev/null/x"), &frame("en"), &marked).is_err());
}
