//! Changes to mdBook's search script, after rendering: it can be reached by no theme.

use super::Patch;

/// In the order of the script. Words stand for strings of JavaScript, quotes included.
pub const PATCHES: [Patch; 5] = [
    Patch::between(
        "says how much was found in the book's language",
        ("function formatSearchMetric(count, searchterm) {", "    function formatSearchResult("),
        0x3e14_a4e5_e625_b68f,
        "function formatSearchMetric(count) {\n        \
         return count === 0 ? [[frame-search-none]] : [[frame-search-found]] + ' ' + count;\n    }\n\n",
    ),
    Patch::text("no name on an element that may have none", "'\" aria-label=\"Search Result Teaser\">'", "'\">'"),
    Patch::between(
        "keys move the focus itself; letters belong to frame.js, where they can be turned off",
        ("if (e.key === 'Escape') {", "function loadSearchScript("),
        0xc1c6_b999_0fa0_609f,
        include_str!("../../theme/parts/search-keys.js"),
    ),
    Patch::text(
        "an opened search has the focus",
        "searchbar.select();",
        "searchbar.focus();\n            searchbar.select();",
    ),
    Patch::text(
        "nothing sought, nothing found",
        "showResults(false);\n            removeChildren(searchresults);",
        "showResults(false);\n            searchresults_header.textContent = '';\n            removeChildren(searchresults);",
    ),
];
