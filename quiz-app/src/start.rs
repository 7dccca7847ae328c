//! From the page's data to a running app, and what happens if that fails.
//!
//! Until the store has answered, the static questions stand in the page, so that something can be read at once.
//! If anything breaks they come back.

use std::cell::RefCell;
use std::rc::Rc;

use compendium_core::item::Quiz;
use compendium_formats::page_data;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node};

use crate::app::{App, Props};
use crate::messages::{t, t_with};
use crate::page;
use crate::state::{Saved, State};
use crate::store::{Loaded, Reply, Request, Store, member};

thread_local! {
    /// What stood in each mount before the app.
    static STATIC: RefCell<Vec<(Element, Node)>> = const { RefCell::new(Vec::new()) };
}

/// Starts every quiz of the page.
pub fn quiz() {
    yew::set_custom_panic_hook(Box::new(|info| broke(&info.to_string())));
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
            keep_static(&mount);
            let props = Props { mount: mount.clone(), store: own.clone(), state: Rc::new(RefCell::new(Some(state))) };
            yew::Renderer::<App>::with_root_and_props(mount, props).render();
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

/// Remembers the static part and clears the mount.
pub fn keep_static(mount: &Element) {
    if let Ok(copy) = mount.clone_node_with_deep(true) {
        STATIC.with_borrow_mut(|kept| kept.push((mount.clone(), copy)));
    }
    mount.set_inner_html("");
}

/// Puts a line above the static part.
pub fn say(mount: &Element, words: String) {
    let line = page::create("p");
    let _ = line.set_attribute("role", "alert");
    line.set_text_content(Some(&words));
    let _ = mount.insert_before(&line, mount.first_child().as_ref());
}

/// After a panic nothing of the app can be trusted: every mount shows its static part again.
fn broke(info: &str) {
    web_sys::console::error_1(&info.into());
    for (mount, copy) in STATIC.take() {
        let copy: &Element = copy.unchecked_ref();
        let _ = mount.replace_with_with_node_1(copy);
        say(copy, t("app-broke"));
    }
}
