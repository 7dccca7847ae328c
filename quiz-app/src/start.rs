//! From the page's data to a running app, and what happens if that fails.
//!
//! Until the store has answered, the static questions stand in the page, so that something can be read at once.
//! If anything breaks they come back.

use std::cell::RefCell;
use std::rc::Rc;

use compendium_core::item::Quiz;
use compendium_formats::page_data;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::app::{App, Props};
use crate::messages::{t, t_with};
use crate::page;
use crate::state::{Saved, State};
use crate::store::{Loaded, Reply, Request, Store, member};
use crate::text::glued;

thread_local! {
    /// Mounts in which the app is running.
    static LIVE: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
}

/// Starts every quiz of the page.
pub fn quiz() {
    fall_back_on_panic();
    let mut quizzes: Vec<(Element, Quiz)> = Vec::new();
    for mount in mounts("[data-program=quiz]") {
        match data(&mount).and_then(|bytes| page_data::read_quiz(&bytes).ok()) {
            Some(quiz) => quizzes.push((mount, quiz)),
            None => say(&mount, t_with("app-start-failed", &[("reason", t("app-foreign-data").as_str().into())])),
        }
    }
    if quizzes.is_empty() {
        return;
    }
    let book = page::data("data-book");
    let store = Store::new(&book, &page::data("data-root"));
    let seed = Rc::new(RefCell::new(None));
    let own = seed.clone();
    store.send(
        &Request::Open { book: &book },
        Box::new(move |reply| *own.borrow_mut() = reply.ok().and_then(|reply| member(&reply, "seed").as_string())),
    );
    let ids: Vec<String> = quizzes.iter().map(|(_, quiz)| quiz.id.clone()).collect();
    let ids = ids.iter().map(String::as_str).collect();
    let own = store.clone();
    let mount_all = move |reply: Reply| {
        let now = page::now();
        let trouble = reply.as_ref().err().copied();
        let loaded = reply.map(|reply| Loaded::of(&reply)).unwrap_or_default();
        let seed = seed.take().and_then(|seed: String| seed.parse().ok());
        let seed = seed.unwrap_or(now.at ^ u64::from(now.nonce));
        for (mount, quiz) in quizzes {
            let entries = loaded.entries.iter().filter(|entry| entry.quiz == quiz.id).cloned().collect();
            let mut state = State::new(quiz, seed, entries, &loaded.drafts, now);
            if let Some(trouble) = trouble {
                state.saved = Saved::Not(trouble);
            }
            let room = room(&mount);
            let props = Props { mount: room.clone(), store: own.clone(), state: Rc::new(RefCell::new(Some(state))) };
            yew::Renderer::<App>::with_root_and_props(room, props).render();
        }
    };
    store.send(&Request::Read { quizzes: Some(ids) }, Box::new(mount_all));
}

pub fn mounts(selector: &str) -> Vec<Element> {
    let Ok(found) = page::document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.item(i)).map(JsCast::unchecked_into).collect()
}

/// The bytes that the build left in a mount.
pub fn data(mount: &Element) -> Option<Vec<u8>> {
    let text = mount.query_selector("script").ok()??.text_content()?;
    let binary = page::window().atob(text.trim()).ok()?;
    // One character a byte.
    Some(binary.chars().map(|c| c as u8).collect())
}

/// Makes room for the app beside the static part, which stays: on paper, and for the case that the app breaks.
/// It gives its ids to the app.
pub fn room(mount: &Element) -> Element {
    swap_attribute(mount, "id", "data-id");
    let room = page::create("div");
    room.set_class_name("quiz-app");
    let _ = mount.append_child(&room);
    let _ = mount.class_list().add_1("is-live");
    LIVE.with_borrow_mut(|live| live.push(mount.clone()));
    room
}

/// Renames an attribute in the static part.
fn swap_attribute(mount: &Element, from: &str, to: &str) {
    let Ok(found) = mount.query_selector_all(&glued(&[".quiz-static [", from, "]"])) else { return };
    for i in 0..found.length() {
        let Some(node) = found.item(i) else { continue };
        let element: &Element = node.unchecked_ref();
        if let Some(value) = element.get_attribute(from) {
            let _ = element.set_attribute(to, &value);
            let _ = element.remove_attribute(from);
        }
    }
}

/// Puts a line above the static part.
pub fn say(mount: &Element, words: String) {
    let line = page::create("p");
    let _ = line.set_attribute("role", "alert");
    line.set_text_content(Some(&words));
    let _ = mount.prepend_with_node_1(&line);
}

/// From now on a panic shows the static part again.
pub fn fall_back_on_panic() {
    yew::set_custom_panic_hook(Box::new(|_| broke()));
}

/// After a panic nothing of the app can be trusted: every mount shows its static part again.
fn broke() {
    for mount in LIVE.take() {
        if let Ok(Some(room)) = mount.query_selector(".quiz-app") {
            room.remove();
        }
        let _ = mount.class_list().remove_1("is-live");
        swap_attribute(&mount, "data-id", "id");
        say(&mount, t("app-broke"));
    }
}
