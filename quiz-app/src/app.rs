//! The component around one quiz: turns events into actions, hands them to the reducer, carries out its effects.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

use crate::dom::{self, Dom};
use crate::state::{self, Action, Effect, State};
use crate::store::{Request, Store};
use crate::text::glued;
use crate::tree::{ON_CLICK, ON_INPUT, Tree};
use crate::{keyboard, page, quiz_view};

pub struct App {
    state: State,
    /// Of the tree on the screen.
    actions: RefCell<Vec<Action>>,
    send: Callback<Message>,
    /// Sends [`Action::Keep`] with the item's number.
    keep: Function,
    /// The timer that is running, and its item.
    keeping: Option<(u32, usize)>,
    /// Waits for the next rendering.
    focus: Vec<String>,
}

pub enum Message {
    Do(Action),
    Event(Dom),
}

#[derive(Clone, Properties)]
pub struct Props {
    pub mount: Dom,
    pub store: Store,
    /// Taken once.
    pub state: Rc<RefCell<Option<State>>>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// A pause in typing after which a draft is kept.
const PAUSE: u32 = 400;

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(context: &Context<Self>) -> App {
        let send = context.link().callback(|message: Message| message);
        let own = send.clone();
        let keep = page::function(move |item| {
            own.emit(Message::Do(Action::Keep(item.as_f64().unwrap_or_default() as usize)));
        });
        let own = send.clone();
        let on_event = page::function(move |event| own.emit(Message::Event(event.unchecked_into())));
        for kind in ["click", "input", "keydown", "focusin"] {
            context.props().mount.listen(kind, &on_event);
        }
        let state = context.props().state.take().expect("a quiz is mounted once");
        App { state, actions: RefCell::default(), send, keep, keeping: None, focus: Vec::new() }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let action = match message {
            Message::Do(action) => Some(action),
            Message::Event(event) => self.meaning(&event),
        };
        let Some(action) = action else { return false };
        for effect in state::reduce(&mut self.state, action, page::now()) {
            self.perform(&context.props().store, effect);
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let mut tree = Tree::default();
        quiz_view::quiz(&mut tree, &self.state, page::now().at);
        let (html, actions) = tree.finish();
        self.actions.replace(actions);
        html
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        page::focus(&std::mem::take(&mut self.focus));
    }
}

impl App {
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
            "click" => ON_CLICK,
            _ => ON_INPUT,
        };
        let place: usize = target.closest(&glued(&["[", attribute, "]"]))?.get(attribute)?.parse().ok()?;
        let mut action = self.actions.borrow().get(place)?.clone();
        // A list and a text area have a value as an input has.
        match &mut action {
            Action::Type(_, text) => *text = target.value(),
            Action::Pair(_, _, right) => *right = target.value().parse().ok(),
            _ => {}
        }
        Some(action)
    }

    fn perform(&mut self, store: &Store, effect: Effect) {
        match effect {
            Effect::Store => {
                let entries = &self.state.entries[self.state.n_stored..];
                self.tell(store, &Request::Add { entries }, Some(self.state.entries.len()));
            }
            Effect::Draft(key, value) => {
                self.tell(store, &Request::Draft { key: &key, value: value.as_deref() }, None);
            }
            Effect::KeepSoon(item) => {
                if let Some((timer, other)) = self.keeping.take() {
                    dom::forget(timer);
                    if other != item {
                        self.send.emit(Message::Do(Action::Keep(other)));
                    }
                }
                self.keeping = Some((dom::after(&self.keep, PAUSE, item as u32), item));
            }
            Effect::File => page::save_progress(&self.state.entries),
            Effect::Focus(ids) => self.focus = ids,
        }
    }

    /// Sends a request; `stored` is the length of the log with what it adds.
    fn tell(&self, store: &Store, request: &Request<'_>, stored: Option<usize>) {
        let send = self.send.clone();
        store.send(
            request,
            Box::new(move |reply| match (reply, stored) {
                (Err(trouble), _) => send.emit(Message::Do(Action::NotStored(trouble))),
                (Ok(_), Some(n)) => send.emit(Message::Do(Action::Stored(n))),
                (Ok(_), None) => {}
            }),
        );
    }
}
