//! What all views use.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::page;
use crate::state::{Action, State};

/// What a view sees and where it sends what happens.
pub struct Cx<'a> {
    pub state: &'a State,
    pub send: &'a Callback<Action>,
    /// Milliseconds since 1970.
    pub today: u64,
}

impl Cx<'_> {
    pub fn on(&self, action: Action) -> Callback<MouseEvent> {
        let send = self.send.clone();
        Callback::from(move |_| send.emit(action.clone()))
    }

    pub fn on_input(&self, action: Action) -> Callback<InputEvent> {
        let send = self.send.clone();
        Callback::from(move |_| send.emit(action.clone()))
    }

    pub fn on_typed(&self, place: usize) -> Callback<InputEvent> {
        let send = self.send.clone();
        Callback::from(move |event: InputEvent| send.emit(Action::Type(place, value(&event))))
    }

    /// A button with words.
    pub fn button(&self, class: &'static str, words: String, action: Action) -> Html {
        html! { <button type="button" class={class} onclick={self.on(action)}>{ words }</button> }
    }
}

/// What a field holds after an event in it.
pub fn value(event: &InputEvent) -> String {
    // A text area and a list have `value` as an input has.
    event.target().map(|target| target.unchecked_into::<HtmlInputElement>().value()).unwrap_or_default()
}

/// HTML that the build made from the author's Markdown, free of anything that runs or loads.
pub fn raw(text: &str) -> Html {
    Html::from_html_unchecked(text.to_owned().into())
}

/// The same inside a line: a paragraph that stands alone loses its element.
pub fn line(text: &str) -> Html {
    let text = text.trim();
    let inner = text.strip_prefix("<p>").and_then(|text| text.strip_suffix("</p>"));
    raw(inner.filter(|inner| !inner.contains("<p>")).unwrap_or(text))
}

/// The same without marks, for attributes.
pub fn plain(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.to_owned();
    }
    let element = page::create("p");
    element.set_inner_html(text);
    element.text_content().unwrap_or_default()
}

pub fn raw_or_nothing(text: Option<&String>) -> Html {
    text.map(|text| raw(text)).unwrap_or_default()
}

/// A drawing of ours.
pub fn drawing(markup: &'static str) -> Html {
    Html::from_html_unchecked(AttrValue::Static(markup))
}

macro_rules! sign {
    ($paths:literal) => {
        concat!(
            "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\" fill=\"none\" stroke=\"currentColor\" ",
            "stroke-width=\"2.6\" stroke-linecap=\"round\" stroke-linejoin=\"round\">",
            $paths,
            "</svg>"
        )
    };
}

pub const TICK: &str = sign!("<path d=\"m5 12.5 4.5 4.5L19 7\"/>");
pub const CROSS: &str = sign!("<path d=\"m6 6 12 12M18 6 6 18\"/>");
pub const HALF: &str =
    sign!("<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 3.5v17a8.5 8.5 0 0 1 0-17z\" fill=\"currentColor\"/>");
pub const UP: &str = sign!("<path d=\"M12 19V6M6 11.5 12 5.5l6 6\"/>");
pub const DOWN: &str = sign!("<path d=\"M12 5v13M6 12.5l6 6 6-6\"/>");

/// A word with its sign; the colour comes third.
pub fn chip(class: &'static str, sign: &'static str, words: String) -> Html {
    html! { <span class={classes!("chip", class)}>{ drawing(sign) }{ words }</span> }
}
