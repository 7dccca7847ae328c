//! A quiz of every kind of question, by clicks alone and by keyboard alone.

use compendium_tests::book;
use compendium_tests::browser::{Browser, Engine, key};
use compendium_tests::pages::{Answer, QuizPage, tab_to, texts};
use compendium_tests::stage::{Journey, PlaceKind, Stage};
use compendium_tests::wait::wait_for;
use serde_json::json;

use crate::answers::{Known, NORTH};

pub const JOURNEYS: &[Journey] = &[
    Journey { name: "answers by clicks", engines: &Engine::ALL, places: PlaceKind::BOTH, run: answers_by_clicks },
    Journey {
        name: "answers by keyboard",
        engines: &Engine::ALL,
        places: &[PlaceKind::File],
        run: answers_by_keyboard,
    },
    Journey { name: "letter keys", engines: &Engine::ALL, places: &[PlaceKind::File], run: letter_keys },
];

/// Questions that are answered wrongly at first.
const MISSED: [&str; 3] = ["north-doors", "north-match", "north-number"];

fn answers_by_clicks(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let browser = stage.fresh_browser();
    let quiz = QuizPage::open(&browser, &place, "north/check.html", "north-check");
    assert_eq!(quiz.open_items(), NORTH.map(|known| known.item));
    no_answer_shows(&quiz);
    for known in &NORTH {
        let is_missed = MISSED.contains(&known.item);
        let verdict = quiz.solve(known.item, if is_missed { &known.wrong } else { &known.right });
        let expected = if is_missed { "Not right" } else { "Right" };
        assert!(verdict.starts_with(expected) || known.item == "north-essay", "{}: {verdict}", known.item);
        every_choice_is_explained(&quiz, known);
    }
    let missed: u32 = NORTH.iter().filter(|known| MISSED.contains(&known.item)).map(|known| known.points).sum();
    let all: u32 = NORTH.iter().map(|known| known.points).sum();
    assert!(quiz.status().starts_with(&format!("9 of 9 checked · {} points", all - missed)), "{}", quiz.status());
    browser
        .wait(&format!("all('h2, h3').some(e => words(e) === '{} of {all} points: not passed yet')", all - missed));
    let again =
        texts(browser.run("return all('.quiz-app ul a').filter(seen).map(e => e.getAttribute('href'))", json!([])));
    assert_eq!(again, ["#north-leaving", "#north-roles", "#north-numbers"], "the passages to read again");

    // A further try keeps the order, and the first answer counts.
    let order = quiz.choices("north-doors");
    quiz.press_button("north-doors", "Try once more");
    browser.wait("!first('#north-doors .verdict')");
    assert_eq!(quiz.choices("north-doors"), order);
    quiz.solve("north-doors", &NORTH[0].right);
    assert!(quiz.status().contains(&format!("{} points", all - missed)), "{}", quiz.status());

    browser.click("Only the ones I missed");
    wait_for("a round of what was missed", || (quiz.open_items() == MISSED).then_some(()));
    assert!(quiz.status().starts_with("0 of 3 checked"), "{}", quiz.status());
    for known in NORTH.iter().filter(|known| MISSED.contains(&known.item)) {
        quiz.solve(known.item, &known.right);
    }
    browser.wait("all('h2, h3').some(e => /^5 of 5 points: passed/.test(words(e)))");
    browser.reload();
    let quiz = QuizPage::here(&browser, "north-check");
    assert_eq!(quiz.done_items(), MISSED);
    browser.click("Retry all");
    wait_for("a round of all", || (quiz.open_items().len() == NORTH.len()).then_some(()));
}

/// Neither feedback nor rationales before an answer.
fn no_answer_shows(quiz: &QuizPage<'_>) {
    let text = quiz.browser.ask("return words(first(arguments[0]))", json!([quiz.mount()]));
    for word in ["zibeline", "quokka", "marmalade", "wombat", "Only the ones I missed"] {
        assert!(!text.contains(word), "before an answer the page shows {word:?}");
    }
}

