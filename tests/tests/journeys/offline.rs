//! Nothing leaves the folder.

use std::path::Path;

use compendium_tests::book;
use compendium_tests::browser::{Browser, Engine, Options};
use compendium_tests::pages::{QuizPage, search, texts};
use compendium_tests::server::Server;
use compendium_tests::stage::{Journey, Place, PlaceKind, Stage};
use serde_json::json;

use crate::answers::{NORTH, SOUTH};

pub const JOURNEYS: &[Journey] = &[
    Journey { name: "asks nobody", engines: &Engine::ALL, places: PlaceKind::ALL, run: asks_nobody },
    Journey {
        name: "policy on every page",
        engines: &[Engine::Chromium],
        places: &[PlaceKind::File],
        run: policy_on_every_page,
    },
    Journey { name: "reads our book", engines: &Engine::ALL, places: &[PlaceKind::File], run: reads_our_book },
];

/// Whom the browsers ask on their own account, whatever the page: for the time, settings, updates, form filling.
/// What a page asks of them is seen among its own requests.
const BROWSERS_OWN: [&str; 5] = ["google.com", "googleapis.com", "gvt1.com", "duckduckgo.com", "mozilla.com"];

/// Everything that is not this machine goes to a proxy that only takes notes.
fn watched(stage: &Stage) -> (std::rc::Rc<Browser>, Server) {
    watched_with(stage, Options::default())
}

pub fn watched_with(stage: &Stage, options: Options) -> (std::rc::Rc<Browser>, Server) {
    let recorder = Server::recorder();
    let browser = stage.browser_with(&Options { proxy: Some(recorder.address), ..options });
    browser.go("about:blank");
    browser.watch_requests();
    browser.complaints();
    (browser, recorder)
}

