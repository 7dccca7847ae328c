//! What a trainee does alone: flashcards, the two placement tests, and the record of it all.

use compendium_formats::progress_file;
use compendium_tests::book;
use compendium_tests::browser::{Browser, Engine, key};
use compendium_tests::pages::{Answer, QuizPage, search, tab_to};
use compendium_tests::stage::{Journey, PlaceKind, Stage};
use compendium_tests::wait::wait_for;
use serde_json::json;

use crate::fallback::printed;
use crate::files::{DAY, downloading, offer, read, saved_file};
use crate::stored;

pub const JOURNEYS: &[Journey] = &[
    Journey { name: "turns flashcards", engines: &Engine::ALL, places: PlaceKind::BOTH, run: turns_flashcards },
    Journey {
        name: "turns due flashcards again",
        engines: &Engine::ALL,
        places: &[PlaceKind::File],
        run: turns_due_flashcards,
    },
    Journey { name: "prints a record", engines: &Engine::ALL, places: PlaceKind::BOTH, run: prints_a_record },
    Journey { name: "gains", engines: &Engine::ALL, places: &[PlaceKind::File], run: gains },
];

const DECK: &str = "sg1-cards";

fn shows(browser: &Browser, words: &str) {
    browser.wait(&format!("words(first('.quiz-app')).includes({})", json!(words)));
}

/// Turns the card that has the focus, and says how well it was known.
fn rate(browser: &Browser, card: &str, rating: &str) {
    tab_to(browser, &format!("e === first('#{card} .btn.primary')"), true);
    browser.press(&[key::ENTER]);
    browser.wait(&format!("document.activeElement === first('#{card} .card-back')"));
    tab_to(browser, &format!("e.closest('#{card} .recall') && words(e).startsWith({})", json!(rating)), true);
    browser.press(&[key::ENTER]);
}

fn turns_flashcards(stage: &Stage) {
    let place = stage.place(&book::fixture("study"));
    let browser = stage.fresh_browser();
    let deck = QuizPage::open(&browser, &place, "guide/cards.html", DECK);
    shows(&browser, "3 cards");
    assert!(!browser.ask("return words(first('.quiz-app'))", json!([])).contains("wombat"), "the back shows");
    tab_to(&browser, "e === first('#sg1-card-drill .btn.primary')", true);
    rate(&browser, "sg1-card-drill", "Well");
    browser.wait("document.activeElement === first('#sg1-card-fire')");
    assert!(browser.holds("words(first('#sg1-card-drill')).includes('It comes back in 2 days.')"));
    rate(&browser, "sg1-card-fire", "Not at all");
    browser.wait("document.activeElement === first('#sg1-card-way')");
    assert!(browser.holds("words(first('#sg1-card-fire')).includes('It comes back tomorrow.')"));
    deck.wait_saved();
    // A card that was turned and not rated lies there turned.
    tab_to(&browser, "e === first('#sg1-card-way .btn.primary')", true);
    browser.press(&[key::ENTER]);
    browser.wait("first('#sg1-card-way .recall')");
    browser.reload();
    let deck = QuizPage::here(&browser, DECK);
    assert!(deck.status().starts_with("2 of 3 checked · saved") || deck.status().starts_with("2 of 3 checked"));
    browser.wait("first('#sg1-card-way .recall')");
    // At once: the fourth letter.
    browser.find("first('#sg1-card-way .recall button')").click("a rating");
    browser.wait("words(first('#sg1-cards-summary')) === '1 of 3 cards remembered'");
    browser.click("Only the ones I missed");
    browser.wait("all('.quiz-app .item').length === 2");

    browser.go(&place.url("progress.html"));
    shows(&browser, "3 of 3 flashcards turned · 0 due");
    shows(&browser, "0 of 2");
    // The back is no text of the book.
    assert!(search(&browser, "wombat", "No").is_empty());
}

