//! Reading and searching.

use compendium_tests::book;
use compendium_tests::browser::Engine;
use compendium_tests::stage::{Journey, PlaceKind, Stage};

pub const JOURNEYS: &[Journey] =
    &[Journey { name: "reads and searches", engines: &Engine::ALL, places: PlaceKind::ALL, run: reads_and_searches }];

fn reads_and_searches(stage: &Stage) {
    let place = stage.place(&book::fixture("kinds"));
    let browser = stage.browser();
    browser.go(&place.url("index.html"));
    browser.click("N North");
    browser.wait("words(first('h1')) === 'North'");
}
