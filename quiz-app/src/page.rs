//! What is asked of the page and the browser, in one place.

use compendium_core::log::Entry;
use compendium_formats::progress_file;
use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::dom::{self, Blob, Dom};
use crate::state::Now;
use crate::text::glued;

pub fn now() -> Now {
    Now { at: dom::milliseconds() as u64, nonce: (dom::random() * 4_294_967_296.0) as u32 }
}

/// A function for the browser; it lives as long as the page. A fault in it brings the
/// static questions back. What it does can call it again: a key presses a button.
pub fn function(work: impl Fn(JsValue) + 'static) -> Function {
    // One kind of closure for all: each further kind brings glue of its own.
    let work: Box<dyn Fn(JsValue)> = Box::new(work);
    dom::guard(Closure::wrap(work).into_js_value().unchecked_ref())
}

/// Focuses the first element with one of these ids that takes it.
pub fn focus(ids: &[String]) {
    for element in ids.iter().filter_map(|id| dom::by_id(id)) {
        element.focus();
        if element.matches(":focus") {
            return;
        }
    }
}

/// Of the page's first element: `data-book` or `data-root`.
pub fn data(name: &str) -> String {
    let of = |page: &Dom| page.get(name);
    dom::query_all("html").first().and_then(of).unwrap_or_default()
}

/// Offers the entries as a progress file.
pub fn save_progress(entries: &[Entry]) {
    let book = data("data-book");
    let text = progress_file::write(&book, now().at, entries);
    hand_over(&Blob::new(&Array::of1(&text.into())), &glued(&[&book, "-progress.json"]));
}

/// Offers a file of a kind, such as `text/html`.
pub fn save_bytes(name: &str, kind: &str, bytes: &[u8]) {
    let kind = dom::parse_json(&glued(&["{\"type\":\"", kind, "\"}"]));
    hand_over(&Blob::of_kind(&Array::of1(&Uint8Array::from(bytes)), &kind), name);
}

fn hand_over(file: &Blob, name: &str) {
    let link = dom::create("a");
    // The address is given back when the page goes: the browser may still be asking where to put the file.
    link.set("href", &dom::address_of(file));
    link.set("download", name);
    link.click();
}
