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

/// A value in a message. The browser prints numbers and chooses the plural.
#[derive(Clone, Copy)]
pub enum Value<'a> {
    Number(u32),
    Text(&'a str),
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Value::Number(number)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(text)
    }
}

/// A message.
pub fn t(key: &str) -> String {
    t_with(key, &[])
}

/// A message with values.
#[inline(never)]
pub fn t_with(key: &str, values: &[(&str, Value<'_>)]) -> String {
    let arguments = Array::new();
    for (name, value) in values {
        arguments.push(&JsValue::from_str(name));
        arguments.push(&match value {
            Value::Number(number) => JsValue::from(*number),
            Value::Text(text) => JsValue::from_str(text),
        });
    }
    translate(key, &arguments)
}
