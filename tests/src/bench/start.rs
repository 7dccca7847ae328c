//! From the start of a navigation to the first question that can be used, as the page's own clock sees it.

use std::path::Path;

use compendium_tests::browser::{Browser, Engine, Options};
use compendium_tests::server::Server;
use compendium_tests::wait::try_for;
use serde_json::json;
use std::time::Duration;
use url::Url;

use crate::run::at;
use crate::sites::{Site, Sites};
use crate::table::{Figure, Goal, Report, Row};

const RUNS: usize = 9;
/// The browser itself warms up.
const UNCOUNTED: usize = 2;
const GOAL: f64 = 0.4;
/// What the last page still had to do, and the process that the browser makes for the next one, belong to neither.
const REST: Duration = Duration::from_millis(700);
const PATIENCE: Duration = Duration::from_secs(20);

/// Runs before the page's own scripts and watches for the first usable element: in the page, enabled and laid out.
/// A button that must be pressed before is pressed as soon as it is there, as no person could.
const OBSERVER: &str = r#"(() => {
    if (window.top !== window) return;
    let isPressed = false;
    const watch = new MutationObserver(() => {
        const start = isPressed ? null : document.querySelector("START");
        if (start && start.getClientRects().length > 0) {
            isPressed = true;
            start.click();
        }
        for (const element of document.querySelectorAll("SELECTOR")) {
            if (element.getClientRects().length > 0) {
                window.benchUsable = performance.now();
                watch.disconnect();
                return;
            }
        }
    });
    watch.observe(document, {childList: true, subtree: true, attributes: true});
})()"#;

/// One page under one scheme.
struct Visit<'s> {
    site: &'s Site,
    address: String,
    figure: Figure,
}

pub fn measure(sites: &Sites, report: &mut Report) -> Result<(), String> {
    let all: Vec<&Site> = std::iter::once(&sites.ours).chain(&sites.peer).collect();
    let servers: Vec<Server> = all.iter().map(|site| Server::of_folder(&site.folder)).collect();
    let mut visits = Vec::new();
    for (site, server) in all.iter().zip(&servers) {
        let below = site.page().strip_prefix(&site.folder).map_err(|error| at(&site.folder, &error))?.to_owned();
        let http = format!("http://{}/{}", server.address, below.display());
        for address in [file_address(&site.page())?, http] {
            visits.push(Visit { site, address, figure: Figure::default() });
        }
    }
    let browser = Browser::start(Engine::Chromium, &Options::default());
    browser.chromium("Network.enable", json!({}));
    browser.chromium("Network.setCacheDisabled", json!({"cacheDisabled": true}));
    for run in 0..UNCOUNTED + RUNS {
        for visit in &mut visits {
            let milliseconds = visit.navigate(&browser)?;
            visit.figure.runs.extend((run >= UNCOUNTED).then_some(milliseconds));
        }
    }
    browser.close();
    let mut visits = visits.into_iter();
    let ours: Vec<Visit<'_>> = visits.by_ref().take(2).collect();
    let mut peer = visits;
    for (scheme, own) in ["file", "http"].iter().zip(ours) {
        report.rows.push(Row {
            what: format!("navigation to first usable question, {scheme}"),
            unit: "ms",
            ours: own.figure,
            other: peer.next().map(|visit| visit.figure),
            goal: Goal::Times(GOAL),
        });
    }
    report.notes.push(format!(
        "Navigation: median of {RUNS} after {UNCOUNTED} uncounted, pages in turn, each from a browser at rest, Chromium with its cache off; until an \
         input of a question is enabled and laid out. mdbook-quiz shows a question after its button \"Start\": the bench \
         presses it in the same task in which it appears."
    ));
    Ok(())
}

impl Visit<'_> {
    /// Milliseconds from a blank page, in a browser that has come to rest.
    fn navigate(&self, browser: &Browser) -> Result<f64, String> {
        browser.go("about:blank");
        std::thread::sleep(REST);
        let source = OBSERVER.replace("SELECTOR", self.site.usable).replace("START", self.site.start);
        let script = browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({"source": source}));
        browser.go(&self.address);
        let seen = try_for(PATIENCE, || browser.run("return window.benchUsable || null", json!([])).as_f64());
        browser.chromium("Page.removeScriptToEvaluateOnNewDocument", json!({"identifier": script["identifier"]}));
        seen.ok_or_else(|| format!("{}: no question could be used after {} s", self.address, PATIENCE.as_secs()))
    }
}

fn file_address(page: &Path) -> Result<String, String> {
    Url::from_file_path(page).map(String::from).map_err(|()| format!("{} is no absolute path", page.display()))
}
