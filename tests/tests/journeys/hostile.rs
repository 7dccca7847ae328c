//! Texts that try to run: nothing does, and they are shown as they were written.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;

use compendium_tests::book;
use compendium_tests::browser::{Browser, Engine};
use compendium_tests::pages::{QuizPage, texts};
use compendium_tests::stage::{Journey, Place, PlaceKind, Stage};
use serde_json::json;

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "meets hostile texts",
        engines: &Engine::ALL,
        places: PlaceKind::BOTH,
        run: meets_hostile_texts,
    },
    Journey {
        name: "checks hostile links",
        engines: &[Engine::Chromium],
        places: &[PlaceKind::File],
        run: checks_hostile_links,
    },
];

/// Would be noticed as a dialog and as a mark on the outermost window.
const CALL: &str = "top.pwned=alert(1)";

struct Input {
    /// Markdown.
    text: String,
    /// What a reader sees.
    shown: String,
}

fn inputs(file: &str) -> Vec<Input> {
    let path = book::fixture_source("hostile").join(file);
    let text =
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
    text.lines()
        .filter(|line| !line.starts_with("# ") && !line.is_empty())
        .map(|line| {
            let (text, shown) = line.split_once(" => ").unwrap_or((line, line));
            Input { text: unescaped(text), shown: unescaped(shown) }
        })
        .collect()
}

fn unescaped(text: &str) -> String {
    let text = text.replace("{P}", CALL).replace("\\0", "\0").replace("\\t", "\t");
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("\\u{") {
        out.push_str(before);
        let (digits, after) = after.split_once('}').unwrap_or((after, ""));
        out.extend(u32::from_str_radix(digits, 16).ok().and_then(char::from_u32));
        rest = after;
    }
    out + rest
}

/// A book that holds every input at every place where an author can write, built although the check warns.
pub fn hostile_book() -> PathBuf {
    book::once("hostile", |out| {
        let source = source(out);
        let _ = std::fs::remove_dir_all(&source);
        write_book(&source, &all_inputs());
        book::build_unchecked(&source, out);
    })
}

fn source(out: &Path) -> PathBuf {
    out.with_extension("source")
}

fn all_inputs() -> Vec<Input> {
    let mut all = inputs("texts.txt");
    all.extend(inputs("links.txt"));
    assert!(all.len() >= 60, "{} inputs", all.len());
    all
}

fn write_book(source: &Path, inputs: &[Input]) {
    let mut glossary = String::from("# Glossary {#glossary}\n\n");
    let mut titles = String::from("# Titles {#titles}\n\n## The passage {#titles-passage}\n\nText.\n\n");
    let mut terms = String::from("# Terms {#terms}\n\nAll of them:");
    let mut prose = String::from("# Prose {#prose}\n\n| One | Two |\n|---|---|\n");
    for (i, Input { text, .. }) in inputs.iter().enumerate() {
        let _ = write!(terms, " hostileterm{i}");
        let _ = write!(glossary, "### Hostileterm{i} {{#term-{i} .term}}\n\nMeaning {text}\n\n");
        let _ = write!(
            titles,
            "## Quiz {i} {{#quiz-{i} .quiz}}\n\n### Case {text} {{#case-{i} .case}}\n\nSituation {text}\n\n\
             #### Match {text} {{#match-{i} .match}}\n\n| Left {text} | Right {text} |\n|---|---|\n| a {text} | b {text} |\n| c {i} | d {text} d |\n\n\
             > [!NOTE]\n> See [x](#titles-passage).\n\n",
        );
        let _ = writeln!(prose, "| {text} | {text} |");
    }
    // Outside of questions raw HTML is the author's own: it may look as it likes, but must not run.
    for Input { text, .. } in inputs {
        let _ = write!(prose, "\n\n- {text}\n\n## {text}\n");
    }
    write(
        source,
        "src/SUMMARY.md",
        "# Summary\n\n[Home](index.md)\n[My progress](progress.md)\n\n- [Questions](questions.md)\n\
                            - [Titles](titles.md)\n- [Prose](prose.md)\n- [Terms](terms.md)\n- [Glossary](glossary.md)\n",
    );
    write(
        source,
        "book.toml",
        "[book]\ntitle = \"Hostile <script>top.pwned=alert(1)</script>\"\nlanguage = \"en\"\n\n\
                       [preprocessor.compendium]\nid = \"hostile\"\n",
    );
    write(source, "src/index.md", "# Hostile {#home}\n\nA book that means harm.\n");
    write(source, "src/progress.md", "# My progress {#progress}\n\n## Yours {#progress-app .progress}\n\nText.\n");
    write(source, "src/questions.md", &questions(inputs));
    write(source, "src/titles.md", &titles);
    write(source, "src/prose.md", &prose);
    write(source, "src/terms.md", &terms);
    write(source, "src/glossary.md", &glossary);
}

