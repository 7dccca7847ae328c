//! The client of the storage page.
//!
//! A hidden frame holds the book's storage, because Firefox gives every file an origin of its own; requests and
//! replies are messages with a number. What cannot be stored is no reason to stop: the caller learns of the trouble
//! and goes on in memory.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use crate::dom::{self, Dom};
use crate::page;
use crate::text::glued;
use compendium_core::log::{Entry, EntryId};
use compendium_formats::entry_json;
use compendium_formats::json;
use js_sys::Function;
use wasm_bindgen::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser's settings do not let a page keep anything.
    Forbidden,
    /// No room is left; what was stored before is still there.
    Full,
    /// No answer, or one that makes no sense.
    Broken,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request<'a> {
    /// With a seed for the case that the store has none yet.
    Open {
        book: &'a str,
        seed: &'a str,
    },
    /// Entries of these quizzes or of all, and all drafts.
    Read {
        quizzes: Option<Vec<&'a str>>,
    },
    Add {
        entries: &'a [Entry],
    },
    Draft {
        key: &'a str,
        value: Option<&'a str>,
    },
    /// All drafts whose keys begin so.
    Forget {
        prefix: &'a str,
    },
    /// All answers; names of templates stay.
    Clear,
}

pub type Reply = Result<Dom, Trouble>;
pub type Done = Box<dyn FnOnce(Reply)>;

/// What [`Request::Read`] brings.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    pub entries: Vec<Entry>,
    pub drafts: Vec<(String, String)>,
}

/// A reply that takes longer counts as none.
const PATIENCE: u32 = 5_000;
/// A slow disk may take long to promise that nothing is lost, and nobody waits for it.
const PATIENCE_TO_WRITE: u32 = 15_000;

impl Request<'_> {
    /// The message's text, a JSON object.
    pub fn message(&self, n: u32) -> String {
        let mut out = String::from("{\"cp\":1,\"n\":");
        json::write_int(n.into(), &mut out);
        let mut add = |name: &str, value: Option<&str>| {
            out.push_str(name);
            match value {
                Some(value) => json::write_text(value, &mut out),
                None => out.push_str("null"),
            }
        };
        match self {
            Request::Open { book, seed } => {
                add(",\"op\":\"open\",\"book\":", Some(book));
                add(",\"seed\":", Some(seed));
            }
            Request::Read { quizzes: None } => add(",\"op\":\"read\",\"quizzes\":", None),
            Request::Read { quizzes: Some(quizzes) } => {
                let mut before = ",\"op\":\"read\",\"quizzes\":[";
                for quiz in quizzes {
                    add(before, Some(quiz));
                    before = ",";
                }
                out.push_str(if quizzes.is_empty() { before } else { "" });
                out.push(']');
            }
            Request::Add { entries } => {
                let mut before = ",\"op\":\"add\",\"entries\":[{\"key\":";
                for entry in *entries {
                    add(before, Some(&key(entry.id)));
                    add(",\"quiz\":", Some(&entry.quiz));
                    add(",\"body\":", Some(&entry_json::write(entry)));
                    before = "},{\"key\":";
                }
                out.push_str(if entries.is_empty() { ",\"op\":\"add\",\"entries\":[" } else { "}" });
                out.push(']');
            }
            Request::Draft { key, value } => {
                add(",\"op\":\"draft\",\"key\":", Some(key));
                add(",\"value\":", *value);
            }
            Request::Forget { prefix } => add(",\"op\":\"forget\",\"prefix\":", Some(prefix)),
            Request::Clear => out.push_str(",\"op\":\"clear\""),
        }
        out.push('}');
        out
    }
}

/// The key under which the store keeps an entry: sorts by time.
pub fn key(id: EntryId) -> String {
    let mut key = String::new();
    base36(id.at, 9, &mut key);
    key.push('-');
    base36(id.nonce.into(), 1, &mut key);
    key
}

fn base36(value: u64, width: u32, out: &mut String) {
    if value >= 36 || width > 1 {
        base36(value / 36, width.saturating_sub(1), out);
    }
    out.extend(char::from_digit((value % 36) as u32, 36));
}

impl Loaded {
    /// Entries that cannot be read are passed over here and stay in the store.
    pub fn of(reply: &Dom) -> Loaded {
        let drafts = reply.drafts();
        Loaded {
            entries: reply.entries().iter().filter_map(|body| entry_json::read(body).ok()).collect(),
            drafts: dom::keys(&drafts).into_iter().zip(dom::values(&drafts)).collect(),
        }
    }
}

#[derive(Clone)]
pub struct Store(Rc<Inner>);

