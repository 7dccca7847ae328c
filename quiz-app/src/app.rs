//! The component around one quiz: hands actions to the reducer and carries out its effects.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

use crate::page;
use crate::quiz_view;
use crate::state::{self, Action, Effect, State};
use crate::store::{Request, Store};
use crate::view::Cx;

pub struct App {
    state: State,
    send: Callback<Action>,
    /// Sends [`Action::Keep`] with the item's number.
    keep: Function,
    /// The timer that is running, and its item.
    keeping: Option<(i32, usize)>,
    /// Waits for the next rendering.
    focus: Vec<String>,
}

#[derive(Clone, Properties)]
pub struct Props {
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
    type Message = Action;
    type Properties = Props;

    fn create(context: &Context<Self>) -> App {
        let send = context.link().callback(|action: Action| action);
        let (keep, later) = page::late_function();
        let own = send.clone();
        later.set(Callback::from(move |item: JsValue| {
            own.emit(Action::Keep(item.as_f64().unwrap_or_default() as usize));
        }));
        let state = context.props().state.take().expect("a quiz is mounted once");
        App { state, send, keep, keeping: None, focus: Vec::new() }
    }

    fn update(&mut self, context: &Context<Self>, action: Action) -> bool {
        let (at, arrives) = (self.state.at, matches!(action, Action::At(_)));
        for effect in state::reduce(&mut self.state, action, page::now()) {
            self.perform(context, effect);
        }
        !arrives || self.state.at != at
    }

    fn view(&self, _: &Context<Self>) -> Html {
        quiz_view::quiz(&Cx { state: &self.state, send: &self.send, today: page::now().at })
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        page::focus(&std::mem::take(&mut self.focus));
    }
}

impl App {
    fn perform(&mut self, context: &Context<Self>, effect: Effect) {
        let store = &context.props().store;
        match effect {
            Effect::Add(entries) => {
                let last = entries.iter().map(|entry| entry.id).max();
                self.tell(store, &Request::Add { entries: &entries }, last.map(Action::Stored));
            }
            Effect::Draft(key, value) => {
                self.tell(store, &Request::Draft { key: &key, value: value.as_deref() }, None);
            }
            Effect::KeepSoon(item) => {
                if let Some((timer, other)) = self.keeping.take() {
                    page::window().clear_timeout_with_handle(timer);
                    if other != item {
                        self.send.emit(Action::Keep(other));
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
            Callback::from(move |reply| match (reply, &stored) {
                (Ok(_), Some(action)) => send.emit(action.clone()),
                (Ok(_), None) => {}
                (Err(trouble), _) => send.emit(Action::NotStored(trouble)),
            }),
        );
    }
}
