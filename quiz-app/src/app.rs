//! One quiz at work: turns events into actions, hands them to the reducer, carries out its effects, draws.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsCast;

use crate::dom::{self, Dom};
use crate::state::{self, Action, Effect, State};
use crate::store::{Loaded, Request, Store, Trouble};
use crate::text::glued;
use crate::tree::{Node, ON_CLICK, ON_INPUT, Tree};
use crate::{keyboard, page, quiz_view, render};

/// Messages wait here: to draw can move the focus, and that is an event.
pub struct App {
    room: RefCell<Room>,
    queue: RefCell<Vec<Message>>,
    busy: Cell<bool>,
    /// Until the store has answered.
    loading: Cell<bool>,
    /// Sends [`Action::Keep`] with the item's number.
    keep: OnceCell<Function>,
    /// From when it has answered.
    store: OnceCell<Store>,
}

enum Message {
    Do(Action),
    Event(Dom),
}

struct Room {
    place: Dom,
    state: State,
    screen: Node,
    /// Of the tree on the screen.
    actions: Vec<Action>,
    /// Whether only the first question stands there yet.
    is_first_only: bool,
    /// The timer for a draft that is running, and its item.
    keeping: Option<(u32, usize)>,
}

const BUSY: &str = "aria-busy";

/// A pause in typing after which a draft is kept.
const PAUSE: u32 = 400;

/// Draws the first question of the quiz into an empty element, and lets it live as long as the page. A link may lead to
/// any of them: then all are drawn. What the learner does waits for [`App::load`].
pub fn start(place: &Dom, state: State) -> Rc<App> {
    place.set(BUSY, "true");
    let mut screen = Node { tag: "div", ..Node::default() };
    place.append(&render::create(&mut screen));
    let mut room = Room {
        place: place.clone(),
        state,
        screen,
        actions: Vec::new(),
        is_first_only: dom::HASH.with(String::is_empty),
        keeping: None,
    };
    room.draw();
    let app = Rc::new(App {
        room: RefCell::new(room),
        queue: RefCell::default(),
        busy: Cell::new(false),
        loading: Cell::new(true),
        keep: OnceCell::new(),
        store: OnceCell::new(),
    });
    let own = app.clone();
    let keep = move |item: wasm_bindgen::JsValue| Action::Keep(item.as_f64().unwrap_or_default() as usize);
    let _ = app.keep.set(page::function(move |item| own.send(Message::Do(keep(item)))));
    let own = app.clone();
    let on_event = page::function(move |event| own.on_event(event.unchecked_into()));
    for kind in ["click", "input", "change", "keydown", "focusin"] {
        place.listen(kind, &on_event);
    }
    app
}

impl App {
    /// The other questions too.
    pub fn draw_all(&self) {
        let room = &mut *self.room.borrow_mut();
        if std::mem::take(&mut room.is_first_only) {
            room.draw();
        }
    }

    /// What the learner did before now, and then what was done while the store was asked.
    pub fn load(self: &Rc<App>, store: Store, seed: u64, loaded: Result<Loaded, Trouble>) {
        let _ = self.store.set(store);
        let mut room = self.room.borrow_mut();
        let is_moved = room.state.load(seed, loaded, page::now());
        self.queue.borrow_mut().retain(|message| match message {
            // It names places of an order that was on the screen and is no more.
            Message::Do(Action::Move { .. }) if is_moved => false,
            Message::Do(action) => action.answers().is_none_or(|item| room.state.is_open(item)),
            Message::Event(_) => true,
        });
        room.draw();
        room.place.unset(BUSY);
        drop(room);
        self.loading.set(false);
        // Each as if it was done now.
        for message in self.queue.take() {
            self.send(message);
        }
    }

    fn on_event(self: &Rc<App>, event: Dom) {
        if !self.loading.get() {
            return self.send(Message::Event(event));
        }
        // Later the screen is another one.
        let meaning = self.room.borrow().meaning(&event);
        self.queue.borrow_mut().extend(meaning.map(Message::Do));
    }

    fn send(self: &Rc<App>, message: Message) {
        self.queue.borrow_mut().push(message);
        if self.busy.replace(true) {
            return;
        }
        while !self.queue.borrow().is_empty() {
            let message = self.queue.borrow_mut().remove(0);
            self.take(message);
        }
        self.busy.set(false);
    }

    fn take(self: &Rc<App>, message: Message) {
        let room = &mut *self.room.borrow_mut();
        let action = match message {
            Message::Do(action) => Some(action),
            Message::Event(event) => room.meaning(&event),
        };
        let Some(action) = action else { return };
        let mut focus = Vec::new();
        for effect in state::reduce(&mut room.state, action, page::now()) {
            match effect {
                Effect::Focus(ids) => focus = ids,
                effect => self.perform(room, effect),
            }
        }
        room.draw();
        page::focus(&focus);
    }

    fn perform(self: &Rc<App>, room: &mut Room, effect: Effect) {
        match effect {
            Effect::Store => {
                let entries = &room.state.entries[room.state.n_stored..];
                self.tell(&Request::Add { entries }, room.state.entries.len());
            }
            Effect::Draft(key, value) => {
                self.tell(&Request::Draft { key: &key, value: value.as_deref() }, 0);
            }
            Effect::KeepSoon(item) => {
                if let Some((timer, other)) = room.keeping.take() {
                    dom::forget(timer);
                    if other != item {
                        self.send(Message::Do(Action::Keep(other)));
                    }
                }
                room.keeping = self.keep.get().map(|keep| (dom::after(keep, PAUSE, item as u32), item));
            }
            Effect::File => page::save_progress(&room.state.entries),
            Effect::Focus(_) => {}
        }
    }

    /// Sends a request; `stored` is the length of the log with what it adds, if it adds.
    fn tell(self: &Rc<App>, request: &Request<'_>, stored: usize) {
        let Some(store) = self.store.get() else { return };
        let own = self.clone();
        let done = move |reply: crate::store::Reply| match reply {
            Err(trouble) => own.send(Message::Do(Action::NotStored(trouble))),
            Ok(_) if stored > 0 => own.send(Message::Do(Action::Stored(stored))),
            Ok(_) => {}
        };
        store.send(request, Box::new(done));
    }
}

impl Room {
    fn draw(&mut self) {
        let mut tree = Tree::default();
        quiz_view::quiz(&mut tree, &self.state, page::now().at, self.is_first_only);
        let (mut screen, actions) = tree.finish();
        render::patch(&mut self.screen, &mut screen);
        self.screen = screen;
        self.actions = actions;
    }

    /// The action that an event stands for.
    fn meaning(&self, event: &Dom) -> Option<Action> {
        let target = event.target();
        let attribute = match event.kind_of_event().as_str() {
            "keydown" => {
                keyboard::press(event, &target, self.state.shortcuts);
                return None;
            }
            "focusin" => {
                let place = self.state.place_of(&keyboard::item_of(&target)?.id())?;
                return (self.state.at != Some(place)).then_some(Action::At(place));
            }
            // The field is left: no need to wait for the pause.
            "change" => return self.keeping.map(|(_, item)| Action::Keep(item)),
            "click" => ON_CLICK,
            _ => ON_INPUT,
        };
        let place: usize = target.closest(&glued(&["[", attribute, "]"]))?.get(attribute)?.parse().ok()?;
        let mut action = self.actions.get(place)?.clone();
        // A list and a text area have a value as an input has.
        match &mut action {
            Action::Type(_, text) => *text = target.value(),
            Action::Pair(_, _, right) => *right = target.value().parse().ok(),
            _ => {}
        }
        Some(action)
    }
}
