//! The component around a timetable's form.

use std::cell::RefCell;
use std::rc::Rc;

use compendium_formats::timetable::html::{self, Show};
use compendium_formats::timetable::{Timetable, csv, ics};
use js_sys::Function;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

use crate::dom::{self, Dom};
use crate::page;
use crate::plan::state::{self, Action, CALENDAR, DRAFT, Effect, Outcome, State};
use crate::plan::view;
use crate::plan::words::PageWords;
use crate::store::{self, Store};
use crate::text::glued;
use crate::tree::Tree;
use crate::yew_tree;

/// A pause in typing after which the timetable is made anew.
const PAUSE: u32 = 400;

pub struct App {
    state: State,
    /// The outcome that it shows, by its number, and the timetable of that.
    shown: RefCell<(Option<u32>, String)>,
    /// Of the tree on the screen.
    actions: RefCell<Vec<Action>>,
    send: Callback<Message>,
    /// Sends [`Action::Settle`].
    settle: Function,
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
        let settle = page::function(move |_| own.emit(Message::Do(Action::Settle)));
        let state = context.props().state.take().expect("the page is mounted once");
        App {
            state,
            shown: RefCell::default(),
            actions: RefCell::default(),
            send,
            settle,
            timer: None,
            focus: Vec::new(),
        }
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
        let mut shown = self.shown.borrow_mut();
        if shown.0 != Some(self.state.n_outcomes) {
            *shown = (Some(self.state.n_outcomes), self.timetable());
        }
        let mut tree = Tree::default();
        view::page(&mut tree, &self.state, &shown.1);
        let (node, actions) = tree.finish();
        self.actions.replace(actions);
        yew_tree::node(node)
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        page::focus(&std::mem::take(&mut self.focus));
    }
}

impl App {
    /// The plan as HTML; nothing where there is none.
    fn timetable(&self) -> String {
        let Outcome::Plan(_, plan) = &self.state.outcome else { return String::new() };
        let root = page::data("data-root");
        let show = Show { dates: true, root: Some(&root), lines: true };
        let timetable = Timetable { courses: &self.state.courses, plan, words: &PageWords };
        glued(&[&html::weeks(&timetable, show), &html::changes(&timetable, show)])
    }

    /// The action that an event stands for.
    fn meaning(&self, event: &Dom) -> Option<Action> {
        // The field is left: no need to wait for the pause.
        if event.kind_of_event() == "change" {
            return Some(Action::Settle);
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
            Effect::SettleSoon => {
                if let Some(timer) = self.timer.take() {
                    dom::forget(timer);
                }
                self.timer = Some(dom::after(&self.settle, PAUSE, 0));
            }
            Effect::Keep(text) => {
                let send = self.send.clone();
                store.send(
                    &store::Request::Draft { key: DRAFT, value: Some(&text) },
                    Box::new(move |reply| {
                        send.emit(Message::Do(reply.map_or_else(Action::NotStored, |_| Action::Stored)));
                    }),
                );
            }
            Effect::File(name) => {
                let Outcome::Plan(request, plan) = &self.state.outcome else { return };
                let timetable = Timetable { courses: &self.state.courses, plan, words: &PageWords };
                let (kind, text) = if name == CALENDAR {
                    ("text/calendar;charset=utf-8", ics::write(&timetable, request, &page::data("data-book")))
                } else {
                    ("text/csv;charset=utf-8", csv::write(&timetable))
                };
                page::save_bytes(name, kind, text.as_bytes());
            }
            Effect::Print => dom::print_page(),
            Effect::Focus(id) => self.focus = vec![id.to_owned()],
        }
    }
}
