//! Waiting without sleeping blindly: ask again until it is so, or say what never came.

use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(20);

/// Asks until there is an answer; panics with `what` when there is none in time.
#[track_caller]
pub fn wait_for<T>(what: &str, ask: impl FnMut() -> Option<T>) -> T {
    match try_for(PATIENCE, ask) {
        Some(found) => found,
        None => panic!("after {} s still not so: {what}", PATIENCE.as_secs()),
    }
}

/// Asks until it is so.
#[track_caller]
pub fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    wait_for(what, || is_so().then_some(()));
}

/// Like [`wait_for`], without a panic.
pub fn try_for<T>(patience: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    loop {
        if let Some(found) = ask() {
            return Some(found);
        }
        if start.elapsed() > patience {
            return None;
        }
        std::thread::sleep(PAUSE);
    }
}
