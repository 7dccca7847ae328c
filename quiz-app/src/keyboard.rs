//! Keys inside a quiz, over what the browser does by itself: Tab, arrows and space need nothing of us.
//!
//! Letters work only while the focus is inside the quiz and in no field that takes letters, and can be switched off
//! (WCAG 2.2, 2.1.4). A key presses the control that it stands for, so it can do nothing that a click cannot.

use crate::dom::Dom;

/// The question in which an element stands.
pub fn item_of(element: &Dom) -> Option<Dom> {
    element.closest(".item")
}

pub fn press(event: &Dom, target: &Dom, letters: bool) {
    let Some(item) = item_of(target) else { return };
    if event.control() || event.meta() {
        return;
    }
    let key = event.key();
    let found = if event.alt() {
        let button = match key.as_str() {
            "ArrowUp" => "button:first-child",
            "ArrowDown" => "button:last-child",
            _ => return,
        };
        target.closest(".ordering li").and_then(|entry| entry.query(button))
    } else if key == "Enter" {
        item.query(".btn.primary").filter(|_| target.matches("input"))
    } else if !letters || target.matches("[type=text],textarea,select") {
        None
    } else {
        match letter(event, &key) {
            b'h' => item.query(".hint summary"),
            b'n' => return neighbour(event, &item, Dom::next),
            b'p' => return neighbour(event, &item, Dom::previous),
            letter @ b'a'..=b'f' => {
                let choice = item
                    .query_all_within(".choice input:enabled,.recall button")
                    .into_iter()
                    .nth((letter - b'a').into());
                if let Some(choice) = &choice {
                    choice.focus();
                }
                choice
            }
            _ => None,
        }
    };
    if let Some(found) = found {
        event.prevent_default();
        found.click();
    }
}

/// The Latin letter of a key; on a keyboard of another script that of its place.
fn letter(event: &Dom, key: &str) -> u8 {
    match key.as_bytes() {
        [one] => one.to_ascii_lowercase(),
        // A name such as "Home" begins with an ASCII letter.
        [first, ..] if !first.is_ascii() => match event.code().as_bytes() {
            [b'K', b'e', b'y', place] => place.to_ascii_lowercase(),
            _ => 0,
        },
        _ => 0,
    }
}

fn neighbour(event: &Dom, item: &Dom, step: fn(&Dom) -> Option<Dom>) {
    let mut next = step(item);
    while let Some(element) = next {
        if element.matches(".item") {
            event.prevent_default();
            element.focus();
            return;
        }
        next = step(&element);
    }
}
