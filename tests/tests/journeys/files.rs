//! *My progress*: what is due, and progress as a file out of one browser and into another.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use compendium_core::log::Entry;
use compendium_formats::progress_file;
use compendium_tests::book;
use compendium_tests::browser::{Browser, Engine, Options};
use compendium_tests::pages::{QuizPage, texts};
use compendium_tests::stage::{Journey, Place, PlaceKind, Stage};
use compendium_tests::wait::{wait_for, wait_until};
use serde_json::json;

use crate::answers::{NORTH, SOUTH};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "takes progress along",
        engines: &Engine::ALL,
        places: PlaceKind::BOTH,
        run: takes_progress_along,
    },
    Journey {
        name: "offers wrong files",
        engines: &Engine::ALL,
        places: &[PlaceKind::File],
        run: offers_wrong_files,
    },
    Journey { name: "starts anew", engines: &Engine::ALL, places: &[PlaceKind::File], run: starts_anew },
    Journey {
        name: "repeats what is due",
        engines: &Engine::ALL,
        places: &[PlaceKind::File],
        run: repeats_what_is_due,
    },
];

const BOOK: &str = "kinds";
pub const DAY: u64 = 86_400_000;

/// Out of one browser, into another that has answers of its own: the union, and nothing overwritten.
fn takes_progress_along(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let (first, downloads) = downloading(stage, "first");
    let quiz = QuizPage::open(&first, &place, "south/check.html", "south-check");
    quiz.solve("south-wait", &SOUTH[0].right);
    quiz.solve("south-where", &SOUTH[1].wrong);
    let quiz = QuizPage::open(&first, &place, "north/check.html", "north-check");
    quiz.solve("north-essay", &NORTH[6].right);
    let file = saved_file(&first, &place, &downloads, BOOK);
    assert_eq!(read(&file, BOOK).len(), 3);

    let (second, downloads) = downloading(stage, "second");
    let quiz = QuizPage::open(&second, &place, "south/check.html", "south-check");
    quiz.solve("south-who", &SOUTH[2].right);
    offer(&second, &place, &file);
    second.wait("said() === 'The file holds 3 new entries; 0 are already here.'");
    // Nothing has changed yet: whoever leaves has what was there before.
    second.click("Leave everything as it is");
    second.reload();
    second.wait("first('#progress-files')");
    numbers(&second, "1 of 12", "1 of 12");
    offer(&second, &place, &file);
    second.wait("said().includes('3 new entries')");
    second.click("Add them");
    second.wait("said() === '3 entries were added.'");
    numbers(&second, "4 of 12", "3 of 12");
    second.reload();
    numbers(&second, "4 of 12", "3 of 12");

    // A second time brings nothing.
    offer(&second, &place, &file);
    second.wait("said().startsWith('The file holds 0 new')");

    let quiz = QuizPage::open(&second, &place, "south/check.html", "south-check");
    assert_eq!(quiz.done_items(), ["south-wait", "south-where", "south-who"]);
    assert!(quiz.verdict("south-where").starts_with("Not right"));
    assert!(quiz.verdict("south-who").starts_with("Right"));
    let merged = read(&saved_file(&second, &place, &downloads, BOOK), BOOK);
    assert_eq!(merged.len(), 4);
    assert!(read(&file, BOOK).iter().all(|entry| merged.contains(entry)), "the merge changed an answer");
}

/// Each is refused with its reason, and nothing changes.
fn offers_wrong_files(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let (browser, downloads) = downloading(stage, "downloads");
    let quiz = QuizPage::open(&browser, &place, "south/check.html", "south-check");
    quiz.solve("south-wait", &SOUTH[0].right);
    let file = saved_file(&browser, &place, &downloads, BOOK);
    let good = std::fs::read_to_string(&file).unwrap_or_default();
    let wrong = [
        ("empty", String::new(), "cannot be read at line 1"),
        ("cut off", good[..good.len() * 2 / 3].to_owned(), "cannot be read at line"),
        ("an answer changed", good.replace("\"earned\":1", "\"earned\":0"), "was changed after it was saved"),
        ("an answer lost", good.replace("\"count\":1", "\"count\":2"), "was changed after it was saved"),
        (
            "of another book",
            good.replace("\"book\":\"kinds\"", "\"book\":\"other\""),
            "belongs to another book: other",
        ),
        (
            "of a later version",
            good.replace("\"version\":1", "\"version\":2"),
            "written by a later version of this book (2)",
        ),
        ("another kind of file", "{\"cards\": [1, 2, 3]}".to_owned(), "This is not a progress file."),
        ("no text", "\u{0}\u{1}PK\u{3}\u{4}".repeat(99), "cannot be read"),
    ];
    for (name, text, reason) in wrong {
        assert_ne!(text, good, "{name} is no wrong file");
        let path = stage.folder("wrong").join(format!("{}.json", name.replace(' ', "-")));
        std::fs::write(&path, text).unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
        offer(&browser, &place, &path);
        browser.wait(&format!("said().includes({reason:?}) && said().includes('Nothing was changed')"));
        assert!(browser.holds("!first('#progress-question')"), "{name}: it is offered all the same");
        numbers(&browser, "1 of 12", "1 of 12");
    }
    offer(&browser, &place, &file);
    browser.wait("said().startsWith('The file holds 0 new')");
    let quiz = QuizPage::open(&browser, &place, "south/check.html", "south-check");
    assert_eq!(quiz.done_items(), ["south-wait"]);
}

