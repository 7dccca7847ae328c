//! The browser does not keep anything: the page says so, says why, and goes on.

use std::path::{Path, PathBuf};

use compendium_tests::book;
use compendium_tests::browser::{Browser, Engine, Options};
use compendium_tests::pages::QuizPage;
use compendium_tests::stage::{Journey, PlaceKind, Stage};
use serde_json::json;

use crate::answers::{NORTH, SOUTH};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "meets a broken storage",
        engines: &Engine::ALL,
        places: PlaceKind::BOTH,
        run: meets_a_broken_storage,
    },
    Journey {
        name: "answers before the storage does",
        engines: &Engine::ALL,
        places: PlaceKind::BOTH,
        run: answers_before_the_storage,
    },
    Journey {
        name: "forbids storage in the settings",
        engines: &Engine::ALL,
        places: PlaceKind::BOTH,
        run: forbids_storage,
    },
    Journey {
        name: "fills the storage",
        engines: &Engine::ALL,
        places: &[PlaceKind::Http],
        run: fills_the_storage,
    },
];

/// A fault, made by a script before the storage page's own, and what the page says of it.
struct Fault {
    name: &'static str,
    script: &'static str,
    said: &'static str,
}

const FORBIDDEN: &str = "do not let the page store anything";
const FULL: &str = "is full";
const BROKEN: &str = "gives no answer";

const FAULTS: [Fault; 7] = [
    Fault {
        name: "no indexedDB",
        script: "Object.defineProperty(window, 'indexedDB', { value: undefined });",
        said: BROKEN,
    },
    Fault {
        name: "open throws SecurityError",
        script: "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };",
        said: FORBIDDEN,
    },
    Fault {
        name: "open reports UnknownError",
        script: "IDBFactory.prototype.open = () => { const request = { error: new DOMException('no', 'UnknownError') }; \
                 setTimeout(() => request.onerror({ target: request })); return request; };",
        said: BROKEN,
    },
    Fault { name: "open never answers", script: "IDBFactory.prototype.open = () => ({});", said: BROKEN },
    Fault {
        name: "the disk is full",
        script: "IDBObjectStore.prototype.add = function () { const own = this.transaction; \
                 Object.defineProperty(own, 'error', { value: new DOMException('no', 'QuotaExceededError') }); own.abort(); };",
        said: FULL,
    },
    Fault {
        name: "writing throws",
        script: "IDBObjectStore.prototype.add = () => { throw new DOMException('no', 'UnknownError'); };",
        said: BROKEN,
    },
    Fault { name: "no storage page", script: "throw 'nothing runs here';", said: BROKEN },
];

fn meets_a_broken_storage(stage: &Stage) {
    let browser = stage.browser();
    for fault in &FAULTS {
        let folder = book_with(stage, fault.name, fault.script);
        goes_on(stage, &browser, &folder, fault.said, fault.name);
    }
}

/// A book whose storage page runs this script before its own.
fn book_with(stage: &Stage, name: &str, script: &str) -> PathBuf {
    let folder = stage.folder("faulty").join(name.replace(' ', "-"));
    book::copy(&book::fixture("kinds"), &folder);
    let page = folder.join("app/store.html");
    let own = std::fs::read_to_string(&page).unwrap_or_default();
    assert!(own.contains("indexedDB") && own.contains("'sha256-"), "app/store.html is not the storage any more");
    // Another script has another hash.
    let policy = own.find("'sha256-").map_or(0..0, |at| at..at + own[at..].find(";").unwrap_or(0));
    let open = format!("{}'unsafe-inline'{}", &own[..policy.start], &own[policy.end..]);
    let changed = open.replacen("<script>", &format!("<script>{script}\n"), 1);
    std::fs::write(&page, changed).unwrap_or_default();
    folder
}

/// Every answer of the storage takes longer than a click. What was done before the first of them is kept, and what was
/// done on an earlier day is still there.
const SLOW: &str = "const listen = addEventListener; \
     addEventListener = (kind, work) => listen(kind, event => setTimeout(work, kind === 'message' ? 700 : 0, event));";

