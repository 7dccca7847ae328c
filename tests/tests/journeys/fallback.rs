//! Without scripts, with a program that does not start, on paper, and built by mdBook alone.

use std::path::{Path, PathBuf};
use std::process::Command;

use compendium_tests::book;
use compendium_tests::browser::{Browser, Engine, Options};
use compendium_tests::pages::QuizPage;
use compendium_tests::stage::{Journey, PlaceKind, Stage};
use compendium_tests::tools;
use compendium_tests::wait::wait_for;
use serde_json::json;

use crate::answers::SOUTH;

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "reads without scripts",
        engines: &Engine::ALL,
        places: PlaceKind::BOTH,
        run: reads_without_scripts,
    },
    Journey {
        name: "meets a program that does not start",
        engines: &Engine::ALL,
        places: &[PlaceKind::File],
        run: program_does_not_start,
    },
    Journey { name: "prints", engines: &Engine::ALL, places: &[PlaceKind::File], run: prints },
    Journey { name: "plain mdbook build", engines: &Engine::ALL, places: PlaceKind::BOTH, run: plain_mdbook_build },
];

const STEM: &str = "What do you do with the doors?";
const FEEDBACK: &str = "A closed door stops smoke: zibeline.";

/// The question stands there; its answer opens by a click.
fn reads_without_scripts(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let browser = stage.browser_with(&Options { is_scriptless: true, ..Options::default() });
    browser.go(&place.url("north/check.html"));
    let shown = |css: &str| browser.by_css(css).iter().map(|element| element.text()).collect::<Vec<_>>().join("\n");
    let questions = shown(".quiz-static");
    assert!(questions.contains(STEM) && questions.contains("Close each one behind you"), "{questions}");
    assert!(!questions.contains(FEEDBACK), "the answers stand open");
    let summary = browser.by_css("details.answers > summary");
    assert_eq!(summary.len(), 1);
    summary[0].click("Answers");
    let answers = shown("details.answers");
    assert!(answers.contains(FEEDBACK) && answers.contains("Three for each of four floors: wombat."), "{answers}");

    browser.go(&place.url("progress.html"));
    assert!(shown("main").contains("This part needs scripts."));
    browser.go(&place.url("index.html"));
    browser.by_css("main a[href$='north/check.html']")[0].click("North");
    // The session's clicks do not wait for the page.
    wait_for("the page about the north", || shown("h1").contains("North").then_some(()));
}