/// A single choice for each input, which stands in each of its parts.
fn questions(inputs: &[Input]) -> String {
    let mut page =
        String::from("# Questions {#questions}\n\n## Here {#here}\n\nText.\n\n## Check {#check .quiz pass=50}\n\n");
    for (i, Input { text, .. }) in inputs.iter().enumerate() {
        let _ = write!(
            page,
            "### Stem {text} {{#item-{i}}}\n\nMore {text}\n\n- [x] Key {text}\n  > Why {text}\n- [ ] Other {text}\n  > Not {text}\n\
             - [ ] Third {i}\n  > {text}\n\n> [!TIP]\n> {text}\n\n> [!NOTE]\n> {text} see [here](#here).\n\n",
        );
    }
    page
}

fn write(source: &Path, name: &str, text: &str) {
    let path = source.join(name);
    let folder = path.parent().unwrap_or(source);
    let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&path, text));
    written.unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
}

fn meets_hostile_texts(stage: &Stage) {
    let place = stage.place(&hostile_book());
    let browser = stage.fresh_browser();
    let inputs = all_inputs();
    meets_questions(&browser, &place, &inputs);

    browser.go(&place.url("titles.html"));
    browser.wait("all('[data-program=quiz]').every(e => first('.quiz-app:not([aria-busy]) [role=status]', e))");
    nothing_ran(&browser, &place, "titles.html");
    nothing_foreign(&browser);
    for (i, input) in inputs.iter().enumerate() {
        let text = browser.ask(
            "return document.querySelector(arguments[0]).textContent",
            json!([format!("[data-quiz=quiz-{i}]")]),
        );
        let count = squeezed(&text).matches(&squeezed(&input.shown)).count();
        // Situation and its title, stem, and the sides in the two lists.
        assert!(count >= 6, "{:?} is shown {count} times in {text:?}", input.text);
    }

    browser.go(&place.url("terms.html"));
    let notes = texts(browser.run(
        "return all('a.term[data-def]').map(term => { term.focus(); return document.getElementById('term-note').textContent; })",
        json!([]),
    ));
    assert_eq!(notes.len(), inputs.len(), "not all terms are linked");
    nothing_ran(&browser, &place, "terms.html");

    for page in ["prose.html", "glossary.html", "progress.html", "print.html", "index.html"] {
        browser.go(&place.url(page));
        nothing_ran(&browser, &place, page);
    }
}

/// The check names every hostile address.
fn checks_hostile_links(_: &Stage) {
    let source = source(&hostile_book());
    let report = Command::new(book::program()).args(["check", "--format", "short"]).arg(&source).output();
    let report = report.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let page = questions(&all_inputs());
    let first = inputs("texts.txt").len();
    for (i, input) in inputs("links.txt").iter().enumerate() {
        let id = format!("{{#item-{}}}", first + i);
        let line = page.lines().position(|line| line.ends_with(&id)).unwrap_or_default() + 1;
        for line in [line, line + 2] {
            let place = format!("questions.md:{line}:");
            assert!(report.contains(&place), "the check does not find {:?} in line {line}", input.text);
        }
    }
}

