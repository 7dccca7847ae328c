//! Keys inside a quiz, over what the browser does by itself: Tab, arrows and space need nothing of us.
//!
//! Letters work only while the focus is inside the quiz and in no field that takes letters, and can be switched off
//! (WCAG 2.2, 2.1.4). A key presses the control that it stands for, so it can do nothing that a click cannot.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// The question in which an element stands.
pub fn item_of(element: &Element) -> Option<Element> {
    element.closest(".item").ok()?
}

pub fn press(event: &KeyboardEvent, target: &Element, letters: bool) {
    let is = |selector: &str| target.matches(selector).unwrap_or_default();
    let Some(item) = item_of(target) else { return };
    if event.ctrl_key() || event.meta_key() {
        return;
    }
    let key = event.key();
    let done = if event.alt_key() {
        match key.as_str() {
            "ArrowUp" => step(target, "button:first-child"),
            "ArrowDown" => step(target, "button:last-child"),
            _ => false,
        }
    } else if key == "Enter" {
        is("input") && click(&item, ".btn.primary")
    } else if !letters || is("[type=text],textarea,select") {
        false
    } else {
        match letter(event, &key) {
            b'h' => click(&item, ".hint summary"),
            b'n' => neighbour(&item, Element::next_element_sibling),
            b'p' => neighbour(&item, Element::previous_element_sibling),
            letter @ b'a'..=b'f' => choose(&item, u32::from(letter - b'a')),
            _ => false,
        }
    };
    if done {
        event.prevent_default();
    }
}

/// The Latin letter of a key; on a keyboard of another script that of its place.
fn letter(event: &KeyboardEvent, key: &str) -> u8 {
    match key.as_bytes() {
        [one] => one.to_ascii_lowercase(),
        [] => 0,
        // A name such as "Home" has several bytes too, but begins with an ASCII letter.
        [first, ..] if first.is_ascii() => 0,
        _ => event.code().strip_prefix("Key").map_or(0, |place| place.as_bytes()[0].to_ascii_lowercase()),
    }
}

fn step(target: &Element, button: &str) -> bool {
    let entry = target.closest(".ordering li").ok().flatten();
    entry.is_some_and(|entry| click(&entry, button))
}

fn choose(item: &Element, n: u32) -> bool {
    let inputs = item.query_selector_all(".choice input:enabled").ok();
    let Some(input) = inputs.and_then(|inputs| inputs.item(n)) else { return false };
    let input: &HtmlElement = input.unchecked_ref();
    let _ = input.focus();
    input.click();
    true
}

fn click(within: &Element, selector: &str) -> bool {
    let found = within.query_selector(selector).ok().flatten();
    if let Some(found) = &found {
        found.unchecked_ref::<HtmlElement>().click();
    }
    found.is_some()
}

fn neighbour(item: &Element, step: fn(&Element) -> Option<Element>) -> bool {
    let mut next = step(item);
    while let Some(element) = next {
        if element.class_list().contains("item") {
            return element.unchecked_ref::<HtmlElement>().focus().is_ok();
        }
        next = step(&element);
    }
    false
}
