//! axe-core over the page in hand.

use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::tools;

/// What axe finds against WCAG 2.2 A and AA and its best practice: rule, and the first places.
pub fn violations(browser: &Browser) -> Vec<String> {
    static SCRIPT: OnceLock<String> = OnceLock::new();
    let script = SCRIPT.get_or_init(|| {
        let path = tools::axe();
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()))
    });
    if !browser.holds("window.axe") {
        browser.run(&format!("{script}\nwindow.axe = axe;"), json!([]));
    }
    let found = browser.run_async(
        "axe.run(document, { resultTypes: ['violations'] }).then(result => done(result.violations.map(rule => \
             rule.id + ' (' + rule.impact + '): ' + rule.help + '\\n    ' + rule.nodes.slice(0, 3).map(node => \
             node.target.join(' ') + ' ' + (node.any.concat(node.all, node.none)[0] || {}).message).join('\\n    '))), \
             error => done(['axe itself: ' + error]));",
        json!([]),
    );
    found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
