//! From the page's data to the form of its timetable.

use std::cell::RefCell;
use std::rc::Rc;

use compendium_formats::page_data;
use wasm_bindgen::JsCast;

use crate::dom;
use crate::page;
use crate::plan::app::{App, Props};
use crate::plan::state::{DRAFT, State};
use crate::start::{data, room, say_foreign};
use crate::state::Saved;
use crate::store::{Loaded, Request, Store};

/// Starts the page's form.
pub fn timetable() {
    // Yew draws in a task of its own, which no guard surrounds.
    yew::set_custom_panic_hook(Box::new(|_| dom::broke()));
    let Some(mount) = dom::query_all("[data-program=timetable]").into_iter().next() else { return };
    let Some(timetable) = data(&mount).and_then(|bytes| page_data::read_timetable(&bytes).ok()) else {
        say_foreign(&mount);
        return;
    };
    let store = Store::open();
    let own = store.clone();
    store.send(
        &Request::Read { quizzes: Some(Vec::new()) },
        Box::new(move |reply| {
            let trouble = reply.as_ref().err().copied();
            let drafts = reply.map(|reply| Loaded::of(&reply).drafts).unwrap_or_default();
            let kept = drafts.iter().find(|(key, _)| key == DRAFT).map(|(_, value)| value.as_str());
            let mut state = State::new(timetable, kept, page::now());
            if let Some(trouble) = trouble {
                state.saved = Saved::Not(trouble);
            }
            let room = room(&mount);
            let state = Rc::new(RefCell::new(Some(state)));
            let props = Props { mount: room.clone(), store: own.clone(), state };
            yew::Renderer::<App>::with_root_and_props(room.unchecked_into(), props).render();
        }),
    );
}
