//! Changes to mdBook's page template.

use super::Patch;

/// In the order of the template.
pub const PATCHES: [Patch; 19] = [
    Patch::text(
        "names the book and its root",
        r#"class="{{ default_theme }} sidebar-visible" dir="{{ text_direction }}">"#,
        r#"class="{{ default_theme }} sidebar-visible" dir="{{ text_direction }}" data-book="[[book]]" data-root="{{ path_to_root }}">"#,
    ),
    Patch::text(
        "sets the policy before anything can load",
        "<meta charset=\"UTF-8\">\n",
        "<meta charset=\"UTF-8\">\n        [[csp]]\n",
    ),
    Patch::text("paints the browser's bar like the page", "content=\"#ffffff\"", "content=\"#fbfaf6\""),
    Patch::between(
        "one stylesheet",
        (
            r#"<link rel="stylesheet" href="{{ resource "css/variables.css" }}">"#,
            "<!-- Custom theme stylesheets -->",
        ),
        0xe525_cdec_d556_6c1a,
        // A script behind a stylesheet waits for it, and the page for the script.
        "<script src=\"{{ path_to_root }}app/frame-head.js\"></script>\n        \
         <link rel=\"stylesheet\" href=\"{{ path_to_root }}app/theme.css\">\n\n        ",
    ),
    Patch::between(
        "no formulas from a network, no script in the page",
        ("{{#if mathjax_support}}\n        <!-- MathJax -->", "<!-- Start loading toc.js asap -->"),
        0x4ce6_b75f_b605_b7b1,
        "<script src=\"{{ path_to_root }}app/frame.js\" defer></script>\n        ",
    ),
    Patch::text(
        "the contents wait for the text",
        r#"<script src="{{ resource "toc.js" }}"></script>"#,
        r#"<script src="{{ resource "toc.js" }}" defer></script>"#,
    ),
    Patch::between(
        "skip link, and help as a dialog",
        ("<body>\n", "    <div id=\"mdbook-body-container\">"),
        0x31bf_8870_7325_824f,
        include_str!("../../theme/parts/help.hbs"),
    ),
    Patch::between(
        "colours and contents are set in the head",
        ("<!-- Work around some values being stored", "<nav id=\"mdbook-sidebar\""),
        0xe6d3_d995_6b5a_b5ab,
        "",
    ),
    Patch::text("names the contents", "aria-label=\"Table of contents\"", "aria-label=\"[[frame-contents]]\""),
    Patch::text(
        "names the frame that holds the contents without scripts",
        "<iframe class=\"sidebar-iframe-outer\"",
        "<iframe class=\"sidebar-iframe-outer\" title=\"[[frame-contents]]\"",
    ),
    Patch::between(
        "no handle that only a mouse can move",
        ("<div id=\"mdbook-sidebar-resize-handle\"", "</nav>"),
        0xa959_021e_afa9_40db,
        "",
    ),
    Patch::between(
        "the menu",
        (
            "<div id=\"mdbook-menu-bar-hover-placeholder\">",
            "{{#if search_enabled}}\n                <div id=\"mdbook-search-wrapper\"",
        ),
        0x8188_076c_bf6e_4f03,
        include_str!("../../theme/parts/menu.hbs"),
    ),
    Patch::between(
        "a search that is named and says what it found",
        ("<form id=\"mdbook-searchbar-outer\"", "<ul id=\"mdbook-searchresults\">"),
        0xb321_8f54_29db_e2fe,
        include_str!("../../theme/parts/search.hbs"),
    ),
    Patch::between(
        "no script for the contents in the page",
        ("<!-- Apply ARIA attributes after the sidebar", "<div id=\"mdbook-content\""),
        0xbc42_353b_7554_6165,
        "",
    ),
    Patch::text("a target for the skip link", "<main>", "<main id=\"cp-main\" tabindex=\"-1\">"),
    Patch::between(
        "previous and next in words, once",
        ("<nav class=\"nav-wrapper\"", "<template id=fa-eye>"),
        0x66d2_eb85_5562_d0e7,
        include_str!("../../theme/parts/nav.hbs"),
    ),
    Patch::between(
        "one script, in the head; search is loaded when somebody searches",
        ("<template id=fa-eye>", "<!-- Custom JS scripts -->"),
        0xc9a6_b862_867d_a27a,
        "",
    ),
    Patch::between(
        "the print page waits for its reader",
        ("{{#if is_print}}\n        {{#if mathjax_support}}", "{{#if fragment_map}}"),
        0x5f57_bc72_9982_a122,
        "",
    ),
    Patch::between(
        "moved headings as data",
        ("{{#if fragment_map}}", "{{/if}}\n\n    </div>"),
        0x2de4_f069_7e46_8c02,
        "{{#if fragment_map}}\n        <script type=\"application/json\" id=\"frame-moved\">{{{fragment_map}}}</script>\n        ",
    ),
];
