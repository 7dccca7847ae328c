//! Journeys of people through the product, in real browsers.

mod accessibility;
mod answers;
mod fallback;
mod files;
mod hostile;
mod offline;
mod present;
mod progress;
mod quiz;
mod reading;
mod rtl;
mod storage;
mod template;
mod timetable;

use std::process::ExitCode;

use compendium_tests::browser::Browser;
use compendium_tests::{stage, tools};
use libtest_mimic::Arguments;
use serde_json::json;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    let journeys = [
        reading::JOURNEYS,
        quiz::JOURNEYS,
        progress::JOURNEYS,
        files::JOURNEYS,
        storage::JOURNEYS,
        offline::JOURNEYS,
        hostile::JOURNEYS,
        fallback::JOURNEYS,
        accessibility::JOURNEYS,
        rtl::JOURNEYS,
        template::JOURNEYS,
        timetable::JOURNEYS,
        present::JOURNEYS,
    ];
    let trials: Vec<_> = journeys.iter().copied().flatten().flat_map(stage::Journey::trials).collect();
    if arguments.list {
        return libtest_mimic::run(&arguments, trials).exit_code();
    }
    let missing = tools::missing();
    if !missing.is_empty() {
        eprintln!("{}", missing.join("\n"));
        return ExitCode::from(2);
    }
    // A browser takes about one core.
    arguments
        .test_threads
        .get_or_insert_with(|| std::thread::available_parallelism().map_or(1, usize::from).min(4));
    let done = libtest_mimic::run(&arguments, trials);
    stage::end();
    done.exit_code()
}

/// Whether an expression over `entries` and `drafts`, which is all that the store holds, is true.
fn stored(browser: &Browser, expression: &str) -> bool {
    let script = format!(
        "const frame = document.querySelector('iframe[src*=\"app/store.html\"]');
         if (!frame) return done(false);
         const n = 1e6 + Math.floor(Math.random() * 1e6);
         addEventListener('message', function take(event) {{
             if (!event.data || event.data.n !== n) return;
             removeEventListener('message', take);
             const drafts = event.data.drafts, entries = (event.data.entries || []).map(JSON.parse);
             done(!!event.data.ok && !!({expression}));
         }});
         frame.contentWindow.postMessage({{cp: 1, n, op: 'read', quizzes: null}}, '*');
         setTimeout(() => done(false), 2000);"
    );
    browser.run_async(&script, json!([])) == true
}
