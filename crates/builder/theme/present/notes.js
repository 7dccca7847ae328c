// The switch for instructor's notes. What it says holds for the screen and for paper; a single session's notes can
// be opened on the screen all the same, by their button, by a link into them, and by a search in the page.
var isBookPrint = document.currentScript.hasAttribute('data-print');
var notes = all('.session .notes > .notes-body').map(function (part) {
    var heading = part.previousElementSibling;
    var button = make('button', { type: 'button', class: 'btn quiet notes-open no-print' });
    button.onclick = function () { showNotes(part, button, part.hidden); };
    part.addEventListener('beforematch', function () { showNotes(part, button, true); });
    heading.after(button);
    return { part: part, button: button };
});
function showNotes(part, button, shown) {
    part.classList.toggle('is-open', shown);
    if (shown) part.removeAttribute('hidden');
    else part.setAttribute('hidden', 'until-found');
    button.setAttribute('aria-expanded', shown);
    say(button, shown ? t("present-notes-close") : t("present-notes-open"));
}
function openTarget() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    notes.forEach(function (own) {
        if (target && own.part.parentNode.contains(target)) {
            showNotes(own.part, own.button, true);
            target.scrollIntoView();
        }
    });
}
function notesSwitch() {
    var button = make('button', { type: 'button', class: 'btn' }, t("present-notes"));
    var word = make('span', { role: 'status' });
    function settle(shown) {
        html.classList.toggle('notes-shown', shown);
        button.setAttribute('aria-pressed', shown);
        say(word, shown ? t("present-notes-shown") : t("present-notes-hidden"));
        notes.forEach(function (own) { showNotes(own.part, own.button, shown); });
    }
    button.onclick = function () {
        var shown = !html.classList.contains('notes-shown');
        frame.choose('notes', shown ? 'shown' : 'hidden');
        settle(shown);
    };
    settle(html.classList.contains('notes-shown'));
    var line = make('p', { class: 'notes-switch no-print' }, button, word);
    var title = document.querySelector('main h1');
    if (title && !isBookPrint) title.after(line);
    else document.querySelector('main').prepend(line);
    openTarget();
    addEventListener('hashchange', openTarget);
}
if (notes.length) notesSwitch();
