//! From the page's data to a running app, and what happens if that fails.
//!
//! Until the store has answered, the static questions stand in the page, so that something can be read at once.
//! If anything breaks, the script around the program brings them back.

use std::cell::RefCell;
use std::rc::Rc;

use compendium_core::item::Quiz;
use compendium_formats::page_data;

use crate::app;
use crate::dom::{self, Dom};
use crate::messages::{t, t_with};
use crate::page;
use crate::state::{Saved, State};
use crate::store::{Loaded, Reply, Request, Store};

/// Starts every quiz of the page.
pub fn quiz() {
    let mut store = None;
    for mount in dom::query_all("[data-program=quiz]") {
        match data(&mount).and_then(|bytes| page_data::read_quiz(&bytes).ok()) {
            Some(quiz) => load(mount, quiz, store.get_or_insert_with(open)),
            None => say_foreign(&mount),
        }
    }
}

/// The book's store, and the number that orders the choices of this learner once the store has told it.
type Opened = (Store, Rc<RefCell<Option<String>>>);

fn open() -> Opened {
    let book = page::data("data-book");
    let store = Store::open();
    let seed = Rc::new(RefCell::new(None));
    let own = seed.clone();
    let keep = move |reply: Reply| *own.borrow_mut() = reply.ok().and_then(|reply| reply.seed());
    store.send(&Request::Open { book: &book }, Box::new(keep));
    (store, seed)
}

fn load(mount: Dom, quiz: Quiz, (store, seed): &mut Opened) {
    let (own, seed, id) = (store.clone(), seed.clone(), quiz.id.clone());
    let begin = move |reply: Reply| {
        let now = page::now();
        let trouble = reply.as_ref().err().copied();
        let loaded = reply.map(|reply| Loaded::of(&reply)).unwrap_or_default();
        let seed = seed.borrow().as_ref().and_then(|seed| seed.parse().ok());
        let mut state = State::new(quiz, seed.unwrap_or(now.at ^ u64::from(now.nonce)), loaded, now);
        if let Some(trouble) = trouble {
            state.saved = Saved::Not(trouble);
        }
        app::start(&room(&mount), own, state);
    };
    store.send(&Request::Read { quizzes: Some(vec![&id]) }, Box::new(begin));
}

/// The bytes that the build left in a mount.
pub fn data(mount: &Dom) -> Option<Vec<u8>> {
    let binary = dom::atob(&mount.query("script")?.text()).ok()?;
    // One character a byte.
    Some(binary.chars().map(|c| c as u8).collect())
}

/// Makes room for the app beside the static part, which stays: on paper, and for the case that the app breaks.
/// It gives its ids to the app.
pub fn room(mount: &Dom) -> Dom {
    for element in mount.query_all_within(".quiz-static [id]") {
        element.set("data-id", &element.id());
        element.unset("id");
    }
    let room = dom::create("div");
    room.set("class", "quiz-app");
    mount.append(&room);
    mount.set("class", "quiz-mount is-live");
    room
}

/// The page's data are not those of this build.
pub fn say_foreign(mount: &Dom) {
    let line = dom::create("p");
    line.set("role", "alert");
    line.set_text(&t_with("app-start-failed", &[("reason", t("app-foreign-data").as_str().into())]));
    mount.prepend(&line);
}