fn meets_questions(browser: &Rc<Browser>, place: &Place, inputs: &[Input]) {
    QuizPage::open(browser, place, "questions.html", "check");
    nothing_ran(browser, place, "questions.html");
    answer_everything(browser);
    nothing_ran(browser, place, "questions.html");
    nothing_foreign(browser);
    let mut unlike = Vec::new();
    for (i, input) in inputs.iter().enumerate() {
        let shown = texts(browser.run(SHOWN, json!([format!("item-{i}")])));
        for (place, text) in
            ["stem", "more", "key", "why", "other", "not", "third", "hint", "rationale"].iter().zip(shown)
        {
            if !squeezed(&text).contains(&squeezed(&input.shown)) {
                unlike.push(format!("{i} in {place}: {:?} is shown as {text:?}", input.text));
            }
        }
    }
    assert!(unlike.is_empty(), "{unlike:#?}");
}

/// No dialog, no mark, no other page.
#[track_caller]
fn nothing_ran(browser: &Browser, place: &Place, page: &str) {
    assert_eq!(browser.dialog(), None, "a dialog on {page}");
    assert!(browser.holds("!('pwned' in window) && !('pwned' in top)"), "something ran on {page}");
    assert_eq!(place.page(browser), page);
}

/// Nothing in a quiz that could run or load.
#[track_caller]
fn nothing_foreign(browser: &Browser) {
    let found = texts(browser.run(
        r#"const found = [];
           for (const e of all('.quiz-mount *')) {
               if (e.localName === 'script' && e.type === 'application/octet-stream') continue;
               if (/^(script|style|iframe|object|embed|link|meta|base|template|form|img|video|audio|math|frame)$/.test(e.localName)) found.push(e.outerHTML);
               if (e.closest('svg') && !/^(svg|path|circle|rect|g|title|desc|text|line|polyline)$/.test(e.localName)) found.push(e.outerHTML);
               for (const { name, value } of e.attributes) {
                   if (/^on|^srcdoc$|^formaction$/.test(name)) found.push(e.outerHTML);
                   if (/^(href|src|xlink:href)$/.test(name) && !/^(#|https?:\/\/|[\w./-]+(#|$))/.test(value)) found.push(e.outerHTML);
               }
           }
           return found.map(html => html.slice(0, 200));"#,
        json!([]),
    ));
    assert!(found.is_empty(), "{found:#?}");
}

/// Chooses and checks in every question at once, so that all feedback stands on the page.
fn answer_everything(browser: &Browser) {
    browser.run("all('.choice input').filter((e, i) => i % 3 === 1).forEach(e => e.click())", json!([]));
    browser
        .run("all('.btn.primary').filter(e => words(e) === 'Check the answer').forEach(e => e.click())", json!([]));
    browser.wait("all('.quiz-app section.item').every(e => e.matches('.done'))");
    browser.run("all('.quiz-app details').forEach(e => e.open = true)", json!([]));
}

/// The texts of one question, in the order in which the author wrote them.
const SHOWN: &str = "const item = document.getElementById(arguments[0]), find = css => item.querySelector(css);
    const rows = all('.choice', item), row = start => rows.find(e => e.textContent.includes(start));
    const choice = e => e.children[2].textContent, why = e => e.querySelector('.why').textContent;
    const key = row('Key '), other = row('Other '), third = row('Third ');
    const stem = find('.stem').textContent, more = find('fieldset').textContent;
    return [stem, more, choice(key), why(key), choice(other), why(other), why(third), find('.hint').textContent,
        find('.verdict').textContent];";

/// Without what Markdown may set as it likes: spaces, quotation marks, dashes.
fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_whitespace() && *c != '\0' && *c != '\u{fffd}') {
        match c {
            '‘' | '’' => out.push('\''),
            '“' | '”' => out.push('"'),
            '-' | '–' | '—' if out.ends_with('-') => {}
            '–' | '—' => out.push('-'),
            other => out.push(other),
        }
    }
    out
}
