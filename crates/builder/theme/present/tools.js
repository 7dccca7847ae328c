// Small things that all of it uses. The files of this folder become one script, app/present.js, in one function.
var html = document.documentElement, body = document.body, frame = compendiumFrame, book = html.dataset.book;
function t(key, args) { return window.compendium.t(key, args); }
function all(css, root) { return Array.prototype.slice.call((root || document).querySelectorAll(css)); }

// make('button', { class: 'btn', onclick: f }, 'text', node …): attributes, properties that begin with "on", children.
function make(tag, attributes) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
        var value = attributes[name];
        if (/^on/.test(name)) element[name] = value;
        else if (value !== false && value !== null) element.setAttribute(name, value === true ? '' : value);
    });
    fill(element, Array.prototype.slice.call(arguments, 2));
    return element;
}
function fill(element, children) {
    element.textContent = '';
    element.append.apply(element, children.filter(function (child) { return child !== null; }));
}
function icon(path) {
    var svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    var line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    line.setAttribute('d', path);
    svg.appendChild(line);
    return svg;
}
// A text is set only when it changes: twice a second nothing is laid out anew.
function say(element, text) {
    if (element.textContent !== text) element.textContent = text;
}
function kept(storage, key) {
    try { return window[storage].getItem(key); } catch (e) { return null; }
}
function keep(storage, key, value) {
    try { window[storage].setItem(key, value); } catch (e) { /* holds for this page */ }
}
