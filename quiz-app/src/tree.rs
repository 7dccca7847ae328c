//! Builds what is on the screen, element by element.
//!
//! Each step is a call with constants, some fifteen bytes of WASM. Yew's `html!` writes the making of an element into
//! the place where it stands, some three hundred bytes; for all questions that was 80 KB. What an element does is an
//! action, kept in a table beside the tree, and one listener on the mount looks it up: no closure an element.
//!
//! Two put a tree on the screen: [`crate::render`] for the pages with questions, and Yew for the others.

use crate::dom::{self, Dom};
use crate::messages::{Value, t, t_with};
use crate::text::glued;

/// An element, or with an empty tag a text.
#[derive(Default)]
pub struct Node {
    pub tag: &'static str,
    /// Another key makes another element, with nothing left of what the browser kept in the old one.
    pub key: String,
    pub attributes: Vec<(Name, String)>,
    /// What a field holds.
    pub value: Option<String>,
    pub checked: Option<bool>,
    /// The text; or an element's HTML, which then has no children. The build made it from the author's Markdown, free
    /// of anything that runs or loads.
    pub text: String,
    pub children: Vec<Node>,
    /// Once it stands on the screen.
    pub dom: Option<Dom>,
}

/// The attributes in use, by their place in [`NAMES`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Name {
    Class,
    Id,
    Href,
    Role,
    Style,
    Tabindex,
    Type,
    Field,
    Disabled,
    Readonly,
    For,
    Option,
    Selected,
    Label,
    LabelledBy,
    DescribedBy,
    Hidden,
    Current,
    Placeholder,
    Autocomplete,
    Direction,
    Invalid,
    OnClick,
    OnInput,
}

pub static NAMES: &[&str] = &[
    "class",
    "id",
    "href",
    "role",
    "style",
    "tabindex",
    "type",
    "name",
    "disabled",
    "readonly",
    "for",
    "value",
    "selected",
    "aria-label",
    "aria-labelledby",
    "aria-describedby",
    "aria-hidden",
    "aria-current",
    "placeholder",
    "autocomplete",
    "dir",
    "aria-invalid",
    ON_CLICK,
    ON_INPUT,
];

pub const ON_CLICK: &str = "data-on-click";
pub const ON_INPUT: &str = "data-on-input";

/// A tree in the making, over the actions `A`.
pub struct Tree<A> {
    /// The elements that are open; the first is the whole.
    open: Vec<Node>,
    /// An element's attribute holds the place of its action.
    pub actions: Vec<A>,
}

/// The key of an element that only holds HTML between other nodes.
const HOLDER: &str = "html";

impl<A> Default for Tree<A> {
    fn default() -> Tree<A> {
        Tree { open: vec![Node { tag: "div", ..Node::default() }], actions: Vec::new() }
    }
}

impl<A> Tree<A> {
    /// An element with what `inner` puts into it.
    #[inline(always)]
    pub fn el(&mut self, tag: &'static str, class: &'static str, inner: impl FnOnce(&mut Tree<A>)) {
        self.begin(tag, class);
        inner(self);
        self.end();
    }

    #[inline(never)]
    fn begin(&mut self, tag: &'static str, class: &'static str) {
        self.open.push(Node { tag, ..Node::default() });
        if !class.is_empty() {
            self.set(Name::Class, class);
        }
    }

    #[inline(never)]
    fn end(&mut self) {
        let Some(mut node) = self.open.pop() else { return };
        // HTML that stands alone needs no holder.
        if let [only] = node.children.as_mut_slice()
            && only.key == HOLDER
        {
            node.text = std::mem::take(&mut only.text);
            node.children.clear();
        }
        self.now().children.push(node);
    }

    /// The whole tree and its actions.
    pub fn finish(mut self) -> (Node, Vec<A>) {
        (self.open.swap_remove(0), self.actions)
    }

    /// The innermost open element.
    #[inline(never)]
    fn now(&mut self) -> &mut Node {
        let last = self.open.len() - 1;
        &mut self.open[last]
    }

    /// An attribute of the innermost open element.
    #[inline(never)]
    pub fn set(&mut self, name: Name, value: &str) {
        self.set_to(name, value.to_owned());
    }

    #[inline(never)]
    pub fn set_to(&mut self, name: Name, value: String) {
        self.now().attributes.push((name, value));
    }

    /// Two parts, as ids are made of.
    #[inline(never)]
    pub fn set_joined(&mut self, name: Name, one: &str, other: &str) {
        self.set_to(name, glued(&[one, other]));
    }

    /// An attribute that is there or not.
    #[inline(never)]
    pub fn set_if(&mut self, name: Name, is_set: bool) {
        if is_set {
            self.set(name, "");
        }
    }

    /// What a field holds.
    #[inline(never)]
    pub fn holds(&mut self, value: &str) {
        self.now().value = Some(value.to_owned());
    }

