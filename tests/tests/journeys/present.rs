//! Teaching a session from the page: the switch for notes, the presenting view, its clock, its second window.

use std::collections::BTreeSet;
use std::rc::Rc;

use compendium_tests::axe;
use compendium_tests::book;
use compendium_tests::browser::{Browser, Engine, Options, key};
use compendium_tests::pages::{tab_to, texts};
use compendium_tests::stage::{Journey, PlaceKind, Stage};
use compendium_tests::wait::{wait_for, wait_until};
use serde_json::json;

use crate::fallback::printed;

pub const JOURNEYS: &[Journey] = &[
    Journey { name: "presents a session", engines: &Engine::ALL, places: PlaceKind::BOTH, run: presents },
    Journey { name: "presents by the clock", engines: &Engine::ALL, places: &[PlaceKind::File], run: keeps_time },
    Journey {
        name: "presents with a second window",
        engines: &Engine::ALL,
        places: PlaceKind::BOTH,
        run: second_window,
    },
    Journey { name: "presents to everyone", engines: &Engine::ALL, places: &[PlaceKind::File], run: to_everyone },
    Journey {
        name: "presents notes or hides them",
        engines: &Engine::ALL,
        places: PlaceKind::BOTH,
        run: switches_notes,
    },
];

const UNIT: &str = "course/drill.html";
/// Words of the notes, and of nothing else.
const NOTES: [&str; 3] = ["platypus", "pangolin", "axolotl"];
/// The screens of the first session by their titles: parts stand behind the steps that name them.
const LINE: [&str; 12] = [
    "Session 1.1: Leaving the building",
    "Opening question: who counts you?",
    "Two ways out",
    "Key points",
    "Round 1: alone",
    "Round 2: together",
    "Rights moment",
    "Rights moment",
    "Check and homework",
    "Check",
    "Check",
    "Homework",
];

fn title(browser: &Browser) -> String {
    browser.ask("return words(first('.pr-title'))", json!([]))
}

/// By keyboard, from the first session's button. A browser that fills the screen would change the window's size.
fn start(browser: &Browser) {
    browser.wait("first('.session-tools button')");
    browser.run("document.documentElement.requestFullscreen = null", json!([]));
    tab_to(browser, "e.matches('.session-tools button')", true);
    browser.press(&[key::ENTER]);
    browser.wait("first('.pr') && document.activeElement.closest('.pr')");
}

