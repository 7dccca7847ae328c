//! A book that is read from right to left.

use compendium_tests::book;
use compendium_tests::browser::{Engine, key};
use compendium_tests::pages::{Answer, QuizPage};
use compendium_tests::stage::{Journey, PlaceKind, Stage};
use compendium_tests::wait::wait_until;
use serde_json::json;

pub const JOURNEYS: &[Journey] = &[Journey {
    name: "reads from right to left",
    engines: &Engine::ALL,
    places: PlaceKind::BOTH,
    run: right_to_left,
}];

fn right_to_left(stage: &Stage) {
    let place = stage.place(&book::fixture("rtl"));
    let browser = stage.fresh_browser();
    let quiz = QuizPage::open(&browser, &place, "leaving.html", "leaving-check");
    assert!(browser.holds("document.documentElement.dir === 'rtl' && document.documentElement.lang === 'ar'"));
    // Text begins at the right: the letters of the choices stand right of their texts.
    assert!(
        browser
            .holds("all('.choice').every(e => box(e.querySelector('b')).x > box(e.querySelector('b + span')).x)")
    );
    // The contents stand at the right of the page.
    assert!(browser.holds("box(first('#mdbook-sidebar')).x > box(first('main')).x"));

    quiz.choose("leaving-doors", "أغلق كل باب خلفك");
    browser.find("first('#leaving-doors .btn.primary')").click("check");
    browser.wait("first('#leaving-doors .verdict.good')");
    let wanted = ["اخرج من أقرب باب", "اذهب إلى نقطة التجمع", "انتظر حتى تُعدّ"];
    for (place, entry) in wanted.iter().enumerate() {
        while quiz.place_of("leaving-order", entry) > place {
            let at = quiz.place_of("leaving-order", entry);
            let row = format!("all('#leaving-order .ordering li')[{at}].querySelector('button')");
            browser.find(&row).click("up");
            wait_until("the entry moves", || quiz.place_of("leaving-order", entry) < at);
        }
    }
    browser.find("first('#leaving-order .btn.primary')").click("check");
    browser.wait("first('#leaving-order .verdict.good')");
    // Digits as they are written in Arabic count too.
    quiz.answer("leaving-number", &Answer::Typed("١٢"));
    browser.find("first('#leaving-number .btn.primary')").click("check");
    browser.wait("first('#leaving-number .verdict.good')");

    for width in [1280, 360] {
        browser.resize(width, 800);
        for page in ["leaving.html", "index.html", "progress.html", "glossary.html"] {
            browser.go(&place.url(page));
            let wide = browser.run(
                "const html = document.documentElement; return [html.scrollWidth, html.clientWidth]",
                json!([]),
            );
            assert!(wide[0].as_i64() <= wide[1].as_i64().map(|own| own + 1), "{page} at {width}: {wide}");
        }
    }
    browser.resize(1280, 900);

    // Forward is to the left.
    browser.go(&place.url("index.html"));
    browser.press(&[key::LEFT]);
    wait_until("the next page", || !place.page(&browser).starts_with("index.html"));
    browser.wait("document.readyState === 'complete'");
    browser.press(&[key::RIGHT]);
    wait_until("the page before", || place.page(&browser).starts_with("index.html"));
}
