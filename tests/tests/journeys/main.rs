//! Journeys of people through the product, in real browsers.

mod reading;

use std::process::ExitCode;

use compendium_tests::{stage, tools};
use libtest_mimic::Arguments;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    let journeys = [reading::JOURNEYS];
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
    arguments.test_threads.get_or_insert_with(|| std::thread::available_parallelism().map_or(1, usize::from).min(4));
    let done = libtest_mimic::run(&arguments, trials);
    stage::end();
    done.exit_code()
}