fn presents(stage: &Stage) {
    let place = stage.place(&book::fixture("sessions"));
    let browser = stage.fresh_browser();
    browser.go(&place.url(UNIT));
    start(&browser);
    let scroll = browser.run("return scrollY", json!([]));
    assert!(browser.holds("all('body > *:not(.pr)').every(e => e.inert)"), "the page below can be reached");

    let mut line: Vec<String> = Vec::new();
    let mut last = String::new();
    for _ in 0..40 {
        let screen = browser.ask("return words(first('.pr-stage'))", json!([]));
        for word in NOTES {
            assert!(!screen.contains(word), "the notes are on the projector: {screen}");
        }
        let here = browser.ask("return words(first('.pr-place')) + ' ' + words(first('.pr-title'))", json!([]));
        if here == last {
            break;
        }
        if !here.starts_with("Screen") || here.starts_with("Screen 1 ") || title(&browser) == "Check" {
            line.push(title(&browser));
        }
        last = here;
        browser.press(&[key::PAGE_DOWN]);
    }
    assert_eq!(line, LINE);
    browser.press(&[key::PAGE_UP]);
    assert_eq!(title(&browser), "Check", "one back from the last screen");
    browser.press(&[key::HOME]);
    assert_eq!(title(&browser), LINE[0]);
    // Each key of a keyboard or a clicker means the same.
    for (forth, back) in
        [(key::RIGHT, key::LEFT), (key::DOWN, key::UP), (key::SPACE, key::PAGE_UP), (key::ENTER, "\u{e003}")]
    {
        browser.press(&[forth]);
        assert_eq!(title(&browser), LINE[1], "{forth:?}");
        browser.press(&[back]);
        assert_eq!(title(&browser), LINE[0], "{back:?}");
    }

    // A handout is looked up by its number, and leads back to the step.
    browser.press(&[key::PAGE_DOWN]);
    browser.press(&["3"]);
    assert_eq!(title(&browser), "Handout: the cards");
    assert!(browser.holds("words(first('.pr-content')).includes('the list of visitors')"));
    browser.press(&[key::PAGE_DOWN]);
    assert_eq!(title(&browser), LINE[1]);
    // The outline leads everywhere.
    browser.press(&["o"]);
    browser.click("4. Round 2: together 10 min");
    assert_eq!(title(&browser), LINE[5]);
    // Black, and the same step again.
    browser.press(&["b"]);
    browser.wait("first('.pr-black')");
    browser.press(&["."]);
    browser.wait("!first('.pr-black')");
    assert_eq!(title(&browser), LINE[5]);
    // A clicker's key for "begin" does not load the page anew.
    browser.run("window.here = true", json!([]));
    browser.press(&[key::F5]);
    assert!(browser.holds("window.here") && title(&browser) == LINE[5]);
    // Keys reach neither the page below nor the browser's own search.
    browser.press(&["/"]);
    assert!(!browser.holds("seen(document.getElementById('mdbook-searchbar'))"), "the search has opened below");
    browser.press(&["?"]);
    browser.wait("first('dialog.pr-panel[open]')");
    browser.press(&[key::ESCAPE]);
    browser.wait("!first('dialog.pr-panel[open]')");

    browser.press(&[key::ESCAPE]);
    browser.wait("!first('.pr')");
    assert!(browser.holds("document.activeElement.matches('.session-tools button')"), "the focus is lost");
    assert_eq!(browser.run("return scrollY", json!([])), scroll, "the page has moved");
    assert!(browser.holds("all('[inert]').length === 0 && seen(first('main'))"));
    // Where one was, one goes on; a session of a single step can be presented too.
    browser.press(&[key::ENTER]);
    browser.wait("first('.pr')");
    assert_eq!(title(&browser), LINE[5]);
    browser.press(&[key::ESCAPE]);
    browser.run("all('.session-tools button')[1].click()", json!([]));
    browser.press(&[key::END]);
    assert_eq!(title(&browser), "Count");
    browser.press(&[key::ESCAPE]);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

/// The page's own clock stands still, and goes on when told.
fn keeps_time(stage: &Stage) {
    let place = stage.place(&book::fixture("sessions"));
    let browser = stage.fresh_browser();
    browser.go(&place.url(UNIT));
    browser.run("window.at = window.Date.now(); window.Date.now = () => window.at", json!([]));
    start(&browser);
    browser.run(
        "window.told = []; const line = document.querySelector('.pr [role=status]');
         new MutationObserver(() => window.told.push(line.textContent)).observe(line, {childList: true});",
        json!([]),
    );
    let shows = |text: &str| browser.wait(&format!("words(first('.pr-bar .pr-time')) === {text:?}"));
    let pass = |seconds: u32| drop(browser.run("window.at += arguments[0] * 1000", json!([seconds])));
    browser.press(&[key::PAGE_DOWN]);
    shows("5:00");
    pass(65);
    shows("3:55");
    browser.press(&["t"]);
    browser.wait("words(first('.pr-bar .pr-word')) === 'left, paused'");
    pass(100);
    let held = browser.run_async("setTimeout(() => done(words(first('.pr-bar .pr-time'))), 700)", json!([]));
    assert_eq!(held, "3:55", "a paused clock goes on");
    browser.press(&["p"]);
    pass(10);
    shows("3:45");
    // Another step has its own; this one's waits.
    browser.press(&[key::PAGE_DOWN]);
    shows("10:00");
    pass(60);
    shows("9:00");
    browser.wait("words(first('.pr-plan')) === '2 of 40 min: 3 min ahead of plan'");
    // A part of the step is shown, and the step's clock runs on.
    browser.press(&[key::PAGE_DOWN]);
    assert_eq!(title(&browser), "Key points");
    pass(60);
    shows("8:00");
    browser.press(&[key::PAGE_UP]);
    browser.press(&[key::PAGE_UP]);
    shows("3:45");
    pass(240);
    shows("+0:15");
    browser.wait("words(first('.pr-bar .pr-word')) === 'over time' && first('.pr.is-over')");
    let told = texts(browser.run("return window.told", json!([])));
    assert_eq!(told.iter().filter(|text| text.contains("is over")).count(), 1, "{told:?}");
    assert!(!told.iter().any(|text| text.contains("3:4")), "each second is told: {told:?}");
    browser.click("+ 1 minute");
    shows("0:45");
    browser.press(&["r"]);
    shows("5:00");
    pass(30);
    shows("4:30");
    browser.press(&["t"]);
    browser.wait("first('.pr.is-paused')");
    // After an accident the session stands where it stood.
    browser.reload();
    browser.wait("first('.pr')");
    assert_eq!(title(&browser), LINE[1]);
    shows("4:30");
    browser.wait("words(first('.pr-bar .pr-word')) === 'left, paused'");
    browser.press(&[key::PAGE_DOWN]);
    shows("8:00");
    browser.press(&[key::ESCAPE]);
    // Left on purpose, it does not come back by itself.
    browser.reload();
    browser.wait("first('.session-tools button')");
    assert!(!browser.holds("first('.pr')"));
}

/// Goes to the window that is not in hand; its name and that of the one that was.
fn other_window(browser: &Browser) -> (String, String) {
    let (all, here) = wait_for("a second window", || Some(browser.windows()).filter(|(all, _)| all.len() == 2));
    let other = all.into_iter().find(|own| *own != here).unwrap_or_default();
    browser.turn_to(&other);
    (here, other)
}

fn second_window(stage: &Stage) {
    let place = stage.place(&book::fixture("sessions"));
    let browser = stage.fresh_browser();
    browser.go(&place.url(UNIT));
    start(&browser);
    browser.press(&["n"]);
    let (main, notes) = other_window(&browser);
    browser.wait("words(first('.pr-now + *')) && document.body.innerText.includes('pangolin')");
    assert!(
        browser.holds("document.title.includes('Leaving the building') && document.documentElement.lang === 'en'")
    );
    browser.wait("getComputedStyle(document.body).display === 'flex'");
    assert!(!browser.holds("document.body.innerText.includes('For this step')"));

    // Its keys steer the first window, and it follows.
    for _ in 0..8 {
        if browser.holds("document.body.innerText.includes('Now: Step 4 of 6: Round 2: together')") {
            break;
        }
        browser.press(&[key::PAGE_DOWN]);
    }
    browser.wait("document.body.innerText.includes('Next: Step 5 of 6: Rights moment')");
    let own = browser.ask("return words(document.querySelector('.pr-notes-all'))", json!([]));
    let step = own.split("All notes").next().unwrap_or_default();
    assert!(step.contains("pangolin") && !step.contains("platypus"), "{own}");
    assert!(own.contains("platypus") && own.contains("ask for the list of today"), "{own}");
    assert!(browser.holds("first('.pr-notes-all a[href$=\"#s1-1-points\"][target=_blank]')"));
    browser.wait("/^(10:00|9:)/.test(words(first('.pr-time')))");
    browser.press(&["t"]);
    browser.wait("words(first('.pr-word')) === 'left, paused'");
    browser.turn_to(&main);
    assert_eq!(title(&browser), LINE[5]);
    browser.wait("first('.pr.is-paused')");
    assert!(!browser.holds("document.querySelector('.pr').innerText.includes('pangolin')"));

    // One side closes, the other goes on.
    browser.turn_to(&notes);
    // A key that closes its window has no answer.
    let escape = "const own = window; setTimeout(() => own.document.body.dispatchEvent(new own.KeyboardEvent('keydown', \
                  {key: 'Escape', bubbles: true, cancelable: true})))";
    browser.run(escape, json!([]));
    wait_until("the second window is closed", || browser.windows().0.len() == 1);
    browser.turn_to(&main);
    browser.press(&[key::PAGE_DOWN]);
    assert_eq!(title(&browser), LINE[6]);
    browser.press(&["n"]);
    let (_, notes) = other_window(&browser);
    browser.wait("document.body.innerText.includes('Now: Step 5 of 6: Rights moment')");
    browser.turn_to(&main);
    browser.go(&place.url("index.html"));
    browser.turn_to(&notes);
    browser.wait("document.body.innerText.includes('closed or loaded anew')");
    assert!(browser.holds("document.body.innerText.includes('pangolin')"), "the notes have gone");
    browser.run("const own = window; setTimeout(() => own.close())", json!([]));
    wait_until("the second window is closed", || browser.windows().0.len() == 1);
    browser.turn_to(&main);

    // A browser that holds windows back: a word what to do, and the notes beside the slide.
    browser.go(&place.url(UNIT));
    browser.run("window.open = () => null", json!([]));
    start(&browser);
    browser.press(&["n"]);
    browser.wait("words(first('dialog[open]')).includes('held the second window back')");
    browser.find("named('dialog button', 'Notes on this screen, where learners see them')").click("on this screen");
    browser.wait("words(first('.pr-aside')).includes('pangolin')");
    browser.press(&[key::ESCAPE]);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

/// Checked by a machine, on a projector and on a phone, in both colours; everything can be reached and pressed.
fn to_everyone(stage: &Stage) {
    let place = stage.place(&book::fixture("sessions"));
    let browser: Rc<Browser> = stage.fresh_browser();
    let mut found = BTreeSet::new();
    for (width, height) in [(1280, 720), (320, 640)] {
        browser.resize(width, height);
        browser.go(&place.url(UNIT));
        start(&browser);
        for screen in ["title", "step", "Key points", "rights", "menu", "outline", "over"] {
            match screen {
                "step" | "Key points" => browser.press(&[key::PAGE_DOWN]),
                "rights" => browser.press(&["4"]),
                "menu" => browser.press(&["?"]),
                "outline" => {
                    browser.press(&["?"]);
                    browser.press(&["o"]);
                }
                "over" => {
                    browser.press(&["o"]);
                    browser.run("const at = window.Date.now(); window.Date.now = () => at + 6e6", json!([]));
                    browser.wait("first('.pr.is-over')");
                }
                _ => {}
            }
            for theme in ["light", "navy"] {
                let script = "document.documentElement.classList.remove('light', 'navy'); \
                              document.documentElement.classList.add(arguments[0])";
                browser.run(script, json!([theme]));
                found.extend(
                    axe::violations(&browser).into_iter().map(|rule| format!("{screen}, {width}, {theme}: {rule}")),
                );
            }
            found.extend(
                texts(browser.run(UNFIT, json!([]))).into_iter().map(|own| format!("{screen}, {width}: {own}")),
            );
        }
        browser.press(&[key::ESCAPE]);
    }
    browser.resize(1280, 900);
    start(&browser);
    browser.press(&[key::PAGE_DOWN]);
    browser.press(&["n"]);
    let (main, _) = other_window(&browser);
    browser.wait("document.body.innerText.includes('pangolin')");
    found.extend(axe::violations(&browser).into_iter().map(|rule| format!("second window: {rule}")));
    browser.run("const own = window; setTimeout(() => own.close())", json!([]));
    wait_until("the second window is closed", || browser.windows().0.len() == 1);
    browser.turn_to(&main);
    assert!(found.is_empty(), "{found:#?}");
}

/// Buttons that are small or out of sight, and what is wider than the window.
const UNFIT: &str = "const root = document.querySelector('dialog[open]') || document.querySelector('.pr');
    const wide = document.documentElement.clientWidth;
    const small = all('button', root).filter(seen).filter(e => !e.matches('.pr-black')).filter(e => {
        const b = box(e);
        return b.w < 43.5 || b.h < 43.5 || b.x < -1 || b.x + b.w > wide + 1;
    });
    const stage = document.querySelector('.pr-stage');
    return small.map(e => e.outerHTML.slice(0, 100) + JSON.stringify(box(e)))
        .concat(stage.scrollWidth > stage.clientWidth + 1 ? ['the screen is too wide'] : []);";

fn switches_notes(stage: &Stage) {
    let place = stage.place(&book::fixture("sessions"));
    let browser = stage.fresh_browser();
    browser.go(&place.url(UNIT));
    let shown = "document.querySelector('main').innerText.includes('pangolin')";
    browser.wait("first('.notes-switch [aria-pressed=false]')");
    assert!(!browser.holds(shown), "the notes stand open");
    assert!(!printed(stage, &browser).contains("pangolin"));
    // One session's notes, on the screen alone.
    browser.click("Show these notes");
    browser.wait(shown);
    let paper = printed(stage, &browser);
    assert!(
        paper.contains("assembly point") && !paper.contains("pangolin") && !paper.contains("Instructor"),
        "{paper}"
    );

    browser.click("Instructor’s notes");
    browser.wait("first('.notes-switch [aria-pressed=true]')");
    browser.wait("document.querySelector('main').innerText.includes('axolotl')");
    let paper = printed(stage, &browser);
    for word in NOTES {
        assert!(paper.contains(word), "{word} is not on paper:\n{paper}");
    }
    assert!(!paper.contains("Present this session") && !paper.contains("Hide these notes"), "{paper}");
    // The next page knows.
    browser.click("the review");
    browser.wait("words(first('h1')).startsWith('Unit 2') && first('.notes-switch [aria-pressed=true]')");
    assert!(browser.holds("document.querySelector('main').innerText.includes('quokka')"));
    browser.click("Instructor’s notes");
    browser.wait("!document.querySelector('main').innerText.includes('quokka')");
    browser.click_on("a[rel=prev]");
    browser.wait("words(first('h1')).startsWith('Unit 1') && first('.notes-switch [aria-pressed=false]')");

    // A link into the notes opens them.
    browser.go(&place.url("course/review.html#s2-1-silence"));
    browser.wait("document.querySelector('main').innerText.includes('one minute by the clock')");
    assert!(browser.holds("box(document.getElementById('s2-1-silence')).y < innerHeight"));
    // The whole book on paper: for learners, and for instructors.
    browser.go(&place.url("print.html"));
    browser.wait("first('.notes-switch')");
    assert!(!printed(stage, &browser).contains("quokka"));
    browser.click("Instructor’s notes");
    let paper = printed(stage, &browser);
    assert!(paper.contains("quokka") && paper.contains("axolotl"));

    let scriptless = stage.browser_with(&Options { is_scriptless: true, ..Options::default() });
    scriptless.go(&place.url(UNIT));
    let main = scriptless.by_css("main").iter().map(|element| element.text()).collect::<String>();
    assert!(main.contains("pangolin") && main.contains("axolotl"), "without scripts the notes are gone");
    assert!(printed(stage, &scriptless).contains("pangolin"));
}
