//! From the page's data to *My progress*.

use std::cell::RefCell;
use std::rc::Rc;

use compendium_formats::page_data;
use wasm_bindgen::JsCast;

use crate::desk::app::{App, Props};
use crate::desk::state::{NAME, Notice, State, View};
use crate::dom;
use crate::page;
use crate::start::{data, room, say_foreign};
use crate::store::{Loaded, Request, Store};

/// Starts the page's progress view.
pub fn progress() {
    // Yew draws in a task of its own, which no guard surrounds.
    yew::set_custom_panic_hook(Box::new(|_| dom::broke()));
    let Some(mount) = dom::query_all("[data-program=progress]").into_iter().next() else { return };
    let Some(index) = data(&mount).and_then(|bytes| page_data::read_index(&bytes).ok()) else {
        say_foreign(&mount);
        return;
    };
    let book = page::data("data-book");
    let store = Store::open();
    let own = store.clone();
    store.send(
        &Request::Read { quizzes: None },
        Box::new(move |reply| {
            let trouble = reply.as_ref().err().copied();
            let Loaded { entries, drafts } = reply.map(|reply| Loaded::of(&reply)).unwrap_or_default();
            let name = drafts.into_iter().find(|(key, _)| key == NAME).map(|(_, name)| name).unwrap_or_default();
            let view =
                if mount.get("data-view").as_deref() == Some("record") { View::Record } else { View::Progress };
            let state = State { view, name, book, index, entries, trouble, notice: Notice::None };
            let room = room(&mount);
            let state = Rc::new(RefCell::new(Some(state)));
            let props = Props { mount: room.clone(), store: own.clone(), state };
            yew::Renderer::<App>::with_root_and_props(room.unchecked_into(), props).render();
        }),
    );
}
