//! The same tree for Yew.

use yew::virtual_dom::{VNode, VTag};

use crate::dom::Dom;
use crate::text::glued;
use crate::tree::{NAMES, Node, ON_CLICK, ON_INPUT};

pub fn node(node: Node) -> VNode {
    if node.tag.is_empty() {
        return VNode::from(node.text);
    }
    let mut tag = VTag::new(node.tag);
    for (name, value) in node.attributes {
        tag.add_attribute(NAMES[name as usize], value);
    }
    if let Some(value) = node.value {
        tag.set_value(value);
    }
    if let Some(checked) = node.checked {
        tag.set_checked(checked);
    }
    if !node.text.is_empty() {
        tag.add_child(VNode::from_html_unchecked(node.text.into()));
    }
    tag.add_children(node.children.into_iter().map(self::node));
    tag.into()
}

/// The element that an event is about, and the place of its action.
pub fn meaning(event: &Dom) -> Option<(Dom, usize)> {
    let attribute = if event.kind_of_event() == "click" { ON_CLICK } else { ON_INPUT };
    let element = event.target().closest(&glued(&["[", attribute, "]"]))?;
    let place = element.get(attribute)?.parse().ok()?;
    Some((element, place))
}
