//! What is asked of the page and the browser, in one place.

use compendium_core::log::Entry;
use compendium_formats::progress_file;
use js_sys::{Array, Function, Math};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, Document, Element, HtmlElement, Url, Window};

use crate::state::Now;
use crate::text::glued;

pub fn window() -> Window {
    js_sys::global().unchecked_into()
}

pub fn document() -> Document {
    window().document().expect("a page has a document")
}

/// A new element; the name is one of ours.
pub fn create(name: &str) -> Element {
    document().create_element(name).expect("the name of an element")
}

pub fn now() -> Now {
    Now { at: js_sys::Date::now() as u64, nonce: (Math::random() * 4_294_967_296.0) as u32 }
}

/// A function for the browser; it lives as long as the page.
pub fn function(work: impl FnMut(JsValue) + 'static) -> Function {
    // One kind of closure for all: each further kind brings glue of its own.
    let work: Box<dyn FnMut(JsValue)> = Box::new(work);
    Closure::wrap(work).into_js_value().unchecked_into()
}

/// Calls a function with a number after some milliseconds; the handle cancels it.
pub fn after(milliseconds: i32, function: &Function, n: u32) -> i32 {
    let n = JsValue::from(n);
    window().set_timeout_with_callback_and_timeout_and_arguments_1(function, milliseconds, &n).unwrap_or(0)
}

/// Focuses the first element with one of these ids that takes it.
pub fn focus(ids: &[String]) {
    let document = document();
    for id in ids {
        if let Some(element) = document.get_element_by_id(id) {
            let _ = element.unchecked_ref::<HtmlElement>().focus();
            if document.active_element().as_ref() == Some(&element) {
                return;
            }
        }
    }
}

/// Of the page's first element: `data-book` or `data-root`.
pub fn data(name: &str) -> String {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute(name)).unwrap_or_default()
}

/// Offers the entries as a progress file.
pub fn save_progress(entries: &[Entry]) {
    let book = data("data-book");
    download(&glued(&[&book, "-progress.json"]), &progress_file::write(&book, now().at, entries));
}

fn download(name: &str, text: &str) {
    let Ok(blob) = Blob::new_with_str_sequence(&Array::of1(&text.into())) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    let link = create("a");
    let _ = link.set_attribute("href", &address);
    let _ = link.set_attribute("download", name);
    link.unchecked_ref::<HtmlElement>().click();
    // The address is given back when the page goes: the browser may still be asking where to put the file.
}
