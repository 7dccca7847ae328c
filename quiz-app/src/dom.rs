//! What the app asks of the browser's objects, declared by hand.
//!
//! `web-sys` makes each call return a `Result` and each kind of object a type; here a call that cannot fail returns
//! what it returns, and one type stands for all. That is a third of the glue, and 6 KB of the script.

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// An element, an event, a window, a message: what a name means is the browser's affair.
    #[derive(Clone, PartialEq)]
    pub type Dom;

    #[wasm_bindgen(js_namespace = document, js_name = querySelectorAll)]
    pub fn query_all(selector: &str) -> Vec<Dom>;
    #[wasm_bindgen(js_namespace = document, js_name = getElementById)]
    pub fn by_id(id: &str) -> Option<Dom>;
    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    pub fn create(name: &str) -> Dom;
    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    pub fn create_text(text: &str) -> Dom;

    #[wasm_bindgen(method, js_name = querySelector)]
    pub fn query(this: &Dom, selector: &str) -> Option<Dom>;
    #[wasm_bindgen(method, js_name = querySelectorAll)]
    pub fn query_all_within(this: &Dom, selector: &str) -> Vec<Dom>;
    #[wasm_bindgen(method)]
    pub fn closest(this: &Dom, selector: &str) -> Option<Dom>;
    #[wasm_bindgen(method)]
    pub fn matches(this: &Dom, selector: &str) -> bool;
    #[wasm_bindgen(method, getter, js_name = nextElementSibling)]
    pub fn next(this: &Dom) -> Option<Dom>;
    #[wasm_bindgen(method, getter, js_name = previousElementSibling)]
    pub fn previous(this: &Dom) -> Option<Dom>;
    #[wasm_bindgen(method)]
    pub fn append(this: &Dom, child: &Dom);
    #[wasm_bindgen(method)]
    pub fn prepend(this: &Dom, child: &Dom);
    #[wasm_bindgen(method)]
    pub fn remove(this: &Dom);
    #[wasm_bindgen(method, js_name = replaceWith)]
    pub fn replace(this: &Dom, other: &Dom);
    #[wasm_bindgen(method)]
    pub fn focus(this: &Dom);
    #[wasm_bindgen(method)]
    pub fn click(this: &Dom);
    #[wasm_bindgen(method, js_name = setAttribute)]
    pub fn set(this: &Dom, name: &str, value: &str);
    #[wasm_bindgen(method, js_name = getAttribute)]
    pub fn get(this: &Dom, name: &str) -> Option<String>;
    #[wasm_bindgen(method, js_name = removeAttribute)]
    pub fn unset(this: &Dom, name: &str);
    #[wasm_bindgen(method, getter)]
    pub fn id(this: &Dom) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn value(this: &Dom) -> String;
    #[wasm_bindgen(method, setter)]
    pub fn set_value(this: &Dom, value: &str);
    #[wasm_bindgen(method, setter)]
    pub fn set_checked(this: &Dom, checked: bool);
    #[wasm_bindgen(method, getter, js_name = textContent)]
    pub fn text(this: &Dom) -> String;
    #[wasm_bindgen(method, setter, js_name = textContent)]
    pub fn set_text(this: &Dom, text: &str);
    #[wasm_bindgen(method, setter, js_name = innerHTML)]
    pub fn set_html(this: &Dom, html: &str);

    #[wasm_bindgen(method, js_name = addEventListener)]
    pub fn listen(this: &Dom, kind: &str, listener: &Function);
    #[wasm_bindgen(js_namespace = document, js_name = addEventListener)]
    pub fn listen_to_document(kind: &str, listener: &Function);
    #[wasm_bindgen(js_name = addEventListener)]
    pub fn listen_to_window(kind: &str, listener: &Function);
    #[wasm_bindgen(method, getter)]
    pub fn target(this: &Dom) -> Dom;
    #[wasm_bindgen(method, getter, js_name = type)]
    pub fn kind_of_event(this: &Dom) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn key(this: &Dom) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn code(this: &Dom) -> String;
    #[wasm_bindgen(method, getter, js_name = altKey)]
    pub fn alt(this: &Dom) -> bool;
    #[wasm_bindgen(method, getter, js_name = ctrlKey)]
    pub fn control(this: &Dom) -> bool;
    #[wasm_bindgen(method, getter, js_name = metaKey)]
    pub fn meta(this: &Dom) -> bool;
    #[wasm_bindgen(method, js_name = preventDefault)]
    pub fn prevent_default(this: &Dom);

    #[wasm_bindgen(method, getter, js_name = contentWindow)]
    pub fn window_of_frame(this: &Dom) -> Option<Dom>;
    #[wasm_bindgen(method, js_name = postMessage)]
    pub fn post(this: &Dom, message: &JsValue, origin: &str);
    #[wasm_bindgen(method, getter)]
    pub fn source(this: &Dom) -> Option<Dom>;
    #[wasm_bindgen(method, getter)]
    pub fn data(this: &Dom) -> Dom;
    // Members of the storage page's messages.
    #[wasm_bindgen(method, getter)]
    pub fn ready(this: &Dom) -> Option<bool>;
    #[wasm_bindgen(method, getter)]
    pub fn ok(this: &Dom) -> Option<bool>;
    #[wasm_bindgen(method, getter)]
    pub fn n(this: &Dom) -> Option<u32>;
    #[wasm_bindgen(method, getter)]
    pub fn kind(this: &Dom) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    pub fn seed(this: &Dom) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    pub fn entries(this: &Dom) -> Vec<String>;
    #[wasm_bindgen(method, getter)]
    pub fn drafts(this: &Dom) -> Dom;

    #[wasm_bindgen(js_namespace = Object)]
    pub fn keys(of: &Dom) -> Vec<String>;
    #[wasm_bindgen(js_namespace = Object)]
    pub fn values(of: &Dom) -> Vec<String>;
    #[wasm_bindgen(js_namespace = JSON, js_name = parse)]
    pub fn parse_json(text: &str) -> JsValue;
    #[wasm_bindgen(js_namespace = Date, js_name = now)]
    pub fn milliseconds() -> f64;
    #[wasm_bindgen(js_namespace = Math)]
    pub fn random() -> f64;
    #[wasm_bindgen(js_name = setTimeout)]
    pub fn after(work: &Function, milliseconds: u32, argument: u32) -> u32;
    #[wasm_bindgen(js_name = clearTimeout)]
    pub fn forget(timer: u32);
    #[wasm_bindgen(catch)]
    pub fn atob(text: &str) -> Result<String, JsValue>;

    /// The part of the address behind the sign, with it.
    #[wasm_bindgen(thread_local_v2, js_namespace = location, js_name = hash)]
    pub static HASH: String;

    #[wasm_bindgen(js_name = print)]
    pub fn print_page();

    // Of the script around the program.
    pub fn guard(work: &Function) -> Function;
    /// The learner's number in decimal digits, as far as it is known without the store, which may know better.
    #[wasm_bindgen(js_name = learnerSeed)]
    pub fn learner_seed(known: Option<String>) -> String;
    /// The places of this program that were read since this was last asked.
    #[wasm_bindgen(js_name = newMounts)]
    pub fn new_mounts() -> Vec<Dom>;
    pub fn broke();

    pub type Blob;
    #[wasm_bindgen(constructor)]
    pub fn new(parts: &Array) -> Blob;
    /// With a kind, such as `text/html`.
    #[wasm_bindgen(constructor)]
    pub fn of_kind(parts: &Array, kind: &JsValue) -> Blob;
    #[wasm_bindgen(js_namespace = URL, js_name = createObjectURL)]
    pub fn address_of(file: &Blob) -> String;
}
