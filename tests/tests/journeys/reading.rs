//! Reading, and finding what was read.

use compendium_tests::book;
use compendium_tests::browser::{Browser, Engine};
use compendium_tests::pages::search;
use compendium_tests::stage::{Journey, PlaceKind, Stage};
use compendium_tests::wait::wait_until;
use serde_json::json;

pub const JOURNEYS: &[Journey] = &[
    Journey { name: "reads and searches", engines: &Engine::ALL, places: PlaceKind::ALL, run: reads_and_searches },
    Journey { name: "meets a term", engines: &Engine::ALL, places: PlaceKind::BOTH, run: meets_a_term },
];

/// Words of the answers, feedback and rationales of the fixture, and of nothing else.
const SECRETS: [&str; 6] = ["zibeline", "quokka", "numbat", "marmalade", "wombat", "axolotl"];

fn reads_and_searches(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let browser = stage.browser();
    browser.go(&place.url("index.html"));
    browser.click("North");
    browser.wait("words(first('h1')) === 'North'");
    assert!(browser.ask("return words(first('main'))", json!([])).contains("heliotrope lamp"));

    browser.go(&place.url("south/check.html"));
    let found = search(&browser, "heliotrope", "Results: ");
    assert!(found.iter().any(|title| title.contains("North")), "{found:?}");
    browser.click_on("#mdbook-searchresults a");
    wait_until("the page that was found", || place.page(&browser).starts_with("north/check.html"));
    browser.wait("words(first('main')).includes('heliotrope lamp')");

    for word in SECRETS {
        let found = search(&browser, word, "Nothing found");
        assert!(found.is_empty(), "{word}: {found:?}");
    }
    let index = book::files(&place.folder, ".js").into_iter().filter(|name| name.starts_with("searchindex"));
    let mut n_indexes = 0;
    for name in index {
        let text = std::fs::read_to_string(place.folder.join(&name)).unwrap_or_default().to_lowercase();
        for word in SECRETS {
            assert!(!text.contains(word), "{name} holds {word:?}");
        }
        n_indexes += 1;
    }
    assert_eq!(n_indexes, 1);
}

/// A glossary definition shows on focus and on hover, stays while the pointer is on it, and goes by Escape.
fn meets_a_term(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let browser = stage.browser();
    browser.go(&place.url("north/check.html"));
    let definition = "The place outside the building where everyone is counted.";
    let term = "first('a.term[href$=\"#term-assembly-point\"]')";
    browser.wait(term);

    // By keyboard.
    browser.run(&format!("{term}.focus()"), json!([]));
    wait_for_note(&browser, definition);
    let described = browser
        .ask(&format!("return words(document.getElementById({term}.getAttribute('aria-describedby')))"), json!([]));
    assert_eq!(described, definition);
    assert!(
        browser.holds(&format!("!overlap({term}, first('[role=tooltip]'))")),
        "the note hides the term that has the focus"
    );
    browser.press(&[compendium_tests::browser::key::ESCAPE]);
    browser.wait("!first('[role=tooltip]')");
    assert!(browser.holds(&format!("document.activeElement === {term}")), "Escape moved the focus");
    browser.run("document.activeElement.blur()", json!([]));

    // By pointer: from the term onto the note.
    let centre = |expression: &str| {
        let place = browser.run(&format!("return box({expression})"), json!([]));
        let at = |name: &str| place[name].as_f64().unwrap_or_default();
        (at("x") + at("w") / 2.0, at("y") + at("h") / 2.0)
    };
    browser.run(&format!("{term}.scrollIntoView({{block: 'center'}})"), json!([]));
    let (x, y) = centre(term);
    browser.point_at(x, y);
    wait_for_note(&browser, definition);
    let (x, y) = centre("first('[role=tooltip]')");
    browser.point_at(x, y);
    // Longer than the pause after which a note goes.
    let held = browser.run_async("setTimeout(() => done(!!first('[role=tooltip]')), 600)", json!([]));
    assert_eq!(held, true, "the note goes when the pointer is on it");
    browser.press(&[compendium_tests::browser::key::ESCAPE]);
    browser.wait("!first('[role=tooltip]')");

    // The way to the entry itself.
    browser.click_on("a.term[href$=\"#term-assembly-point\"]");
    wait_until("the glossary", || place.page(&browser).starts_with("glossary.html"));
}

fn wait_for_note(browser: &Browser, definition: &str) {
    browser.wait(&format!("words(first('[role=tooltip]')) === {definition:?}"));
}