struct Inner {
    frame: Dom,
    /// Takes a message event, or the number of a request whose time is over.
    listener: OnceCell<Function>,
    readiness: Cell<Readiness>,
    numbered: Cell<u32>,
    /// Not sent yet: the frame is not ready.
    queue: RefCell<Vec<JsValue>>,
    waiting: RefCell<Vec<(u32, Done)>>,
}

#[derive(Clone, Copy)]
enum Readiness {
    Waiting,
    Ready,
    Not(Trouble),
}

/// The hidden page that holds the book's storage; the programs of a page share it. It comes when it is asked for: in the
/// page's text it would take time from the questions. Tells whether it was there.
fn frame() -> (Dom, bool) {
    if let Some(frame) = dom::by_id(FRAME) {
        return (frame, true);
    }
    let frame = dom::create("iframe");
    // The part behind the sign tells the store which book to open while it loads.
    let address = glued(&[&page::data("data-root"), "app/store.html#", &page::data("data-book")]);
    for (name, value) in [
        ("id", FRAME),
        ("hidden", ""),
        ("title", "store"),
        ("aria-hidden", "true"),
        ("tabindex", "-1"),
        ("src", &address),
    ] {
        frame.set(name, value);
    }
    if let Some(body) = dom::query_all("body").first() {
        body.append(&frame);
    }
    (frame, false)
}

const FRAME: &str = "compendium-store";

impl Store {
    /// Opens the page's store.
    pub fn open() -> Store {
        let (frame, was_there) = frame();
        let store = Store(Rc::new(Inner {
            frame,
            listener: OnceCell::new(),
            readiness: Cell::new(Readiness::Waiting),
            numbered: Cell::new(0),
            queue: RefCell::default(),
            waiting: RefCell::default(),
        }));
        let own = store.clone();
        let listener = page::function(move |value| match value.as_f64() {
            Some(n) => own.expire(n as u32),
            None => own.on_message(value.unchecked_ref()),
        });
        dom::listen_to_window("message", &listener);
        let _ = store.0.listener.set(listener);
        // Its database may be open before this one listens.
        if let Some(window) = store.0.frame.window_of_frame().filter(|_| was_there) {
            window.post(&dom::parse_json("{\"cp\":1,\"op\":\"ping\"}"), "*");
        }
        store
    }

    pub fn send(&self, request: &Request<'_>, done: Done) {
        let inner = &self.0;
        let n = inner.numbered.get() + 1;
        inner.numbered.set(n);
        if let Readiness::Not(trouble) = inner.readiness.get() {
            done(Err(trouble));
            return;
        }
        inner.waiting.borrow_mut().push((n, done));
        if let Some(listener) = inner.listener.get() {
            let is_write = !matches!(request, Request::Open { .. } | Request::Read { .. });
            dom::after(listener, if is_write { PATIENCE_TO_WRITE } else { PATIENCE }, n);
        }
        inner.queue.borrow_mut().push(dom::parse_json(&request.message(n)));
        self.post();
    }

    fn post(&self) {
        if let (Readiness::Ready, Some(window)) = (self.0.readiness.get(), self.0.frame.window_of_frame()) {
            for message in self.0.queue.take() {
                // Between files there is no origin to name; elsewhere the frame is of ours.
                window.post(&message, "*");
            }
        }
    }

    fn on_message(&self, event: &Dom) {
        if event.source() != self.0.frame.window_of_frame() {
            return;
        }
        let data = event.data();
        match data.ready() {
            Some(true) => {
                self.0.readiness.set(Readiness::Ready);
                self.post();
            }
            // Said twice, it is no news.
            Some(false) => {
                let trouble = trouble(&data);
                self.0.readiness.set(Readiness::Not(trouble));
                for (_, done) in self.0.waiting.take() {
                    done(Err(trouble));
                }
            }
            None => {
                let n = data.n().unwrap_or_default();
                self.finish(n, if data.ok() == Some(true) { Ok(data) } else { Err(trouble(&data)) });
            }
        }
    }

    /// A store that never spoke is not waited for again, until it speaks.
    fn expire(&self, n: u32) {
        if let Readiness::Waiting = self.0.readiness.get() {
            self.0.readiness.set(Readiness::Not(Trouble::Broken));
        }
        self.finish(n, Err(Trouble::Broken));
    }

    /// The first word on a request counts: a reply or the end of patience.
    fn finish(&self, n: u32, reply: Reply) {
        let mut waiting = self.0.waiting.borrow_mut();
        if let Some(place) = waiting.iter().position(|(own, _)| *own == n) {
            let (_, done) = waiting.remove(place);
            drop(waiting);
            done(reply);
        }
    }
}

fn trouble(data: &Dom) -> Trouble {
    match data.kind().as_deref() {
        Some("forbidden") => Trouble::Forbidden,
        Some("full") => Trouble::Full,
        _ => Trouble::Broken,
    }
}
