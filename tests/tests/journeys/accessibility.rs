//! WCAG 2.2, levels A and AA: what a checker finds, and what it cannot see.

use std::rc::Rc;

use compendium_tests::axe;
use compendium_tests::book;
use compendium_tests::browser::{Browser, Engine, key};
use compendium_tests::pages::{QuizPage, texts};
use compendium_tests::stage::{Journey, Place, PlaceKind, Stage};
use serde_json::json;

use crate::answers::{NORTH, SOUTH};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "axe finds nothing",
        engines: &[Engine::Chromium],
        places: &[PlaceKind::File],
        run: axe_finds_nothing,
    },
    Journey {
        name: "axe finds nothing in our book",
        engines: &[Engine::Chromium],
        places: &[PlaceKind::File],
        run: axe_finds_nothing_in_our_book,
    },
    Journey {
        name: "axe finds nothing in Firefox",
        engines: &[Engine::Firefox],
        places: &[PlaceKind::File],
        run: axe_finds_nothing_in_short,
    },
    Journey { name: "fits 320 pixels", engines: &Engine::ALL, places: &[PlaceKind::File], run: fits_320_pixels },
    Journey {
        name: "focus stays in sight",
        engines: &Engine::ALL,
        places: &[PlaceKind::File],
        run: focus_stays_in_sight,
    },
    Journey {
        name: "targets can be hit",
        engines: &Engine::ALL,
        places: &[PlaceKind::File],
        run: targets_can_be_hit,
    },
    Journey { name: "is told to a screen reader", engines: &Engine::ALL, places: &[PlaceKind::File], run: is_told },
    Journey { name: "switches keys off", engines: &Engine::ALL, places: PlaceKind::BOTH, run: switches_keys_off },
];

const THEMES: [&str; 2] = ["light", "navy"];
const WIDTHS: [u32; 2] = [1280, 360];

