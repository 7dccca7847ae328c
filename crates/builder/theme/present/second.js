// The second window: notes, clock and what comes next, for the screen that only the instructor sees. It is an empty
// page that this one fills and steers; it holds no script of its own.
function secondWindow(main) {
    var own = null, parts = {}, size = 1, shown = null;
    function button(name, word) {
        return make('button', { type: 'button', class: 'pr-btn', 'data-do': name, onclick: function () { main.run(name); } }, word);
    }
    function build() {
        var page = own.document;
        page.title = t("present-notes") + ': ' + main.session.title;
        page.documentElement.lang = html.lang;
        page.documentElement.dir = html.dir;
        all('link[rel="stylesheet"]').forEach(function (link) {
            page.head.appendChild(make('link', { rel: 'stylesheet', href: link.href }));
        });
        page.head.appendChild(make('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }));
        ['time', 'word', 'plan', 'now', 'coming', 'clock', 'black'].forEach(function (name) {
            parts[name] = make(/time|word/.test(name) ? 'span' : 'p', { class: 'pr-' + name });
        });
        parts.time.dir = 'ltr';
        parts.pause = button('clock', '');
        parts.black = button('black', '');
        parts.notes = make('section', { class: 'pr-notes-all', 'aria-label': t("present-notes") });
        parts.outline = make('ol', { class: 'pr-list' });
        parts.outlineBox = make('details', { class: 'pr-outline' }, make('summary', {}, t("present-outline")), parts.outline);
        parts.ended = make('p', { class: 'pr-ended', role: 'status' });
        fill(page.body, [
            make('header', {},
                make('h1', { class: 'sr' }, page.title),
                make('p', { class: 'pr-clock', role: 'timer' }, parts.time, parts.word), parts.plan,
                make('p', { class: 'pr-buttons' }, button('previous', t("present-previous")), button('next', t("present-next")), parts.pause,
                    button('less', t("present-less")), button('more', t("present-more")), button('reset', t("present-reset")), parts.black)),
            make('main', {}, parts.ended,
                make('p', { class: 'pr-now' }, make('b', {}, t("present-now") + ' '), parts.now = make('span')),
                make('p', { class: 'pr-coming' }, make('b', {}, t("present-coming") + ' '), parts.coming = make('span')),
                parts.outlineBox, parts.notes)
        ]);
        own.addEventListener('keydown', main.onKey, true);
        shown = null;
    }
    function isOpen() { return Boolean(own && !own.closed); }
    function turn() {
        if (!isOpen()) return;
        say(parts.now, main.now());
        say(parts.coming, main.coming());
        say(parts.black, main.isBlack() ? t("present-black-end") : t("present-black"));
        parts.black.setAttribute('aria-pressed', main.isBlack());
        main.outlineInto(parts.outline, function () { parts.outlineBox.open = false; });
        if (shown !== main.step()) {
            shown = main.step();
            main.notesInto(parts.notes);
            own.scrollTo(0, 0);
        }
        tick();
    }
    function tick() {
        if (!isOpen()) return;
        var clock = main.clock(), step = main.step(), isStep = step >= 0;
        own.document.documentElement.className = html.className.replace('is-presenting', 'pr-second') +
            (isStep && clock.left(step) < 0 ? ' is-over' : '');
        say(parts.time, isStep ? clockText(clock, step) : '');
        say(parts.word, isStep ? clockWord(clock, step) : '');
        say(parts.plan, isStep ? planText(clock) : '');
        say(parts.pause, clock.isRunning ? t("present-pause") : t("present-go-on"));
    }
    function end() {
        if (!isOpen()) return;
        own.removeEventListener('keydown', main.onKey, true);
        all('button', own.document).forEach(function (button) { button.disabled = true; });
        say(parts.ended, t("present-ended"));
    }
    addEventListener('pagehide', end);
    return {
        toggle: function () {
            if (isOpen()) {
                own.close();
                own = null;
                return;
            }
            // Without a name: after a reload a window of that name would be there, and closed to this page.
            own = window.open('', '_blank', 'popup,width=900,height=700');
            if (!own) {
                main.blocked();
                return;
            }
            build();
            turn();
        },
        turn: turn,
        tick: tick,
        end: function () {
            if (isOpen()) own.close();
            own = null;
            removeEventListener('pagehide', end);
        },
        // Keys of the second window steer the first, but for those that mean this window.
        key: function (name) {
            if (name === 'leave') own.close();
            else if (name === 'larger' || name === 'smaller') {
                size = Math.max(.7, Math.min(2, size + (name === 'larger' ? .1 : -.1)));
                own.document.documentElement.style.setProperty('--pr-zoom', size);
            } else if (name === 'outline' || name === 'menu') {
                parts.outlineBox.open = !parts.outlineBox.open;
                if (parts.outlineBox.open) (parts.outline.querySelector('[aria-current]') || parts.outline.querySelector('button')).focus();
            } else if (name !== 'full') main.run(name);
        }
    };
}