fn program_does_not_start(stage: &Stage) {
    let browser = stage.browser();
    let prefix = |folder: &Path, file: &str, script: &str| {
        let path = folder.join(file);
        let own = std::fs::read_to_string(&path).unwrap_or_default();
        std::fs::write(&path, format!("{script}\n{own}")).unwrap_or_default();
    };
    type Break<'a> = &'a dyn Fn(&Path);
    let faults: [(&str, Break<'_>, Option<&str>); 6] = [
        ("no program", &|folder| std::fs::remove_file(folder.join("app/quiz.js")).unwrap_or_default(), None),
        (
            "no DecompressionStream",
            &|folder| prefix(folder, "app/quiz.js", "delete window.DecompressionStream;"),
            Some("DecompressionStream"),
        ),
        (
            "no WebAssembly",
            &|folder| prefix(folder, "app/quiz.js", "delete window.WebAssembly;"),
            Some("WebAssembly"),
        ),
        (
            "a broken program",
            &|folder| {
                prefix(folder, "app/quiz.js", "WebAssembly.Module = function () { throw Error('cut off'); };");
            },
            Some("cut off"),
        ),
        ("data of another build", &other_data, Some("data of another build")),
        (
            "a fault in the program",
            // The program asks for the time before it draws for the first time.
            &|folder| prefix(folder, "app/quiz.js", "Date.now = null;"),
            None,
        ),
    ];
    for (name, fault, said) in faults {
        let folder = stage.folder("broken").join(name.replace(' ', "-"));
        book::copy(&book::fixture("kinds"), &folder);
        fault(&folder);
        let place = stage.place(&folder);
        browser.go(&place.url("north/check.html"));
        if let Some(said) = said {
            browser.wait(&format!("words(first('.quiz-mount [role=alert]')).includes({said:?})"));
        }
        let text = browser.ask("return words(first('.quiz-mount'))", json!([]));
        assert!(text.contains(STEM), "{name}: {text}");
        browser.click("Answers");
        browser.wait(&format!("words(first('.quiz-mount')).includes({FEEDBACK:?})"));
    }
}

/// Puts the data of another quiz, cut short, in the place of the page's own.
fn other_data(folder: &Path) {
    let path = folder.join("north/check.html");
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    let mark = "<script type=\"application/octet-stream\">";
    let Some((before, after)) = text.split_once(mark) else { panic!("no data in {}", path.display()) };
    let Some((_, rest)) = after.split_once("</script>") else { panic!("the data has no end") };
    std::fs::write(&path, format!("{before}{mark}////{rest}", rest = format_args!("</script>{rest}")))
        .unwrap_or_default();
}

/// Questions in their places, answers apart at the end; a page of its own prints its questions too.
fn prints(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let browser = stage.fresh_browser();
    browser.go(&place.url("print.html"));
    let text = printed(stage, &browser);
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words:?} is not on paper:\n{text}"));
    let last_question = at("Who decides when the waiting ends?");
    let answers = at("Answers to");
    assert!(at(STEM) < last_question && last_question < answers, "answers stand between the questions");
    assert!(
        answers < at("zibeline") && answers < at("The brigade decides."),
        "an answer stands before the answers"
    );
    assert!(text[last_question..answers].contains('\u{c}'), "the answers do not begin on a new page");

    // One page: what its reader has answered does not matter.
    let quiz = QuizPage::open(&browser, &place, "south/check.html", "south-check");
    quiz.solve("south-where", &SOUTH[1].right);
    let text = printed(stage, &browser);
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words:?} is not on paper:\n{text}"));
    let last_question = at("Who decides when the waiting ends?");
    assert!(at("How long does one wait?") < last_question && at("Until the brigade has come") < last_question);
    let answers = at("The brigade decides.");
    assert!(text[last_question..answers].contains('\u{c}'), "the answers do not begin on a new page:\n{text}");
    for words in ["Check the answer", "By keyboard", "Try once more", "saved", "Search the book"] {
        assert!(!text.contains(words), "{words:?} is on paper:\n{text}");
    }
}

pub fn printed(stage: &Stage, browser: &Browser) -> String {
    let file = stage.folder("paper").join("page.pdf");
    std::fs::write(&file, browser.print())
        .unwrap_or_else(|error| panic!("cannot write {}: {error}", file.display()));
    let text = book::run(Command::new(tools::PDFTOTEXT.path()).arg("-layout").arg(&file).arg("-"));
    // Words may be broken over lines; a form feed ends a page.
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    let pages: Vec<String> =
        text.split('\u{c}').map(|page| page.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    pages.join("\u{c}")
}

/// mdBook with nothing but our preprocessor.
fn plain_book() -> PathBuf {
    book::once("plain", |out| {
        let source = out.with_extension("source");
        let _ = std::fs::remove_dir_all(&source);
        book::copy(&book::fixture_source("plain"), &source);
        book::build_plain(&source, out);
    })
}

fn plain_mdbook_build(stage: &Stage) {
    let place = stage.place(&plain_book());
    let browser = stage.fresh_browser();
    let quiz = QuizPage::open(&browser, &place, "deep/leaving.html", "leaving-check");
    let verdict = quiz.solve_unsaved("leaving-doors", &crate::answers::NORTH[0].right);
    assert!(verdict.starts_with("Right"), "{verdict}");
    assert!(browser.ask("return words(first('#leaving-doors'))", json!([])).contains(FEEDBACK));
    for name in book::files(&place.folder, ".js").iter().filter(|name| name.starts_with("searchindex")) {
        let index = std::fs::read_to_string(place.folder.join(name)).unwrap_or_default();
        assert!(index.contains("heliotrop"), "the text is not in {name}");
        for secret in ["zibeline", "quokka", "marmalade"] {
            assert!(!index.contains(secret), "{name} holds {secret:?}");
        }
    }
}
