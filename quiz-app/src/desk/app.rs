//! The component around *My progress*.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, Element, Event, HtmlInputElement};
use yew::prelude::*;

use crate::desk::state::{self, Action, Effect, LARGEST, State};
use crate::desk::view;
use crate::page;
use crate::store::{Request, Store};
use crate::tree::{ON_CLICK, ON_INPUT, Tree};

pub struct App {
    state: State,
    /// Of the tree on the screen.
    actions: RefCell<Vec<Action>>,
    send: Callback<Message>,
    /// Sends the text of a file.
    read: Function,
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

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(context: &Context<Self>) -> App {
        let send = context.link().callback(|message: Message| message);
        let own = send.clone();
        let on_event = page::function(move |event| own.emit(Message::Event(event.unchecked_into())));
        for kind in ["click", "change"] {
            let _ = context.props().mount.add_event_listener_with_callback(kind, &on_event);
        }
        let own = send.clone();
        let read = page::function(move |text| own.emit(Message::Do(Action::Read(text.as_string()))));
        let state = context.props().state.take().expect("the page is mounted once");
        App { state, actions: RefCell::default(), send, read, focus: Vec::new() }
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
        view::progress(&mut tree, &self.state, page::now().at);
        let (html, actions) = tree.finish();
        self.actions.replace(actions);
        html
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        page::focus(&std::mem::take(&mut self.focus));
    }
}

impl App {
    /// The action that an event stands for. The text of a file comes later, by a message of its own.
    fn meaning(&self, event: &Event) -> Option<Action> {
        let target = event.target()?;
        let target: &Element = target.unchecked_ref();
        let attribute = if event.type_() == "click" { ON_CLICK } else { ON_INPUT };
        let element = target.closest(&["[", attribute, "]"].concat()).ok()??;
        let place: usize = element.get_attribute(attribute)?.parse().ok()?;
        let action = self.actions.borrow().get(place)?.clone();
        if action != Action::Read(None) {
            return Some(action);
        }
        let input: &HtmlInputElement = element.unchecked_ref();
        let file = Reflect::get(&Reflect::get(input, &"files".into()).ok()?, &0.into()).ok()?;
        let file: Blob = file.dyn_into().ok()?;
        let large = file.size() > LARGEST;
        let text = file.text();
        // The same file can be chosen again.
        input.set_value("");
        if large {
            return Some(action);
        }
        let then: Function = Reflect::get(&text, &"then".into()).ok()?.unchecked_into();
        let _ = then.call2(&text, &self.read, &self.read);
        None
    }

    fn perform(&mut self, store: &Store, effect: Effect) {
        match effect {
            Effect::File(entries) => page::save_progress(&entries),
            Effect::Add(entries, added) => {
                self.tell(store, &Request::Add { entries: &entries }, Action::Stored(added));
            }
            Effect::Clear => self.tell(store, &Request::Clear, Action::Cleared),
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
