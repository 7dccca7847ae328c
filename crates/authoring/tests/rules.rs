//! Every rule against its fixtures.
//!
//! `fixtures/<rule>/bad.md` (or a folder `bad/` of pages) gives exactly the findings of `bad.expect`; `good.md` gives
//! none of any rule. `more-bad.md` and `more-good.md`, where there are any, hold what the guide need not show.
//! `UPDATE_EXPECT=1 cargo test -p compendium-authoring` writes the `.expect` files anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use compendium_authoring::diagnostic::Diagnostic;
use compendium_authoring::fix::apply_fixes;
use compendium_authoring::lines::Lines;
use compendium_authoring::rules::{RULES, Rule, guide};
use compendium_authoring::{check_book, read_page};

/// Text by path.
type Texts = BTreeMap<String, String>;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

fn load(rule: &Rule, side: &str) -> Texts {
    let single = fixtures().join(rule.name).join(format!("{side}.md"));
    if single.exists() {
        return Texts::from([(format!("{side}.md"), fs::read_to_string(single).unwrap())]);
    }
    let (mut texts, mut folders) = (Texts::new(), vec![fixtures().join(rule.name).join(side)]);
    let root = folders[0].clone();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                texts.insert(name, fs::read_to_string(path).unwrap());
            }
        }
    }
    texts
}

fn all_findings(texts: &Texts) -> Vec<Diagnostic> {
    let (mut pages, mut found) = (Vec::new(), Vec::new());
    for (path, text) in texts {
        let (page, own) = read_page(path, text);
        pages.push(page);
        found.extend(own);
    }
    found.extend(check_book(&pages, &|path: &str| path.ends_with(".svg") || path.ends_with(".png")));
    Diagnostic::sort(&mut found);
    found
}

/// One finding as a line: rule, place, the text it points at, label.
fn render(finding: &Diagnostic, texts: &Texts) -> String {
    let text = &texts[&finding.path];
    let at = Lines::new(text).position(finding.span.start);
    let pointed = text[finding.span.clone()].lines().next().unwrap_or_default();
    let Diagnostic { rule, path, message, label, help, .. } = finding;
    let fix = if finding.fix.is_some() { " (mended)" } else { "" };
    let also = finding.also.as_ref().map_or(String::new(), |also| {
        let at = Lines::new(&texts[&also.path]).position(also.span.start);
        format!("  {}:{}:{} {}\n", also.path, at.line, at.column, also.label)
    });
    format!("{rule} {path}:{}:{} `{pointed}`\n  {message}\n  {label}\n  {help}{fix}\n{also}", at.line, at.column)
}

/// Says what differs, so that one run shows every fixture that does.
fn check(rule: &Rule, side: &str, texts: &Texts, expected: &str, differences: &mut String) {
    let found: String = all_findings(texts).iter().map(|finding| render(finding, texts)).collect();
    if found != expected {
        *differences += &format!("{}/{side}\nfound:\n{found}expected:\n{expected}\n", rule.name);
    }
}

#[test]
fn fixtures_give_the_expected_findings() {
    let mut differences = String::new();
    for rule in RULES {
        for side in ["bad", "more-bad"].into_iter().filter(|side| has(rule, side)) {
            let texts = load(rule, side);
            let found = all_findings(&texts);
            let path = fixtures().join(rule.name).join(format!("{side}.expect"));
            if std::env::var_os("UPDATE_EXPECT").is_some() {
                let text: String = found.iter().map(|finding| render(finding, &texts)).collect();
                fs::write(&path, text).unwrap();
            }
            if found.is_empty() || found.iter().any(|finding| finding.rule != rule.name) {
                let found: String = found.iter().map(|finding| render(finding, &texts)).collect();
                differences +=
                    &format!("{}/{side} shows another fault than its own, or none:\n{found}\n", rule.name);
            }
            check(rule, side, &texts, &fs::read_to_string(&path).unwrap_or_default(), &mut differences);
        }
        for side in ["good", "more-good"].into_iter().filter(|side| has(rule, side)) {
            check(rule, side, &load(rule, side), "", &mut differences);
        }
    }
    assert!(differences.is_empty(), "{differences}");
}

fn has(rule: &Rule, side: &str) -> bool {
    let folder = fixtures().join(rule.name);
    !side.starts_with("more") || folder.join(format!("{side}.md")).exists() || folder.join(side).is_dir()
}

#[test]
fn what_can_be_mended_is_mended() {
    let mut differences = String::new();
    for rule in RULES {
        let mut texts = load(rule, "bad");
        let found = all_findings(&texts);
        let is_mended = found.iter().any(|finding| finding.fix.is_some());
        assert_eq!(is_mended, rule.fixable, "`{}` says that it is mended", rule.name);
        if !rule.fixable {
            continue;
        }
        for (path, text) in &mut texts {
            let own: Vec<Diagnostic> = found.iter().filter(|finding| finding.path == *path).cloned().collect();
            *text = apply_fixes(text, &own).0;
        }
        check(rule, "mended", &texts, "", &mut differences);
    }
    assert!(differences.is_empty(), "{differences}");
}

#[test]
fn rules_are_described() {
    let mut names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    for rule in RULES {
        let is_kebab = |found: char| found.is_ascii_lowercase() || found == '-';
        assert!(rule.name.chars().all(is_kebab), "{}", rule.name);
        assert!(rule.doc.ends_with('.') && rule.doc.len() > 80, "`{}` says why", rule.name);
        assert!(!rule.summary.ends_with('.') && !rule.summary.contains('\n'), "{}", rule.name);
        assert!(rule.summary.starts_with(|first: char| !first.is_uppercase()), "{}", rule.name);
        assert!(!rule.bad.is_empty() && !rule.good.is_empty(), "{}", rule.name);
        assert!(guide().contains(&format!("### {0} {{#rule-{0}}}", rule.name)));
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), RULES.len(), "names are unique");
    assert!(RULES.len() >= 30);

    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let files = fs::read_dir(sources).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<String> =
        files.filter_map(|file| Some(file.strip_suffix(".rs")?.replace('_', "-"))).collect();
    files.retain(|file| file != "context" && file != "guide");
    files.sort_unstable();
    assert_eq!(files, names, "one file a rule");
}

/// What a help begins with.
const IMPERATIVES: &[&str] = &[
    "add", "ask", "change", "choose", "copy", "correct", "cut", "give", "join", "keep", "leave", "link", "make",
    "mark", "move", "point", "put", "remove", "say", "shorten", "soften", "start", "use", "write",
];

#[test]
fn findings_speak_alike() {
    for rule in RULES {
        for finding in all_findings(&load(rule, "bad")) {
            let Diagnostic { message, label, help, .. } = &finding;
            for part in [message, label, help] {
                assert!(!part.is_empty() && !part.ends_with('.'), "`{}`: {part}", rule.name);
                assert!(part.starts_with(|first: char| !first.is_uppercase()), "`{}`: {part}", rule.name);
            }
            let first = help.split([' ', ',']).next().unwrap_or_default();
            assert!(IMPERATIVES.contains(&first), "`{}` begins its help with `{first}`", rule.name);
        }
    }
}

#[test]
fn the_guide_is_a_page_without_findings() {
    let (page, found) = read_page("authoring/rules.md", &guide());
    assert_eq!(found.iter().map(|finding| &finding.message).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(check_book(&[page], &|_: &str| false).is_empty());
}