fn turns_due_flashcards(stage: &Stage) {
    let place = stage.place(&book::fixture("study"));
    let (browser, downloads) = downloading(stage, "downloads");
    QuizPage::open(&browser, &place, "guide/cards.html", DECK);
    tab_to(&browser, "e === first('#sg1-card-drill .btn.primary')", true);
    rate(&browser, "sg1-card-drill", "At once");
    browser.wait("document.activeElement === first('#sg1-card-fire')");
    browser.go(&place.url("progress.html"));
    let file = saved_file(&browser, &place, &downloads, "study");
    let mut entries = read(&file, "study");
    for entry in &mut entries {
        entry.id.at -= 100 * DAY;
    }
    let old = stage.folder("old").join("old.json");
    std::fs::write(&old, progress_file::write("study", 1, &entries)).unwrap_or_else(|error| panic!("{error}"));

    let learner = stage.fresh_browser();
    offer(&learner, &place, &old);
    learner.click("Add them");
    shows(&learner, "1 of 3 flashcards turned · 1 due");
    learner.click("What rings for a drill?");
    QuizPage::here(&learner, DECK);
    shows(&learner, "One of these cards is due again.");
    assert!(!learner.ask("return words(first('.quiz-app'))", json!([])).contains("wombat"), "the old answer shows");
    learner.click("Turn the one that is due");
    rate(&learner, "sg1-card-drill", "Well");
    // Remembered after a hundred days, it stays away for longer than that.
    learner.wait("/It comes back in \\d{3,} days/.test(words(first('#sg1-card-drill')))");
}

fn prints_a_record(stage: &Stage) {
    let place = stage.place(&book::fixture("study"));
    let browser = stage.fresh_browser();
    browser.go(&place.url("record.html"));
    shows(&browser, "Nothing to record yet.");
    let quiz = QuizPage::open(&browser, &place, "course/unit-1.html", "c1-check");
    quiz.solve("c1-drill", &Answer::One("A bell"));
    quiz.solve("c1-smoke", &Answer::One("The lift"));
    browser.go(&place.url("record.html"));
    shows(&browser, "2 of 2 questions answered · 1 of 2 points at the last answer · 1 of 1 quizzes passed");
    let states = "return all('.quiz-app li').map(words).join('|')";
    let outcomes = browser.ask(states, json!([]));
    assert!(outcomes.contains("reached Tell a bell from a siren"), "{outcomes}");
    assert!(outcomes.contains("not yet Choose the way out"), "{outcomes}");
    let weeks = browser.ask("return all('.quiz-app tbody tr').map(words).join('|')", json!([]));
    assert!(weeks.contains("Choose the way out") && !weeks.contains("Tell a bell"), "{weeks}");

    browser.find("first('#record-name')").send("Ama Learner");
    browser.press(&[key::TAB]);
    wait_for("the name", || stored(&browser, "drafts['profile/learner'] === 'Ama Learner'").then_some(()));
    browser.reload();
    browser.wait("(first('#record-name') || {}).value === 'Ama Learner'");
    let paper = printed(stage, &browser);
    for part in ["Self-study", "Ama Learner", "C1 Alarms", "not yet", "Seen by, on"] {
        assert!(paper.contains(part), "{part} is not on the paper:\n{paper}");
    }
    assert!(!paper.contains("Print this record"));
}

fn gains(stage: &Stage) {
    let place = stage.place(&book::fixture("study"));
    let browser = stage.fresh_browser();
    let quiz = QuizPage::open(&browser, &place, "before.html", "before-test");
    quiz.solve("before-one", &Answer::One("Yes"));
    quiz.solve("before-two", &Answer::One("No"));
    browser.go(&place.url("progress.html"));
    shows(&browser, "Before the course: 50 %");
    shows(&browser, "After the course: not finished yet");
    let quiz = QuizPage::open(&browser, &place, "after.html", "after-test");
    quiz.solve("after-one", &Answer::One("Yes"));
    quiz.solve("after-two", &Answer::One("Yes"));
    browser.go(&place.url("progress.html"));
    shows(&browser, "You gained 100 % of what was left to gain");
}
