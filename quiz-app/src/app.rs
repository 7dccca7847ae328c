//! The component around one quiz: turns events into actions, hands them to the reducer, carries out its effects.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

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
    keeping: Option<(i32, usize)>,
    /// Waits for the next rendering.
    focus: Vec<String>,
}

pub enum Message {
    Do(Action),
    Event(Event),
}

#[derive(Clone, Properties)]
pub struct Props {
    pub mount: Element,
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
const PAUSE: i32 = 400;

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
            let _ = context.props().mount.add_event_listener_with_callback(kind, &on_event);
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
    fn meaning(&self, event: &Event) -> Option<Action> {
        let target = event.target()?;
        let target: &Element = target.unchecked_ref();
        let attribute = match event.type_().as_str() {
            "keydown" => {
                keyboard::press(event.unchecked_ref::<KeyboardEvent>(), target, self.state.shortcuts);
                return None;
            }
            "focusin" => {
                let id = keyboard::item_of(target)?.id();
                return self.state.place_of(&id).filter(|&place| self.state.at != Some(place)).map(Action::At);
            }
            "click" => ON_CLICK,
            _ => ON_INPUT,
        };
        let element = target.closest(&glued(&["[", attribute, "]"])).ok()??;
        let place: usize = element.get_attribute(attribute)?.parse().ok()?;
        let action = self.actions.borrow().get(place)?.clone();
        // A list and a text area have `value` as an input has.
        let value = || target.unchecked_ref::<HtmlInputElement>().value();
        Some(match action {
            Action::Type(item, _) => Action::Type(item, value()),
            Action::Pair(item, left, _) => Action::Pair(item, left, value().parse().ok()),
            action => action,
        })
    }

    fn perform(&mut self, store: &Store, effect: Effect) {
        match effect {
            Effect::Add(entries) => {
                let last = entries.last().map(|entry| entry.id);
                self.tell(store, &Request::Add { entries: &entries }, last.map(Action::Stored));
            }
            Effect::Draft(key, value) => {
                self.tell(store, &Request::Draft { key: &key, value: value.as_deref() }, None);
            }
            Effect::KeepSoon(item) => {
                if let Some((timer, other)) = self.keeping.take() {
                    page::window().clear_timeout_with_handle(timer);
                    if other != item {
                        self.send.emit(Message::Do(Action::Keep(other)));
                    }
                }
                self.keeping = Some((page::after(PAUSE, &self.keep, item as u32), item));
            }
            Effect::File(entries) => page::save_progress(&entries),
            Effect::Focus(ids) => self.focus = ids,
        }
    }

    fn tell(&self, store: &Store, request: &Request<'_>, stored: Option<Action>) {
        let send = self.send.clone();
        store.send(
            request,
            Box::new(move |reply| {
                if let Some(action) = reply.map_or_else(|trouble| Some(Action::NotStored(trouble)), |_| stored) {
                    send.emit(Message::Do(action));
                }
            }),
        );
    }
}