/// No request went elsewhere, and no page complained.
pub fn nothing_left(browser: &Browser, recorder: &Server, place: &Place) {
    let inside = |url: &String| {
        url.starts_with(&place.url(""))
            || url.starts_with("data:")
            || url.starts_with("blob:")
            || url == "about:blank"
    };
    let elsewhere: Vec<String> = browser.requests().into_iter().filter(|url| !inside(url)).collect();
    assert!(elsewhere.is_empty(), "outside the folder: {elsewhere:?}");
    let is_own = |request: &String| {
        let target = request.split(' ').nth(1).unwrap_or_default().trim_start_matches("http://");
        let host = target.split([':', '/']).next().unwrap_or_default();
        BROWSERS_OWN
            .iter()
            .any(|own| host.strip_suffix(own).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
    };
    let out: Vec<String> = recorder.requests().into_iter().filter(|request| !is_own(request)).collect();
    assert!(out.is_empty(), "asked of others: {out:?}");
    let complaints = browser.complaints();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

fn asks_nobody(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let (browser, recorder) = watched(stage);
    for page in pages(&place.folder) {
        visit(&browser, &place.url(&page));
    }
    let quiz = QuizPage::open(&browser, &place, "north/check.html", "north-check");
    for known in &NORTH {
        quiz.solve(known.item, &known.right);
    }
    let quiz = QuizPage::open(&browser, &place, "south/check.html", "south-check");
    quiz.solve("south-wait", &SOUTH[0].wrong);
    search(&browser, "heliotrope", "Results: ");
    browser.go(&place.url("progress.html"));
    browser.wait("first('.quiz-mount h2, .quiz-mount h3')");
    nothing_left(&browser, &recorder, &place);
}

/// Goes to a page and waits for its questions.
fn visit(browser: &Browser, url: &str) {
    browser.go(url);
    if browser.holds("document.querySelector('[data-program=quiz]')") {
        browser.wait("all('[data-program=quiz]').every(e => first('.quiz-app:not([aria-busy]) [role=status]', e))");
    }
}

/// Our own book, page by page: nothing is asked of others and no page complains.
fn reads_our_book(stage: &Stage) {
    let place = stage.place(&book::compendium());
    let (browser, recorder) = watched(stage);
    for page in our_pages(stage.engine, &place.folder) {
        visit(&browser, &place.url(&page));
    }
    nothing_left(&browser, &recorder, &place);
}

/// The same strict policy stands first in every page, and nothing in a page would need a looser one.
fn policy_on_every_page(stage: &Stage) {
    let browser = stage.browser();
    browser.go("about:blank");
    for (name, folder) in [
        ("kinds", book::fixture("kinds")),
        ("forms", book::fixture("forms")),
        ("rtl", book::fixture("rtl")),
        ("courses", book::fixture("courses")),
        ("sessions", book::fixture("sessions")),
        ("ours", book::compendium()),
    ] {
        // The storage page carries its one script in itself, and a policy that knows its hash.
        let store = std::fs::read_to_string(folder.join("app/store.html")).unwrap_or_default();
        assert!(store.contains("content=\"default-src 'none'; script-src 'sha256-"), "{name}: {store}");
        assert_eq!((store.matches("<script").count(), store.contains("unsafe")), (1, false), "{name}");
        for page in pages(&folder) {
            let text = std::fs::read_to_string(folder.join(&page)).unwrap_or_default();
            let found = texts(browser.run(LOOSE, json!([text])));
            assert!(found.is_empty(), "{name}/{page}: {found:#?}");
        }
    }
}

/// What is wrong with a page's text, parsed as a browser parses it.
const LOOSE: &str = r#"
    const page = new DOMParser().parseFromString(arguments[0], 'text/html'), found = [];
    const head = [...page.head.children];
    const at = head.findIndex(e => e.httpEquiv === 'Content-Security-Policy');
    const policy = at < 0 ? '' : head[at].content;
    const rules = new Map(policy.split(';').map(rule => rule.trim().split(/\s+/)).map(([key, ...values]) => [key, values.join(' ')]));
    if (at !== 1 || !head[0].hasAttribute('charset')) found.push('the policy is not the second element of the head: ' + at);
    if (page.querySelectorAll('meta[http-equiv]').length !== 1) found.push('more than one http-equiv');
    if (rules.get('default-src') !== "'none'") found.push('default-src ' + rules.get('default-src'));
    if (!/^'self'( 'wasm-unsafe-eval')?$/.test(rules.get('script-src'))) found.push('script-src ' + rules.get('script-src'));
    if ((rules.get('connect-src') || "'none'") !== "'none'") found.push('connect-src ' + rules.get('connect-src'));
    if (rules.get('base-uri') !== "'none'") found.push('base-uri ' + rules.get('base-uri'));
    if (rules.get('form-action') !== "'none'") found.push('form-action ' + rules.get('form-action'));
    if (/\*|https?:|unsafe-eval'(?<!wasm-unsafe-eval')/.test(policy)) found.push('policy ' + policy);
    for (const e of page.querySelectorAll('*')) {
        const short = e.outerHTML.slice(0, 120);
        if (e.localName === 'script' && !e.hasAttribute('src') &&
            !['application/octet-stream', 'application/json'].includes(e.type)) found.push('inline script: ' + short);
        for (const { name, value } of e.attributes) {
            if (/^on/.test(name)) found.push(name + ': ' + short);
            if (name === 'srcdoc') found.push('srcdoc: ' + short);
            if (/^(href|src|action|formaction|data|poster|xlink:href)$/.test(name)) {
                const target = value.replace(/[\u0000-\u0020]/g, '').toLowerCase();
                const isLink = e.localName === 'a' && name === 'href';
                if (/^(javascript|vbscript|blob|file):/.test(target)) found.push(name + ': ' + short);
                if (/^data:/.test(target)) found.push(name + ': ' + short);
                if (/^(https?:)?\/\//.test(target) && !isLink) found.push('from outside, ' + name + ': ' + short);
                if (/^\//.test(target)) found.push('from the root, ' + name + ': ' + short);
            }
        }
    }
    return found;
"#;

/// Pages of our own book that a journey walks: in Chromium all; Firefox, much slower, takes every fifth, because what
/// differs between engines is the frame and the kinds of content, not the single text.
pub fn our_pages(engine: Engine, folder: &Path) -> Vec<String> {
    let step = if engine == Engine::Firefox { 5 } else { 1 };
    pages(folder).into_iter().step_by(step).collect()
}

/// Pages that a person reads, without the storage page and the contents inside a frame.
pub fn pages(folder: &Path) -> Vec<String> {
    let mut pages = book::files(folder, ".html");
    pages.retain(|page| !page.starts_with("app/") && page != "toc.html");
    pages
}
