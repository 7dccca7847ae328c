//! What is kept: over pages, reloads, restarts, a killed browser and an edited book.

use compendium_tests::book;
use compendium_tests::browser::{Engine, Options};
use compendium_tests::pages::{Answer, QuizPage};
use compendium_tests::stage::{Journey, PlaceKind, Stage};
use compendium_tests::wait::wait_for;
use serde_json::json;

use crate::answers::{NORTH, SOUTH};
use crate::stored;

pub const JOURNEYS: &[Journey] = &[
    Journey { name: "comes back later", engines: &Engine::ALL, places: PlaceKind::ALL, run: comes_back_later },
    Journey {
        name: "comes back to an edited book",
        engines: &Engine::ALL,
        places: &[PlaceKind::File],
        run: comes_back_to_an_edited_book,
    },
    Journey { name: "loses power", engines: &Engine::ALL, places: PlaceKind::BOTH, run: loses_power },
];

fn comes_back_later(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let options = Options { profile: Some(stage.folder("profile")), ..Options::default() };
    let browser = stage.browser_with(&options);
    let quiz = QuizPage::open(&browser, &place, "north/check.html", "north-check");
    quiz.solve("north-doors", &NORTH[0].right);
    quiz.solve("north-warden", &NORTH[1].wrong);
    // Half an answer, without a check.
    quiz.answer("north-word", &Answer::Typed("half a th"));
    quiz.answer("north-case-first", &NORTH[7].right);
    let order = quiz.choices("north-case-first");
    wait_for("the drafts", || stored(&browser, "/half a th/.test(drafts['north-word'])").then_some(()));
    browser.reload();
    let quiz = QuizPage::here(&browser, "north-check");
    let still_there = |quiz: &QuizPage<'_>| {
        assert_eq!(quiz.done_items(), ["north-doors", "north-warden"]);
        assert!(quiz.browser.holds("first('#north-word input').value === 'half a th'"), "the half answer is lost");
        let chosen = "words(first('#north-case-first .choice:has(input:checked) span')) === 'Tell the warden'";
        assert!(quiz.browser.holds(chosen), "the choice without a check is lost");
        assert_eq!(quiz.choices("north-case-first"), order, "the order changed");
        assert!(quiz.status().starts_with("2 of 9 checked · 1 point"), "{}", quiz.status());
    };
    still_there(&quiz);

    // A quiz of the same name in another chapter knows nothing of it.
    let quiz = QuizPage::open(&browser, &place, "south/check.html", "south-check");
    assert!(quiz.status().starts_with("0 of 3 checked"), "{}", quiz.status());
    quiz.solve("south-where", &SOUTH[1].wrong);
    still_there(&QuizPage::open(&browser, &place, "north/check.html", "north-check"));

    stage.quit(browser);
    let browser = stage.browser_with(&options);
    still_there(&QuizPage::open(&browser, &place, "north/check.html", "north-check"));
    let quiz = QuizPage::open(&browser, &place, "south/check.html", "south-check");
    assert_eq!(quiz.done_items(), ["south-where"]);
}

/// One question gets a new wording, another one a new explanation: only the first is asked again.
fn comes_back_to_an_edited_book(stage: &Stage) {
    let source = stage.folder("source");
    book::copy(&book::fixture_source("kinds"), &source);
    let out = stage.folder("built").join("book");
    book::build(&source, &out);
    let place = stage.place(&out);
    let browser = stage.fresh_browser();
    let quiz = QuizPage::open(&browser, &place, "south/check.html", "south-check");
    for known in &SOUTH {
        quiz.solve(known.item, &known.right);
    }
    browser.wait("all('h2, h3').some(e => words(e) === '3 of 3 points: passed')");

    let file = source.join("src/south/check.md");
    book::edit(&file, "[ ] In the car park alone", "[ ] In the car park, alone");
    book::edit(&file, "The brigade decides.", "The brigade decides this.");
    book::build(&source, &out);
    browser.reload();
    let quiz = QuizPage::here(&browser, "south-check");
    assert_eq!(quiz.done_items(), ["south-wait", "south-who"]);
    assert_eq!(quiz.open_items(), ["south-where"]);
    assert!(browser.ask("return words(first('#south-wait'))", json!([])).contains("The brigade decides this."));
    quiz.solve("south-where", &SOUTH[1].right);
    browser.wait("all('h2, h3').some(e => words(e) === '3 of 3 points: passed')");
}

/// SIGKILL as soon as the page says "saved".
fn loses_power(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let options = Options { profile: Some(stage.folder("profile")), ..Options::default() };
    let mut done: Vec<&str> = Vec::new();
    for known in &SOUTH {
        let browser = stage.browser_with(&options);
        let quiz = QuizPage::open(&browser, &place, "south/check.html", "south-check");
        assert_eq!(quiz.done_items(), done, "an answer that was shown as saved is lost");
        quiz.solve(known.item, &known.right);
        done.push(known.item);
        stage.kill(browser);
    }
    let browser = stage.browser_with(&options);
    let quiz = QuizPage::open(&browser, &place, "south/check.html", "south-check");
    assert_eq!(quiz.done_items(), done, "an answer that was shown as saved is lost");
}
