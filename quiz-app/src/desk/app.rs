//! The component around *My progress*.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

use crate::desk::state::{self, Action, Effect, LARGEST, NAME, State, View};
use crate::desk::{record_view, view};
use crate::dom::{self, Dom};
use crate::page;
use crate::store::{Request, Store};
use crate::tree::Tree;
use crate::yew_tree;

#[wasm_bindgen]
extern "C" {
    type FileInput;
    #[wasm_bindgen(method, getter)]
    fn files(this: &FileInput) -> Vec<File>;
    #[wasm_bindgen(method, setter)]
    fn set_value(this: &FileInput, value: &str);

    type File;
    #[wasm_bindgen(method, getter)]
    fn size(this: &File) -> f64;
    #[wasm_bindgen(method)]
    fn text(this: &File) -> Later;

    type Later;
    #[wasm_bindgen(method)]
    fn then(this: &Later, done: &Function, failed: &Function);
}

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
        for kind in ["click", "change"] {
            context.props().mount.listen(kind, &on_event);
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
        match self.state.view {
            View::Progress => view::progress(&mut tree, &self.state, page::now().at),
            View::Record => record_view::record(&mut tree, &self.state),
        }
        let (node, actions) = tree.finish();
        self.actions.replace(actions);
        yew_tree::node(node)
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        page::focus(&std::mem::take(&mut self.focus));
    }
}

impl App {
    /// The action that an event stands for. The text of a file comes later, by a message of its own.
    fn meaning(&self, event: &Dom) -> Option<Action> {
        let (element, place) = yew_tree::meaning(event)?;
        let action = self.actions.borrow().get(place)?.clone();
        match action {
            Action::Read(None) => {}
            Action::Name(_) => return Some(Action::Name(element.value())),
            action => return Some(action),
        }
        let input: &FileInput = element.unchecked_ref();
        let file = input.files().into_iter().next()?;
        let text = file.text();
        // The same file can be chosen again.
        input.set_value("");
        if file.size() > LARGEST {
            return Some(Action::Read(None));
        }
        text.then(&self.read, &self.read);
        None
    }

    fn perform(&mut self, store: &Store, effect: Effect) {
        match effect {
            Effect::File(entries) => page::save_progress(&entries),
            Effect::Add(entries, added) => {
                self.tell(store, &Request::Add { entries: &entries }, Action::Stored(added));
            }
            Effect::Clear => self.tell(store, &Request::Clear, Action::Cleared),
            Effect::Name(name) => {
                let value = (!name.is_empty()).then_some(name.as_str());
                // A name that is not kept is typed again: nothing is lost.
                store.send(&Request::Draft { key: NAME, value }, Box::new(|_| {}));
            }
            Effect::Print => dom::print_page(),
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
