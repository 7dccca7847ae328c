//! Puts a tree on the screen and keeps what is there already: nodes are compared place by place.
//!
//! Yew does the same and much more, for 51 KB a page with a question; this is three.

use crate::dom::{self, Dom};
use crate::tree::{NAMES, Node};

/// Makes the nodes of a tree.
pub fn create(node: &mut Node) -> Dom {
    if node.tag.is_empty() {
        let dom = dom::create_text(&node.text);
        node.dom = Some(dom.clone());
        return dom;
    }
    let dom = dom::create(node.tag);
    fill(&dom, &Node::default(), node);
    node.dom = Some(dom.clone());
    dom
}

/// Turns what stands on the screen into what should stand there.
pub fn patch(old: &mut Node, new: &mut Node) {
    let Some(dom) = old.dom.take() else { return };
    if old.tag != new.tag || old.key != new.key {
        dom.replace(&create(new));
        return;
    }
    if !new.tag.is_empty() {
        // The children first: they take their places from the old ones.
        for (old, new) in old.children.iter_mut().zip(&mut new.children) {
            patch(old, new);
        }
        fill(&dom, old, new);
    } else if old.text != new.text {
        dom.set_text(&new.text);
    }
    new.dom = Some(dom);
}

/// Attributes, HTML, the children that are more or fewer, and what a field holds.
fn fill(dom: &Dom, old: &Node, new: &mut Node) {
    for attribute in &new.attributes {
        if !old.attributes.contains(attribute) {
            dom.set(NAMES[attribute.0 as usize], &attribute.1);
        }
    }
    for (name, _) in &old.attributes {
        if !new.attributes.iter().any(|(own, _)| own == name) {
            dom.unset(NAMES[*name as usize]);
        }
    }
    if old.text != new.text {
        dom.set_html(&new.text);
    }
    for child in new.children.iter_mut().skip(old.children.len()) {
        dom.append(&create(child));
    }
    for child in old.children.iter().skip(new.children.len()) {
        if let Some(dom) = &child.dom {
            dom.remove();
        }
    }
    if let Some(value) = new.value.as_ref().filter(|value| **value != dom.value()) {
        dom.set_value(value);
    }
    if let Some(checked) = new.checked {
        dom.set_checked(checked);
    }
}
