//! The client of the storage page.
//!
//! A hidden frame holds the book's storage, because Firefox gives every file an origin of its own; requests and
//! replies are messages with a number. What cannot be stored is no reason to stop: the caller learns of the trouble
//! and goes on in memory.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use compendium_core::log::{Entry, EntryId};
use compendium_formats::entry_json;
use compendium_formats::json::{self, Value};
use js_sys::{Array, Function, JSON, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlIFrameElement, MessageEvent};
use crate::page;

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
    Open { book: &'a str },
    /// Entries of these quizzes or of all, and all drafts.
    Read { quizzes: Option<Vec<&'a str>> },
    Add { entries: &'a [Entry] },
    Draft { key: &'a str, value: Option<&'a str> },
    Clear,
}

pub type Reply = Result<JsValue, Trouble>;
pub type Done = Box<dyn FnOnce(Reply)>;

/// What [`Request::Read`] brings.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    pub entries: Vec<Entry>,
    pub drafts: Vec<(String, String)>,
}

/// A reply that takes longer counts as none.
const PATIENCE: i32 = 3_000;

impl Request<'_> {
    /// The message's text, a JSON object.
    pub fn message(&self, n: u32) -> String {
        let text = |text: &str| Value::Text(text.to_owned());
        let mut members = vec![("cp", Value::Int(1)), ("n", Value::Int(n.into()))];
        match self {
            Request::Open { book } => members.extend([("op", text("open")), ("book", text(book))]),
            Request::Read { quizzes } => {
                let list = |ids: &Vec<&str>| Value::List(ids.iter().map(|id| text(id)).collect());
                members.extend([("op", text("read")), ("quizzes", quizzes.as_ref().map_or(Value::Null, list))]);
            }
            Request::Add { entries } => {
                let entry = |entry: &Entry| {
                    map(vec![
                        ("key", Value::Text(key(entry.id))),
                        ("quiz", text(&entry.quiz)),
                        ("body", Value::Text(entry_json::write(entry))),
                    ])
                };
                members.extend([("op", text("add")), ("entries", Value::List(entries.iter().map(entry).collect()))]);
            }
            Request::Draft { key, value } => {
                members.extend([("op", text("draft")), ("key", text(key)), ("value", value.map_or(Value::Null, text))]);
            }
            Request::Clear => members.push(("op", text("clear"))),
        }
        let mut out = String::new();
        json::write(&map(members), &mut out);
        out
    }
}

/// The key under which the store keeps an entry: sorts by time.
pub fn key(id: EntryId) -> String {
    let digits = |mut value: u64, width: usize| {
        let mut text = Vec::new();
        while value > 0 || text.len() < width {
            text.push(b"0123456789abcdefghijklmnopqrstuvwxyz"[(value % 36) as usize] as char);
            value /= 36;
        }
        text.into_iter().rev().collect::<String>()
    };
    [digits(id.at, 9), digits(id.nonce.into(), 1)].join("-")
}

fn map(members: Vec<(&str, Value)>) -> Value {
    Value::Map(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

impl Loaded {
    /// Entries that cannot be read are passed over here and stay in the store.
    pub fn of(reply: &JsValue) -> Loaded {
        let entries = Array::from(&member(reply, "entries")).into_iter();
        let drafts = Object::entries(&member(reply, "drafts").into()).into_iter();
        Loaded {
            entries: entries.filter_map(|body| entry_json::read(&body.as_string()?).ok()).collect(),
            drafts: drafts
                .filter_map(|pair| {
                    let pair = Array::from(&pair);
                    Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
                })
                .collect(),
        }
    }
}

pub fn member(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or_default()
}

#[derive(Clone)]
pub struct Store(Rc<Inner>);

struct Inner {
    frame: HtmlIFrameElement,
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

impl Store {
    /// Puts the frame into the page. `root` is the relative path to the book's root.
    pub fn new(book: &str, root: &str) -> Store {
        let document = page::document();
        let frame: HtmlIFrameElement = page::create("iframe").unchecked_into();
        for (name, value) in [("hidden", ""), ("title", "store"), ("aria-hidden", "true"), ("tabindex", "-1")] {
            let _ = frame.set_attribute(name, value);
        }
        // The part behind the sign tells the page which book to open while it loads.
        frame.set_src(&[root, "app/store.html#", book].concat());
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
            Some(n) => own.finish(n as u32, Err(Trouble::Broken)),
            None => own.on_message(value.unchecked_ref()),
        });
        let _ = page::window().add_event_listener_with_callback("message", &listener);
        let _ = store.0.listener.set(listener);
        if let Some(body) = document.body() {
            let _ = body.append_child(&store.0.frame);
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
            page::after(PATIENCE, listener, n);
        }
        let Ok(message) = JSON::parse(&request.message(n)) else { return };
        match inner.readiness.get() {
            Readiness::Ready => self.post(&message),
            _ => inner.queue.borrow_mut().push(message),
        }
    }

    fn post(&self, message: &JsValue) {
        if let Some(window) = self.0.frame.content_window() {
            // Between files there is no origin to name; elsewhere the frame is of ours.
            let _ = window.post_message(message, "*");
        }
    }

    fn on_message(&self, event: &MessageEvent) {
        let source: JsValue = event.source().into();
        if source != JsValue::from(self.0.frame.content_window()) {
            return;
        }
        let data = event.data();
        let ready = member(&data, "ready");
        if !ready.is_undefined() {
            if ready.is_truthy() {
                self.0.readiness.set(Readiness::Ready);
                for message in self.0.queue.take() {
                    self.post(&message);
                }
            } else {
                let trouble = trouble(&data);
                self.0.readiness.set(Readiness::Not(trouble));
                for (_, done) in self.0.waiting.take() {
                    done(Err(trouble));
                }
            }
            return;
        }
        let reply = if member(&data, "ok").is_truthy() { Ok(data.clone()) } else { Err(trouble(&data)) };
        if let Some(n) = member(&data, "n").as_f64() {
            self.finish(n as u32, reply);
        }
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

fn trouble(data: &JsValue) -> Trouble {
    match member(data, "kind").as_string().as_deref() {
        Some("forbidden") => Trouble::Forbidden,
        Some("full") => Trouble::Full,
        _ => Trouble::Broken,
    }
}