fn answers_before_the_storage(stage: &Stage) {
    let place = stage.place(&book_with(stage, "slow", SLOW));
    let browser = stage.browser();
    let (first, second) = (&SOUTH[0], &SOUTH[1]);
    let quiz = QuizPage::open(&browser, &place, "south/check.html", "south-check");
    quiz.solve(first.item, &first.right);

    browser.reload();
    browser.wait("first('[data-quiz=south-check] .quiz-app[aria-busy]')");
    quiz.answer(second.item, &second.right);
    quiz.press_button(second.item, "Check the answer");
    assert!(
        browser.holds("first('.quiz-app[aria-busy]') && !first('.quiz-app .verdict')"),
        "the storage was quicker"
    );
    browser.wait("all('.quiz-app .verdict').length === 2");
    quiz.wait_saved();
    assert_eq!(quiz.done_items(), [first.item, second.item]);

    browser.reload();
    let quiz = QuizPage::here(&browser, "south-check");
    assert_eq!(quiz.done_items(), [first.item, second.item]);
}

/// The page says what is the matter; answering, verdicts and the summary work all the same.
fn goes_on(stage: &Stage, browser: &std::rc::Rc<Browser>, folder: &Path, said: &str, what: &str) {
    let place = stage.place(folder);
    let quiz = QuizPage::open(browser, &place, "south/check.html", "south-check");
    for known in &SOUTH {
        quiz.answer(known.item, &known.right);
        quiz.check(known.item);
    }
    browser.wait("all('h2, h3').some(e => words(e) === '3 of 3 points: passed')");
    browser
        .wait("words(document.querySelector('.quiz-app')).includes('Your answers are not kept on this computer.')");
    let text = browser.ask("return words(first('.quiz-app'))", json!([]));
    assert!(text.contains(said), "{what}: {text}");
    assert!(quiz.status().contains("not saved"), "{what}: {}", quiz.status());
    assert!(!text.contains("· saved"), "{what}: {text}");
    assert!(browser.holds("named('button', 'Save my answers as a file')"), "{what}: no way to keep the answers");
}

/// As a person does it: all site data blocked.
fn forbids_storage(stage: &Stage) {
    let browser = stage.browser_with(&Options {
        chromium_preferences: vec![("profile.default_content_setting_values.cookies", json!(2))],
        firefox_preferences: vec![("network.cookie.cookieBehavior", json!(2))],
        ..Options::default()
    });
    // Chromium says UnknownError, as it does when the disk fails.
    let said = if stage.engine == Engine::Firefox { FORBIDDEN } else { BROKEN };
    goes_on(stage, &browser, &book::fixture("kinds"), said, "blocked site data");
}

/// A real limit, which a very long text passes: the page says so, and what was saved before stays.
fn fills_the_storage(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let browser = stage.browser_with(&Options {
        // In kilobytes.
        firefox_preferences: vec![("dom.quotaManager.temporaryStorage.fixedLimit", json!(1_000))],
        ..Options::default()
    });
    if stage.engine == Engine::Chromium {
        let origin = place.url("").trim_end_matches('/').to_owned();
        browser.chromium("Storage.overrideQuotaForOrigin", json!({"origin": origin, "quotaSize": 500_000}));
    }
    let quiz = QuizPage::open(&browser, &place, "north/check.html", "north-check");
    quiz.solve("north-doors", &NORTH[0].right);
    browser.run(
        "const field = first('#north-essay textarea'), part = () => Math.random().toString(36).slice(2); \
         field.value = Array.from({length: 300000}, part).join(' '); \
         field.dispatchEvent(new InputEvent('input', {bubbles: true}))",
        json!([]),
    );
    browser.wait("words(first('.quiz-app')).includes('The storage of this browser is full.')");
    assert!(quiz.status().contains("not saved"), "{}", quiz.status());
    browser.reload();
    let quiz = QuizPage::here(&browser, "north-check");
    assert_eq!(quiz.done_items(), ["north-doors"]);
}