/// Only after a question, which leads to the file first.
fn starts_anew(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let browser = stage.fresh_browser();
    let quiz = QuizPage::open(&browser, &place, "south/check.html", "south-check");
    quiz.solve("south-wait", &SOUTH[0].right);
    open(&browser, &place);
    browser.click("Delete my progress");
    browser.wait("first('#progress-question') && document.activeElement.closest('#progress-question')");
    browser.click("Leave everything as it is");
    browser.wait("!first('#progress-question')");
    browser.reload();
    numbers(&browser, "1 of 12", "1 of 12");
    browser.click("Delete my progress");
    browser.click("Delete all entries");
    numbers(&browser, "0 of 12", "0 of 12");
    browser.wait("!first('#progress-question')");
    assert!(browser.holds("document.activeElement !== document.body"), "deleting loses the focus");
    browser.reload();
    numbers(&browser, "0 of 12", "0 of 12");
    let quiz = QuizPage::open(&browser, &place, "south/check.html", "south-check");
    assert!(quiz.done_items().is_empty());
}

/// Answers of a hundred days ago: due first under My progress, hidden in the quiz until answered again.
fn repeats_what_is_due(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let (browser, downloads) = downloading(stage, "downloads");
    let quiz = QuizPage::open(&browser, &place, "south/check.html", "south-check");
    for known in &SOUTH {
        quiz.solve(known.item, &known.right);
    }
    open(&browser, &place);
    assert!(
        browser.holds("!all('.quiz-app a').some(e => /#south-/.test(e.href))"),
        "something is due on the first day"
    );
    let file = saved_file(&browser, &place, &downloads, BOOK);
    let mut entries = read(&file, BOOK);
    entries.retain(|entry| !format!("{:?}", entry.event).contains("south-who"));
    for entry in &mut entries {
        entry.id.at -= 100 * DAY;
    }
    let old = stage.folder("old").join("old.json");
    std::fs::write(&old, progress_file::write(BOOK, 1, &entries)).unwrap_or_else(|error| panic!("{error}"));

    let learner = stage.fresh_browser();
    offer(&learner, &place, &old);
    learner.click("Add them");
    numbers(&learner, "2 of 12", "2 of 12");
    let due =
        texts(learner.run("return all('.quiz-app a').filter(e => /#south-/.test(e.href)).map(words)", json!([])));
    assert!(
        due.contains(&"How long does one wait?".to_owned()) && due.contains(&"Where does one wait?".to_owned()),
        "{due:?}"
    );
    learner.click("How long does one wait?");
    wait_until("the question", || place.page(&learner).ends_with("south/check.html#south-wait"));
    let quiz = QuizPage::here(&learner, "south-check");
    learner.wait("words(first('.quiz-app')).includes('2 of these questions are due again.')");
    assert!(
        !learner.ask("return words(first('.quiz-app'))", json!([])).contains("The brigade decides."),
        "the old answer shows"
    );
    learner.click("Answer the 2 that are due");
    wait_for("a round of what is due", || (quiz.open_items().contains(&"south-wait".to_owned())).then_some(()));
    quiz.solve("south-wait", &SOUTH[0].right);
    quiz.solve("south-where", &SOUTH[1].right);
    open(&learner, &place);
    assert!(
        learner.holds("!all('.quiz-app a').some(e => /#south-wh|#south-wait/.test(e.href))"),
        "still due after an answer"
    );
}

pub fn downloading(stage: &Stage, name: &str) -> (Rc<Browser>, PathBuf) {
    let downloads = stage.folder(name);
    let browser = stage.browser_with(&Options { downloads: Some(downloads.clone()), ..Options::default() });
    (browser, downloads)
}

fn open(browser: &Browser, place: &Place) {
    browser.go(&place.url("progress.html"));
    browser.wait("first('#progress-files')");
}

/// Saves the progress as a file, the one file in the folder.
pub fn saved_file(browser: &Browser, place: &Place, downloads: &Path, book: &str) -> PathBuf {
    open(browser, place);
    browser.click("Save my progress as a file");
    wait_for("a whole file", || {
        let paths: Vec<PathBuf> = std::fs::read_dir(downloads).ok()?.flatten().map(|entry| entry.path()).collect();
        let whole = paths.iter().find(|path| path.extension().is_some_and(|extension| extension == "json"))?;
        let is_alone = paths.len() == 1;
        let text = std::fs::read_to_string(whole).ok()?;
        (is_alone && progress_file::read(&text, book).is_ok()).then(|| whole.clone())
    })
}

pub fn read(file: &Path, book: &str) -> Vec<Entry> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    progress_file::read(&text, book).unwrap_or_else(|refusal| panic!("{}: {refusal:?}", file.display()))
}

/// Chooses a file under My progress.
pub fn offer(browser: &Browser, place: &Place, file: &Path) {
    open(browser, place);
    browser.find("document.querySelector('.quiz-app input[type=file]')").send(&file.to_string_lossy());
}

/// How many were answered, and how many of them right.
#[track_caller]
fn numbers(browser: &Browser, answered: &str, right: &str) {
    browser.wait(&format!(
        "all('.stat .big').map(words)[1] === {answered:?} && all('.stat .big').map(words)[2] === {right:?}"
    ));
}