fn every_choice_is_explained(quiz: &QuizPage<'_>, known: &Known) {
    if !matches!(known.right, Answer::One(_) | Answer::Many(_)) {
        return;
    }
    let explained = texts(quiz.browser.run(
        "return all('#' + arguments[0] + ' .choice').map(e => words(e.querySelector('.why')))",
        json!([known.item]),
    ));
    assert!(explained.len() >= 3 && explained.iter().all(|text| text.ends_with('.')), "{explained:?}");
}

/// Everything with Tab, arrows, Space and Enter; the focus never gets lost.
fn answers_by_keyboard(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let browser = stage.fresh_browser();
    let quiz = QuizPage::open(&browser, &place, "north/check.html", "north-check");
    tab_to(&browser, "e.matches('#north-doors input')", true);
    for known in &NORTH {
        by_keyboard(&quiz, known);
        quiz.wait_saved();
        let kept = browser.holds(&format!(
            "document.activeElement !== document.body && document.activeElement.closest('#{}')",
            known.item
        ));
        assert!(kept, "after the check of {} the focus is elsewhere", known.item);
        let verdict = quiz.verdict(known.item);
        assert!(verdict.starts_with("Right") || known.item == "north-essay", "{}: {verdict}", known.item);
    }
    browser.wait("all('h2, h3').some(e => words(e) === '16 of 16 points: passed')");
    tab_to(&browser, "words(e) === 'Retry all'", true);
    browser.press(&[key::ENTER]);
    wait_for("a new round", || (quiz.open_items().len() == NORTH.len()).then_some(()));
    assert!(browser.holds("document.activeElement.closest('.quiz-app')"), "a new round loses the focus");
}

fn by_keyboard(quiz: &QuizPage<'_>, known: &Known) {
    let browser = quiz.browser;
    let item = known.item;
    let within = |css: &str| format!("e.matches('#{item} {css}')");
    match &known.right {
        Answer::One(choice) => {
            tab_to(browser, &within("input[type=radio]"), true);
            let at = quiz.choices(item).iter().position(|own| own == choice).unwrap_or_default();
            browser.press(&[key::SPACE]);
            for _ in 0..at {
                browser.press(&[key::DOWN]);
            }
            let chosen = format!("words(first('#{item} .choice:has(input:checked) span')) === {choice:?}");
            browser.wait(&chosen);
            // On the way to the button: how sure.
            tab_to(browser, &within(".seg input"), true);
            browser.press(&[key::SPACE]);
            press_button(browser, item, "Check the answer");
        }
        Answer::Many(choices) => {
            for choice in quiz.choices(item).iter().filter(|own| choices.contains(&own.as_str())) {
                let row =
                    format!("{} && words(e.parentElement.querySelector('span')) === {choice:?}", within("input"));
                tab_to(browser, &row, true);
                browser.press(&[key::SPACE]);
            }
            // Enter in a choice checks the answer.
            browser.press(&[key::ENTER]);
        }
        Answer::Order(entries) => order_by_keyboard(quiz, item, entries),
        Answer::Match(pairs) => {
            for (left, right) in *pairs {
                let list = format!("{} && words(e.labels[0]) === {left:?}", within("select"));
                tab_to(browser, &list, true);
                let script =
                    "return [...document.activeElement.options].findIndex(o => clean(o.text) === arguments[0])";
                let downs = browser.run(script, json!([right])).as_i64().unwrap_or_default();
                for _ in 0..downs {
                    browser.press(&[key::DOWN]);
                }
                browser.wait(&format!("clean(document.activeElement.selectedOptions[0].text) === {right:?}"));
            }
            press_button(browser, item, "Check the answer");
        }
        Answer::Typed(text) => {
            tab_to(browser, &within("input[type=text]"), true);
            browser.type_text(text);
            browser.press(&[key::ENTER]);
        }
        Answer::Essay(text, points) => {
            tab_to(browser, &within("textarea"), true);
            browser.type_text(text);
            press_button(browser, item, "Show the rubric");
            for (criterion, points) in points.iter().enumerate() {
                let group = format!(
                    "{} && e.closest('fieldset') === all('#{item} .matching fieldset')[{criterion}]",
                    within("input")
                );
                tab_to(browser, &group, true);
                browser.press(&[key::SPACE]);
                for _ in 0..*points {
                    browser.press(&[key::RIGHT]);
                }
            }
            press_button(browser, item, "Check the answer");
        }
    }
    browser.wait(&format!("first('#{item} .verdict')"));
}