    #[inline(never)]
    pub fn checked(&mut self, checked: bool) {
        self.now().checked = Some(checked);
    }

    #[inline(never)]
    pub fn key(&mut self, key: String) {
        self.now().key = key;
    }

    #[inline(never)]
    pub fn on(&mut self, event: Name, action: A) {
        self.set_to(event, self.actions.len().to_string());
        self.actions.push(action);
    }

    #[inline(never)]
    pub fn text(&mut self, text: String) {
        self.now().children.push(Node { text, ..Node::default() });
    }

    /// Stands where an optional part is not: what follows keeps its place, and with it the focus.
    #[inline(never)]
    pub fn nothing(&mut self) {
        self.text(String::new());
    }

    #[inline(never)]
    pub fn space(&mut self) {
        self.text(" ".to_owned());
    }

    #[inline(never)]
    pub fn number(&mut self, number: u32) {
        self.text(number.to_string());
    }

    /// A message.
    #[inline(never)]
    pub fn say(&mut self, key: &str) {
        self.text(t(key));
    }

    #[inline(never)]
    pub fn say_with(&mut self, key: &str, values: &[(&str, Value<'_>)]) {
        self.text(t_with(key, values));
    }

    /// A message with the number `n`.
    #[inline(never)]
    pub fn say_n(&mut self, key: &str, n: u32) {
        self.say_with(key, &[("n", n.into())]);
    }

    /// A message with the numbers `n` and `of`.
    #[inline(never)]
    pub fn say_of(&mut self, key: &str, n: u32, of: u32) {
        self.say_with(key, &[("n", n.into()), ("of", of.into())]);
    }

    /// HTML that the build made from the author's Markdown.
    #[inline(never)]
    pub fn raw(&mut self, html: &str) {
        self.hold("div", html.to_owned());
    }

    #[inline(never)]
    fn hold(&mut self, tag: &'static str, text: String) {
        if !text.is_empty() {
            let attributes = vec![(Name::Style, "display:contents".to_owned())];
            let holder = Node { tag, key: HOLDER.to_owned(), attributes, text, ..Node::default() };
            self.now().children.push(holder);
        }
    }

    /// The same inside a line: a paragraph that stands alone loses its element.
    #[inline(never)]
    pub fn line(&mut self, html: &str) {
        let html = html.trim();
        let inner = html.strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>"));
        // Without a sign "<p" inside it was one paragraph.
        let alone = inner.filter(|inner| !inner.as_bytes().windows(2).any(|pair| pair == b"<p"));
        self.raw(alone.unwrap_or(html));
    }

    /// A drawing of ours: the paths of a sign on a grid of 24.
    #[inline(never)]
    pub fn sign(&mut self, paths: &str) {
        const OPEN: &str = "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\" fill=\"none\" \
             stroke=\"currentColor\" stroke-width=\"2.6\" stroke-linecap=\"round\" stroke-linejoin=\"round\">";
        if !paths.is_empty() {
            self.hold("span", glued(&[OPEN, paths, "</svg>"]));
        }
    }

    /// A word with its sign; the colour comes third.
    #[inline(never)]
    pub fn chip(&mut self, class: &'static str, sign: &str, key: &str) {
        self.chip_with(class, sign, t(key));
    }

    #[inline(never)]
    pub fn chip_with(&mut self, class: &'static str, sign: &str, words: String) {
        self.el("span", class, |tree| {
            tree.sign(sign);
            tree.text(words);
        });
    }

    #[inline(never)]
    pub fn button(&mut self, class: &'static str, key: &str, action: A) {
        self.el("button", class, |tree| {
            tree.set(Name::Type, "button");
            tree.on(Name::OnClick, action);
            tree.say(key);
        });
    }

    /// One of several, in a bar of segments. The words follow.
    #[inline(never)]
    pub fn segment(&mut self, field: String, checked: bool, disabled: bool, action: A) {
        self.el("input", "", |tree| {
            tree.set(Name::Type, "radio");
            tree.set_to(Name::Field, field);
            tree.set_if(Name::Disabled, disabled);
            tree.checked(checked);
            tree.on(Name::OnInput, action);
        });
    }
}

pub const TICK: &str = "<path d=\"m5 12.5 4.5 4.5L19 7\"/>";
pub const CROSS: &str = "<path d=\"m6 6 12 12M18 6 6 18\"/>";
pub const HALF: &str =
    "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 3.5v17a8.5 8.5 0 0 1 0-17z\" fill=\"currentColor\"/>";
pub const UP: &str = "<path d=\"M12 19V6M6 11.5 12 5.5l6 6\"/>";
pub const DOWN: &str = "<path d=\"M12 5v13M6 12.5l6 6 6-6\"/>";

/// An author's HTML without its marks, for attributes.
pub fn plain(html: &str) -> String {
    let element = dom::create("p");
    element.set_html(html);
    element.text()
}