fn axe_finds_nothing(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let browser = stage.fresh_browser();
    let mut found = Vec::new();
    for page in ["index.html", "north/check.html", "glossary.html", "sources.html", "progress.html"] {
        browser.go(&place.url(page));
        ready(&browser);
        in_all_looks(&browser, page, &mut found);
    }
    let quiz = QuizPage::open(&browser, &place, "north/check.html", "north-check");
    for (i, known) in NORTH.iter().enumerate() {
        quiz.solve(known.item, if i % 2 == 0 { &known.wrong } else { &known.right });
    }
    in_all_looks(&browser, "north/check.html, answered", &mut found);
    browser.go(&place.url("progress.html"));
    ready(&browser);
    in_all_looks(&browser, "progress.html, with answers", &mut found);
    browser.resize(1280, 900);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn axe_finds_nothing_in_our_book(stage: &Stage) {
    let place = stage.place(&book::compendium());
    let browser = stage.browser();
    let mut found = Vec::new();
    let pages = [
        "index.html",
        "compendium/a-authority-and-mandate.html",
        "compendium/x-exchange-of-information.html",
        "courses/c1/unit-2.html",
        "reference/glossary.html",
        "progress.html",
    ];
    for page in pages {
        browser.go(&place.url(page));
        ready(&browser);
        in_all_looks(&browser, page, &mut found);
    }
    browser.resize(1280, 900);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn axe_finds_nothing_in_short(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let browser = stage.browser();
    let mut found = Vec::new();
    for page in ["north/check.html", "progress.html"] {
        browser.go(&place.url(page));
        ready(&browser);
        found.extend(axe::violations(&browser).into_iter().map(|violation| format!("{page}: {violation}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Waits until the programs of the page have begun.
fn ready(browser: &Browser) {
    browser.wait(
        "Object.entries({quiz: 'quiz', desk: 'progress', fill: 'template', plan: 'timetable'}).every(([script, program]) => \
         !document.querySelector('script[src$=\"app/' + script + '.js\"]') || \
         all('[data-program=' + program + ']').every(e => first('.quiz-app:not([aria-busy]) [role=status]', e)))",
    );
}

fn in_all_looks(browser: &Browser, what: &str, found: &mut Vec<String>) {
    for width in WIDTHS {
        browser.resize(width, 900);
        for theme in THEMES {
            let script = "const html = document.documentElement; html.classList.remove('light', 'navy'); \
                          html.classList.add(arguments[0]); \
                          for (const moving of document.getAnimations()) moving.finish();";
            browser.run(script, json!([theme]));
            let violations = axe::violations(browser);
            found.extend(
                violations.into_iter().map(|violation| format!("{what}, {width} px, {theme}: {violation}")),
            );
        }
    }
    browser.resize(1280, 900);
}

/// 1.4.10: at 320 pixels nothing but wide tables, figures and code scrolls sideways.
fn fits_320_pixels(stage: &Stage) {
    let browser = stage.fresh_browser();
    let fixture = stage.place(&book::fixture("kinds"));
    let own = stage.place(&book::compendium());
    let mut too_wide = Vec::new();
    let mut look = |what: &str| {
        browser.wait("document.documentElement.clientWidth <= 321");
        let found = texts(browser.run(TOO_WIDE, json!([])));
        if !found.is_empty() {
            too_wide.push(format!("{what}: {found:?}"));
        }
    };
    browser.resize(320, 640);
    let quiz = QuizPage::open(&browser, &fixture, "north/check.html", "north-check");
    look("the quiz");
    for known in &NORTH {
        quiz.solve(known.item, &known.wrong);
    }
    look("the quiz, answered");
    for page in ["index.html", "glossary.html", "sources.html", "progress.html"] {
        browser.go(&fixture.url(page));
        ready(&browser);
        look(page);
    }
    for page in crate::offline::our_pages(stage.engine, &own.folder) {
        browser.go(&own.url(&page));
        ready(&browser);
        look(&page);
    }
    browser.resize(1280, 900);
    assert!(too_wide.is_empty(), "{too_wide:#?}");
}

/// What makes the page wider than its window.
const TOO_WIDE: &str =
    "const html = document.documentElement, wide = Math.max(html.scrollWidth, document.body.scrollWidth);
    if (wide <= html.clientWidth + 1) return [];
    const over = all('body *').filter(e => seen(e) && e.getBoundingClientRect().right > html.clientWidth + 1 &&
        !e.closest('.table-wrapper, .scroll, pre, .sr, .skip'));
    return [wide + ' in ' + html.clientWidth, ...over.slice(0, 4).map(e => e.outerHTML.slice(0, 100))];";

/// 2.4.11: what has the focus is not hidden below a bar that stays.
fn focus_stays_in_sight(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let browser = stage.fresh_browser();
    for (width, height) in [(1280, 900), (1280, 420), (360, 640)] {
        browser.resize(width, height);
        QuizPage::open(&browser, &place, "north/check.html", "north-check");
        // There and back: bars hide at the upper edge when the focus goes up.
        for keys in [&[key::TAB][..], &[key::SHIFT, key::TAB]] {
            let mut n_stops = 0;
            for _ in 0..150 {
                browser.press(keys);
                let hidden = browser.ask(HIDDEN, json!([]));
                assert!(hidden.is_empty(), "{width}×{height}, {n_stops} stops: {hidden}");
                n_stops += 1;
                let end = if keys.len() == 1 { ".page-foot" } else { ".skip" };
                if browser.holds(&format!("document.activeElement.closest('{end}')")) {
                    break;
                }
            }
            assert!(n_stops > 20, "only {n_stops} stops");
        }
    }
    browser.resize(1280, 900);
}

/// The focused element, if nothing of it can be seen or its upper half is covered by something that is no part of it.
const HIDDEN: &str = "const e = document.activeElement;
    if (!e || e === document.body || e === document.documentElement) return '';
    // A radio button that is drawn by its label is where its label is.
    const target = e.matches('input[type=radio], input[type=checkbox]') && e.closest('label') || e;
    const r = target.getBoundingClientRect();
    const xs = [.1, .5, .9].map(part => r.left + r.width * part), ys = [.2, .5, .8].map(part => r.top + r.height * part);
    const points = xs.flatMap(x => ys.map(y => [x, y]));
    const free = points.filter(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top && (target.contains(top) || top.contains(target) && !/fixed|sticky/.test(getComputedStyle(top).position));
    });
    const isCovered = points.some(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        for (let up = top; up; up = up.parentElement) {
            if (up.contains(target)) return false;
            if (/fixed|sticky/.test(getComputedStyle(up).position)) return true;
        }
        return false;
    });
    return free.length === 0 || isCovered && r.height < innerHeight / 2 ? target.outerHTML.slice(0, 150) + ' at ' + JSON.stringify(box(target)) : '';";

/// 2.5.8: 24 by 24 pixels, or that much room around, or a link in a line of text.
fn targets_can_be_hit(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let browser = stage.fresh_browser();
    let mut small = Vec::new();
    for width in WIDTHS {
        browser.resize(width, 900);
        for page in ["north/check.html", "progress.html"] {
            browser.go(&place.url(page));
            ready(&browser);
            small.extend(
                texts(browser.run(SMALL, json!([]))).into_iter().map(|found| format!("{page}, {width}: {found}")),
            );
        }
    }
    browser.resize(1280, 900);
    assert!(small.is_empty(), "{small:#?}");
}

const SMALL: &str = "const targets = all('a[href], button, summary, select, input, label:has(input), textarea').filter(seen)
        .filter(e => !(e.matches('input') && e.closest('label')) && !e.closest('.skip'));
    const rects = targets.map(e => e.getBoundingClientRect());
    const isSmall = r => r.width < 23.9 || r.height < 23.9;
    const isInText = e => {
        const text = e.closest('p, li, dd, td, h1, h2, h3, h4');
        return getComputedStyle(e).display === 'inline' && text && words(text).length > words(e).length;
    };
    // A circle of 24 pixels around its middle touches no other target.
    const isAlone = place => {
        const r = rects[place], x = r.x + r.width / 2, y = r.y + r.height / 2;
        return rects.every((other, i) => {
            if (i === place || targets[i].contains(targets[place]) || targets[place].contains(targets[i])) return true;
            const dx = Math.max(other.left - x, 0, x - other.right), dy = Math.max(other.top - y, 0, y - other.bottom);
            const middles = Math.hypot(other.x + other.width / 2 - x, other.y + other.height / 2 - y);
            return Math.hypot(dx, dy) >= 12 && (!isSmall(other) || middles >= 24);
        });
    };
    return targets.filter((e, i) => isSmall(rects[i]) && !isInText(e) && !isAlone(i))
        .map(e => e.outerHTML.slice(0, 120) + ' ' + JSON.stringify(box(e)));";

/// 1.3.1, 1.4.1, 4.1.3: groups with names, states in words, news in a status line that was there before.
fn is_told(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let browser: Rc<Browser> = stage.fresh_browser();
    let quiz = QuizPage::open(&browser, &place, "south/check.html", "south-check");
    let groups = "all('.quiz-app section.item fieldset').every(e => e.firstElementChild.localName === 'legend' && words(e.firstElementChild))";
    assert!(browser.holds(groups), "a group of choices has no name");
    assert!(browser.holds("all('.quiz-app section.item').every(e => words(document.getElementById(e.getAttribute('aria-labelledby'))))"));

    browser.run(
        "window.line = first('.quiz-app [role=status]'); window.told = []; \
         new MutationObserver(() => told.push(line.textContent)).observe(line, {childList: true, subtree: true, characterData: true});",
        json!([]),
    );
    quiz.choose("south-wait", "Ten minutes by the clock");
    quiz.press_button("south-wait", "Check the answer");
    quiz.wait_saved();
    assert!(
        browser.holds("line.isConnected && told.some(text => text.includes('1 of 3 checked'))"),
        "the status line was exchanged or said nothing"
    );
    assert!(browser.holds("document.activeElement.closest('#south-wait')"), "the check moved the focus away");
    // Right and wrong in words, and by a drawing of another shape.
    assert!(browser.holds("all('#south-wait .choice.is-bad').length === 1 && words(first('#south-wait .choice.is-bad .chip')) === 'Not this one'"));
    assert!(browser.holds("words(first('#south-wait .choice.is-good .chip')) === 'The right one'"));
    assert!(browser.holds(
        "first('#south-wait .is-bad .chip svg').innerHTML !== first('#south-wait .is-good .chip svg').innerHTML"
    ));
    assert!(
        browser.holds("/^Question 1, not right$/.test(name(first('.ticks a')))"),
        "the number strip speaks by colour alone"
    );
    let label = browser.find("first('#south-where .choice input')").label();
    assert!(SOUTH.len() == 3 && !label.is_empty(), "a choice has no name");
    // What stands in for something to look at is left out, and nothing hidden can be focused.
    assert!(
        browser
            .holds("all('[aria-hidden=true] a, [aria-hidden=true] button, [aria-hidden=true] input').length === 0")
    );
    assert!(
        browser.holds("all('iframe').every(e => e.tabIndex === -1 && e.getAttribute('aria-hidden') === 'true')")
    );
}

/// 2.1.4: the keys of the frame can be switched off, and stay off on the next page.
fn switches_keys_off(stage: &Stage) {
    let place: Place = stage.place(&book::fixture("kinds"));
    let browser = stage.fresh_browser();
    browser.go(&place.url("south/check.html"));
    browser.press(&["?"]);
    browser.wait("first('dialog')");
    browser.click_on("dialog label");
    browser.wait("!document.getElementById('frame-keys').checked");
    browser.press(&[key::ESCAPE]);
    browser.wait("!first('dialog')");
    for (page, way) in [("this page", "prev"), ("the next page", "next")] {
        browser.run("document.activeElement.blur()", json!([]));
        let before = browser.url();
        browser.press(&["/"]);
        browser.press(&["?"]);
        browser.press(&[key::LEFT]);
        assert_eq!(browser.url(), before, "on {page} a key works though switched off");
        assert!(
            browser.holds("!first('dialog') && !seen(document.getElementById('mdbook-searchbar'))"),
            "on {page} a key works though switched off"
        );
        browser.click_on(&format!("a[rel={way}]"));
        browser.wait(&format!(
            "document.readyState === 'complete' && words(first('h1')) === '{}'",
            if way == "prev" { "North" } else { "South" }
        ));
    }
}