/// The first moves by the buttons, the others by Alt and an arrow.
fn order_by_keyboard(quiz: &QuizPage<'_>, item: &str, entries: &[&str]) {
    let browser = quiz.browser;
    let mut by_button = true;
    for (place, entry) in entries.iter().enumerate() {
        let mut at = quiz.place_of(item, entry);
        if at == place {
            continue;
        }
        let button = format!("name(e) === 'Move up: {entry}' || name(e) === 'Move down: {entry}'");
        tab_to(browser, &format!("e.closest('#{item}') || e.closest('#north-match')"), true);
        let is_forward = browser.holds(&format!(
            "named('button', 'Move up: {entry}').compareDocumentPosition(document.activeElement) & 2"
        ));
        tab_to(browser, &button, is_forward);
        while at > place {
            if by_button {
                tab_to(browser, &format!("name(e) === 'Move up: {entry}'"), false);
                browser.press(&[key::ENTER]);
            } else {
                browser.press(&[key::ALT, key::UP]);
            }
            at = wait_for(&format!("{entry:?} above place {at}"), || {
                Some(quiz.place_of(item, entry)).filter(|new| *new < at)
            });
            browser.wait(&format!("/^Move (up|down): {entry}$/.test(name(document.activeElement))"));
        }
        by_button = false;
    }
    press_button(browser, item, "Check the answer");
}

fn press_button(browser: &Browser, item: &str, name: &str) {
    tab_to(browser, &format!("e.closest('#{item}') && words(e) === {name:?}"), true);
    browser.press(&[key::ENTER]);
}

/// Single letters work in a question, not in its fields, and can be switched off for good (WCAG 2.1.4).
fn letter_keys(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let browser = stage.fresh_browser();
    let quiz = QuizPage::open(&browser, &place, "north/check.html", "north-check");
    let first = "first('#north-doors input')";
    browser.run(&format!("{first}.focus()"), json!([]));
    browser.press(&["b"]);
    browser.wait("all('#north-doors .choice input').findIndex(e => e.checked) === 1");
    browser.press(&["h"]);
    browser.wait("first('#north-doors .hint').open");
    browser.press(&["n"]);
    browser.wait("document.activeElement.closest('#north-warden')");
    browser.press(&["p"]);
    browser.wait("document.activeElement.closest('#north-doors')");
    browser.run("first('#north-word input[type=text]').focus()", json!([]));
    browser.type_text("bhnp");
    browser.wait("first('#north-word input[type=text]').value === 'bhnp'");

    // Outside a quiz a letter does nothing.
    browser.run("document.activeElement.blur()", json!([]));
    let before = browser.url();
    for letter in ["a", "b", "h", "n", "p", "s"] {
        browser.press(&[letter]);
    }
    assert_eq!(browser.url(), before);
    assert!(browser.holds("document.activeElement === document.body"), "a letter outside moved the focus");

    let switch = "first('.plain-check input', document.querySelector('.quiz-app'))";
    browser.find(switch).click("Single letters");
    browser.wait(&format!("!{switch}.checked"));
    let kept = format!("drafts['{}'] === 'off'", "/shortcuts");
    wait_for("the switch in the store", || crate::stored(&browser, &kept).then_some(()));
    for is_reloaded in [false, true] {
        if is_reloaded {
            browser.reload();
            QuizPage::here(&browser, "north-check");
            assert!(browser.holds(&format!("!{switch}.checked")), "the switch is forgotten");
        }
        browser.run(&format!("{first}.focus()"), json!([]));
        browser.press(&["c"]);
        browser.press(&["n"]);
        browser.wait("document.activeElement.closest('#north-doors')");
        assert!(
            browser.holds("!all('#north-doors .choice input')[2].checked"),
            "a letter works though switched off"
        );
    }
    drop(quiz);
}
