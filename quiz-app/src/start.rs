//! From the page's data to a running app, and what happens if that fails.
//!
//! ```text
//! page data ──▶ first question, in the order of the seed known here ──▶ the others ──▶ the store answers
//!                     (what is done meanwhile waits)
//! ```
//! If anything breaks, the script around the program brings the static questions back.

use std::cell::OnceCell;
use std::rc::Rc;

use compendium_core::item::Quiz;
use compendium_formats::page_data;

use crate::app::{self, App};
use crate::dom::{self, Dom};
use crate::messages::{t, t_with};
use crate::page;
use crate::state::State;
use crate::store::{Loaded, Reply, Request, Store};

/// Milliseconds in which the browser can show the first question.
const A_FRAME: u32 = 16;

/// Starts the quizzes of the page, those first that are read already.
pub fn quiz() {
    let store = Rc::new(OnceCell::new());
    begin(&store);
    dom::listen_to_document("readystatechange", &page::function(move |_| begin(&store)));
}

/// Shows the first question of each new quiz, then the others. The store comes last: its page would take time from the
/// questions.
fn begin(store: &Rc<OnceCell<Store>>) {
    let mut apps = Vec::new();
    for mount in dom::new_mounts() {
        match data(&mount).and_then(|bytes| page_data::read_quiz(&bytes).ok()) {
            Some(quiz) => apps.push(show(&mount, quiz)),
            None => say_foreign(&mount),
        }
    }
    if apps.is_empty() {
        return;
    }
    let store = store.clone();
    let work = page::function(move |_| {
        for (_, app) in &apps {
            app.draw_all();
        }
        let store = store.get_or_init(open);
        for (id, app) in &apps {
            let (own, app) = (store.clone(), app.clone());
            let done = move |reply: Reply| app.load(own, seed(), reply.map(|reply| Loaded::of(&reply)));
            store.send(&Request::Read { quizzes: Some(vec![id]) }, Box::new(done));
        }
    });
    dom::after(&work, A_FRAME, 0);
}

/// Draws a quiz as if nothing had been answered yet, and returns its id too.
fn show(mount: &Dom, quiz: Quiz) -> (String, Rc<App>) {
    let id = quiz.id.clone();
    let state = State::new(quiz, seed(), Loaded::default(), page::now());
    (id, app::start(&room(mount), state))
}

/// The book's store. Its word on the seed comes before all that it reads.
fn open() -> Store {
    let store = Store::open();
    let keep = |reply: Reply| {
        if let Ok(reply) = reply {
            dom::learner_seed(reply.seed());
        }
    };
    let request = Request::Open { book: &page::data("data-book"), seed: &dom::learner_seed(None) };
    store.send(&request, Box::new(keep));
    store
}

fn seed() -> u64 {
    dom::learner_seed(None).parse().unwrap_or_default()
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
