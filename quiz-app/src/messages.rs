//! Words on the screen, from the book's message script: the app holds no language.

use js_sys::Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = compendium, js_name = t)]
    fn translate(key: &str, arguments: &Array) -> String;
    /// Hours and minutes of a time in milliseconds since 1970.
    #[wasm_bindgen(js_namespace = compendium)]
    pub fn time(at: f64) -> String;
    /// Day, month in words, year.
    #[wasm_bindgen(js_namespace = compendium)]
    pub fn date(at: f64) -> String;
}

/// A message.
pub fn t(key: &str) -> String {
    translate(key, &Array::new())
}

/// A message with values: names and values by turns.
pub fn t_with<const N: usize>(key: &str, values: [(&str, JsValue); N]) -> String {
    translate_with(key, &values)
}

fn translate_with(key: &str, values: &[(&str, JsValue)]) -> String {
    let arguments = Array::new();
    for (name, value) in values {
        arguments.push(&JsValue::from_str(name));
        arguments.push(value);
    }
    translate(key, &arguments)
}
