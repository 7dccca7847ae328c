//! The component around a template's form.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

use crate::dom::{self, Dom};
use crate::fill::state::{self, Action, Effect, PREFIX, State};
use crate::fill::view;
use crate::page;
use crate::store::{Request, Store};
use crate::text::glued;
use crate::tree::Tree;
use crate::yew_tree;

/// A pause in typing after which a name is kept.
const PAUSE: u32 = 400;

pub struct App {
    state: State,
    /// Of the tree on the screen.
    actions: RefCell<Vec<Action>>,
    send: Callback<Message>,
    /// Sends [`Action::Keep`].
    keep: Function,
    timer: Option<u32>,
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

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(context: &Context<Self>) -> App {
        let send = context.link().callback(|message: Message| message);
        let own = send.clone();
        let on_event = page::function(move |event| own.emit(Message::Event(event.unchecked_into())));
        for kind in ["click", "input", "change"] {
            context.props().mount.listen(kind, &on_event);
        }
        let own = send.clone();
        let keep = page::function(move |_| own.emit(Message::Do(Action::Keep)));
        let state = context.props().state.take().expect("the page is mounted once");
        let mut app = App { state, actions: RefCell::default(), send, keep, timer: None, focus: Vec::new() };
        for effect in app.state.shown() {
            app.perform(&context.props().store, effect);
        }
        app
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
        view::form(&mut tree, &self.state);
        let (node, actions) = tree.finish();
        self.actions.replace(actions);
        yew_tree::node(node)
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        page::focus(&std::mem::take(&mut self.focus));
    }
}

impl App {
    /// The action that an event stands for.
    fn meaning(&self, event: &Dom) -> Option<Action> {
        // The field is left: no need to wait for the pause.
        if event.kind_of_event() == "change" {
            return Some(Action::Keep);
        }
        let (element, place) = yew_tree::meaning(event)?;
        let action = self.actions.borrow().get(place)?.clone();
        Some(match action {
            Action::Type(field, _) => Action::Type(field, element.value()),
            action => action,
        })
    }

    fn perform(&mut self, store: &Store, effect: Effect) {
        match effect {
            Effect::Show { name, text, is_filled } => {
                for slot in dom::query_all(&glued(&["[data-slot=\"", &name, "\"]"])) {
                    slot.set_text(&text);
                    slot.set("class", if is_filled { "slot is-filled" } else { "slot" });
                }
            }
            Effect::KeepSoon => {
                if let Some(timer) = self.timer.take() {
                    dom::forget(timer);
                }
                self.timer = Some(dom::after(&self.keep, PAUSE, 0));
            }
            Effect::Draft { key, value } => {
                self.tell(store, &Request::Draft { key: &key, value: value.as_deref() }, Action::Stored);
            }
            Effect::File { name, kind, bytes } => page::save_bytes(&name, kind, &bytes),
            Effect::Print => dom::print_page(),
            Effect::Forget => self.tell(store, &Request::Forget { prefix: PREFIX }, Action::Forgotten),
            Effect::Focus(id) => self.focus = vec![id.to_owned()],
        }
    }

    fn tell(&self, store: &Store, request: &Request<'_>, done: Action) {
        let send = self.send.clone();
        store.send(
            request,
            Box::new(move |reply| {
                send.emit(Message::Do(reply.map_or_else(Action::NotStored, |_| done)));
            }),
        );
    }
}
