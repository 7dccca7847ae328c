// Runs before the page is shown: where the book's root is, light or dark, and whether the contents stand beside the text.
// mdBook's toc.js and searcher.js read path_to_root.
var path_to_root = document.documentElement.dataset.root;
var compendiumFrame = (function (html) {
    'use strict';
    var wide = matchMedia('(min-width: 1080px)');
    var dark = matchMedia('(prefers-color-scheme: dark)');
    var choices = {};

    // A file:// page of Firefox shares no storage with the next one, so frame.js also hands the choices on in links.
    var handed = /[?&]look=(\w*)\.(\w*)\.?(\w*)\.?(\w*)/.exec(location.search);
    // Notes are this book's own affair, the rest that of the machine.
    function key(name) { return 'compendium:' + (name === 'notes' ? html.dataset.book + ':' : '') + name; }
    function read(name, place) {
        var kept = null;
        try { kept = localStorage.getItem(key(name)); } catch (e) { /* no storage: the system's choice */ }
        return (handed && handed[place]) || kept || '';
    }
    function choose(name, value) {
        choices[name] = value;
        try { localStorage.setItem(key(name), value); } catch (e) { /* holds for this page */ }
    }
    choices.colours = read('colours', 1);
    choices.contents = read('contents', 2);
    choices.keys = read('keys', 3);
    choices.notes = read('notes', 4);

    function paint() {
        var chosen = choices.colours === 'light' || choices.colours === 'navy';
        html.classList.remove('light', 'navy');
        html.classList.add(chosen ? choices.colours : dark.matches ? 'navy' : 'light');
    }
    function showContents(shown) {
        html.classList.toggle('sidebar-visible', shown);
    }
    function settle() {
        showContents(wide.matches && choices.contents !== 'hidden');
    }
    html.classList.add('js');
    html.classList.toggle('notes-shown', choices.notes === 'shown');
    paint();
    settle();
    dark.onchange = paint;
    return { choices: choices, choose: choose, paint: paint, showContents: showContents, settle: settle, wide: wide };
})(document.documentElement);
