// The presenting view: over the whole page, one screen at a time.
var SIZES = [.7, .8, .9, 1, 1.15, 1.3, 1.5, 1.75, 2];
var view = null;

// What can be done, in the order of the menu: name, word, keys as they are printed.
function commands() {
    var isRtl = html.dir === 'rtl';
    return [
        ['next', t("present-next"), (isRtl ? '←' : '→') + ' ↓ PageDown'], ['previous', t("present-previous"), (isRtl ? '→' : '←') + ' ↑ PageUp'],
        ['first', t("present-first"), 'Home'], ['last', t("present-last"), 'End'],
        ['outline', t("present-outline"), 'O'], ['black', t("present-black"), 'B .'],
        ['clock', t("present-clock"), 'T P'], ['reset', t("present-reset"), 'R'],
        ['less', t("present-less"), ''], ['more', t("present-more"), ''],
        ['second', t("present-second"), 'N'], ['split', t("present-split"), ''],
        ['smaller', t("present-smaller"), '−'], ['larger', t("present-larger"), '+'],
        ['full', t("present-full"), 'F'], ['restart', t("present-restart"), ''],
        ['leave', t("present-leave"), 'Esc']
    ];
}
var KEYS = {
    PageDown: 'next', ArrowDown: 'next', ' ': 'next', Enter: 'next', PageUp: 'previous', ArrowUp: 'previous', Backspace: 'previous',
    Home: 'first', End: 'last', Escape: 'leave', F5: 'stay'
};
// Characters: whoever has switched the book's single keys off has them off here too.
var CHARACTERS = {
    b: 'black', '.': 'black', t: 'clock', p: 'clock', r: 'reset', o: 'outline', n: 'second', f: 'full', '?': 'menu',
    '+': 'larger', '=': 'larger', '-': 'smaller', '−': 'smaller'
};
function commandOf(event) {
    var rtl = html.dir === 'rtl', key = event.key;
    if (key === 'ArrowRight' || key === 'ArrowLeft') return (key === 'ArrowLeft') === rtl ? 'next' : 'previous';
    if (KEYS[key]) return KEYS[key];
    if (frame.choices.keys === 'off' || key.length !== 1) return null;
    // On a keyboard without Latin letters the place of the key counts.
    var place = /^Key([A-Z])$/.exec(event.code);
    return CHARACTERS[key.toLowerCase()] || (/^[1-9]$/.test(key) ? 'part' + key : null) ||
        (place && !/[a-z]/i.test(key) ? CHARACTERS[place[1].toLowerCase()] || null : null);
}

function openView(section, button) {
    var session = readSession(section), clock = newClock(session.steps);
    var key = 'compendium:' + book + ':present:' + session.id, sizeKey = 'compendium:' + book + ':present-size';
    var saved = null;
    try { saved = JSON.parse(kept('sessionStorage', key)); } catch (e) { /* begins anew */ }

    // line: the screens in order; shelf: those of each part. at: place on the line; visit: a part looked at from there.
    var line = [], shelf = [], at = 0, visit = null, told = -1;
    var size = SIZES.indexOf(parseFloat(kept('localStorage', sizeKey)));
    if (size < 0) size = 3;
    var scroll = [scrollX, scrollY], hidden = [], timer = 0, madeFull = false;

    // ----- What it is made of -----
    function act(name, word, path, isPlain) {
        var made = make('button', { type: 'button', class: 'pr-btn', 'data-do': name, title: word, onclick: press }, icon(path), make('span', {}, word));
        if (isPlain) made.classList.add('is-plain');
        return made;
    }
    function press(event) {
        run(event.currentTarget.dataset.do);
        // A pointer leaves no focus behind: the clicker's Space goes on to mean "next".
        if (view && event.detail > 0 && !openPanel()) stage.focus({ preventScroll: true });
    }
    var place = make('p', { class: 'pr-place' }), heading = make('h2', { class: 'pr-title', id: 'pr-title' }), content = make('div', { class: 'pr-content' });
    var head = make('header', {}, place, heading);
    var stage = make('div', { class: 'pr-stage', role: 'group', 'aria-labelledby': 'pr-title', tabindex: '-1' }, head, content);
    var big = make('span', { class: 'pr-time', dir: 'ltr' }), bigWord = make('span', { class: 'pr-word' });
    var clockBox = make('p', { class: 'pr-clock', role: 'timer' }, big, bigWord);
    var small = make('span', { class: 'pr-time', dir: 'ltr' }), smallWord = make('span', { class: 'pr-word' });
    var pauseWord = make('span'), pauseIcon = icon('');
    var pause = make('button', { type: 'button', class: 'pr-btn', 'data-do': 'clock', onclick: press }, pauseIcon, pauseWord);
    var plan = make('span', { class: 'pr-word' });
    var isRtl = html.dir === 'rtl', back = 'M15 5l-7 7 7 7', forth = 'M9 5l7 7-7 7';
    var bar = make('div', { class: 'pr-bar' },
        act('previous', t("present-previous"), isRtl ? forth : back, true), make('div', { class: 'pr-now' }, make('p', { class: 'pr-small' }, small, smallWord), make('p', { class: 'pr-plan' }, plan)), pause,
        act('less', t("present-less"), 'M5 12h14'), act('more', t("present-more"), 'M5 12h14M12 5v14'),
        act('outline', t("present-outline"), 'M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01'), act('second', t("present-second"), 'M4 5h16v11H4zM9 20h6'),
        act('menu', t("present-menu"), 'M5 12h.01M12 12h.01M19 12h.01'), act('next', t("present-next"), isRtl ? back : forth, true));
    var side = make('aside', { class: 'pr-aside', 'aria-label': t("present-notes"), tabindex: '0', hidden: true });
    var black = make('button', { type: 'button', class: 'pr-black', 'aria-label': t("present-black-end"), hidden: true, onclick: function () { run('black'); } });
    var status = make('p', { class: 'sr', role: 'status' });
    var menu = panel('menu', t("present-menu"), make('ul', { class: 'pr-list' }));
    fill(menu.querySelector('ul'), commands().map(function (own) {
        var keys = own[2].split(' ').filter(Boolean).map(function (cap) { return make('kbd', { 'aria-hidden': 'true' }, cap); });
        var entry = make('button', { type: 'button', 'data-do': own[0] }, make('span', {}, own[1]));
        entry.append.apply(entry, keys);
        entry.onclick = function () { menu.close(); run(own[0]); };
        return make('li', {}, entry);
    }));
    var outline = panel('outline', t("present-outline"), make('ol', { class: 'pr-list' }));
    var blocked = panel('blocked', t("present-blocked"), make('p', {}, t("present-blocked-how")),
        make('p', {}, make('button', { type: 'button', class: 'pr-btn', onclick: function () { blocked.close(); run('second'); } }, t("present-again")), ' ',
            make('button', { type: 'button', class: 'pr-btn', onclick: function () { blocked.close(); split(true); } }, t("present-split"))));
    var root = make('div', { class: 'pr', role: 'dialog', 'aria-modal': 'true', 'aria-label': session.title }, stage, side, bar, black, status, menu, outline, blocked);

    function panel(name, title) {
        var close = make('button', { type: 'button', class: 'pr-btn', onclick: function () { own.close(); } }, t("present-close"));
        var own = make('dialog', { class: 'pr-panel pr-panel-' + name, 'aria-labelledby': 'pr-' + name }, make('h2', { id: 'pr-' + name }, title));
        own.append.apply(own, Array.prototype.slice.call(arguments, 2));
        own.append(close);
        own.onclose = function () { if (view) stage.focus({ preventScroll: true }); };
        return own;
    }
    function openPanel() { return root.querySelector('dialog[open]'); }

    // ----- Screens -----
    function draw(slide) {
        root.classList.toggle('is-step', slide.kind === 'step');
        root.classList.toggle('is-title', slide.kind === 'title');
        root.classList.toggle('is-rights', slide.kind === 'part' && slide.part.isRights);
        if (slide.kind === 'title') {
            say(place, document.querySelector('main h1') ? document.querySelector('main h1').textContent : '');
            say(heading, session.title);
            fill(content, session.lead.map(function (own) { return copy(own); }).concat(make('p', { class: 'pr-length' },
                t("present-length", ['minutes', clock.planned() / 60000, 'steps', session.steps.length]))));
        } else if (slide.kind === 'step') {
            var step = session.steps[slide.step];
            say(place, stepName(slide.step));
            fill(heading, contents(step.title));
            fill(content, [make('p', { class: 'pr-does' }), clockBox, partButtons()]);
            fill(content.firstChild, contents(step.does));
        } else {
            var count = shelf[slide.part.number - 1].length;
            say(place, count > 1 ? t("present-part-of", ['n', slide.screen + 1, 'of', count]) : '');
            say(heading, slide.part.title);
            fill(content, render(slide.part.units, slide.from, slide.to));
        }
    }
    function partButtons() {
        return make.apply(null, ['p', { class: 'pr-parts' }].concat(session.parts.map(function (part) {
            return make('button', { type: 'button', class: 'pr-btn', 'data-do': 'part' + part.number, onclick: press }, make('kbd', { 'aria-hidden': 'true' }, String(part.number)), part.title);
        })));
    }
    function stepName(step) {
        return t("present-step", ['n', step + 1, 'of', session.steps.length]);
    }
    // As many units on a screen as fit; what alone is larger than the screen scrolls.
    function fits() { return stage.scrollHeight <= stage.clientHeight + 1; }
    function screensOf(part) {
        var screens = [], units = part.units, from = 0;
        while (from < units.length) {
            var to = from + 1;
            while (!part.isOneByOne && to < units.length) {
                draw({ kind: 'part', part: part, from: from, to: to + 1, screen: 0 });
                if (!fits()) break;
                to++;
            }
            while (to < units.length && to > from + 1 && units[to - 1].leads) to--;
            screens.push({ kind: 'part', part: part, from: from, to: to, screen: screens.length });
            from = to;
        }
        return screens;
    }
    function layOut() {
        var here = mark();
        shelf = session.parts.map(function () { return [0, 0]; });
        shelf = session.parts.map(screensOf);
        line = [{ kind: 'title', step: -1 }];
        session.steps.forEach(function (_, step) {
            line.push({ kind: 'step', step: step });
            session.parts.forEach(function (part, place) {
                if (part.step !== step) return;
                shelf[place].forEach(function (slide) {
                    slide.step = step;
                    line.push(slide);
                });
            });
        });
        goTo(here);
    }
    // Where one is, in words that outlive another size of screen: step, part, unit, and the same of a visit.
    function mark() {
        var slide = line[at] || line[0];
        if (!slide) return saved && saved.at;
        function of(slide) { return [slide.step, slide.part ? slide.part.number : 0, slide.from || 0]; }
        return { line: of(slide), visit: visit && of(shelf[visit.part][visit.screen]) };
    }
    function goTo(here) {
        if (here) {
            at = 0;
            line.forEach(function (slide, place) {
                var step = here.line[0], part = here.line[1];
                if (slide.step === step && (part ? slide.part && slide.part.number === part && slide.from <= here.line[2] : slide.kind !== 'part')) at = place;
            });
            visit = null;
            var looked = here.visit && shelf[here.visit[1] - 1];
            if (looked) {
                visit = { part: here.visit[1] - 1, screen: 0 };
                looked.forEach(function (slide, place) { if (slide.from <= here.visit[2]) visit.screen = place; });
            }
        }
        show();
    }
    function slide() { return visit ? shelf[visit.part][visit.screen] : line[at]; }
    function show() {
        clock.go(line[at].step);
        draw(slide());
        stage.scrollTop = 0;
        // What scrolls can be reached by keyboard.
        stage.tabIndex = fits() ? -1 : 0;
        all('.pr-table', content).forEach(function (table) {
            if (table.scrollWidth <= table.clientWidth + 1) return;
            table.tabIndex = 0;
            table.setAttribute('role', 'group');
            table.setAttribute('aria-label', heading.textContent + ': ' + body.dataset.scrolls);
        });
        say(status, [place.textContent, heading.textContent].filter(Boolean).join(': '));
        if (told !== line[at].step) {
            told = line[at].step;
            if (!side.hidden) notesInto(side);
        }
        var focused = document.activeElement;
        if (!focused || focused === body || (stage.contains(focused) && focused !== stage)) stage.focus({ preventScroll: true });
        tick();
        second.turn();
        save();
    }
    // Down a screen that is longer than the window, then on.
    function move(step) {
        var rest = step > 0 ? stage.scrollHeight - stage.clientHeight - stage.scrollTop : stage.scrollTop;
        if (rest > 4) {
            stage.scrollTop += step * stage.clientHeight * .85;
            return;
        }
        if (visit) {
            visit.screen += step;
            // Behind the last screen of a part that was looked up stands the place where one was.
            if (!shelf[visit.part][visit.screen]) visit = null;
        } else {
            at = Math.max(0, Math.min(line.length - 1, at + step));
        }
        show();
    }
    function openPart(number) {
        var screens = shelf[number - 1];
        if (!screens || !screens.length) return;
        if (line[at].step >= 0 && session.parts[number - 1].step === line[at].step) {
            jump(line.indexOf(screens[0]));
        } else {
            visit = { part: number - 1, screen: 0 };
            show();
        }
    }

    // ----- Clock -----
    function tick() {
        var step = line[at].step, isStep = step >= 0, isOver = isStep && clock.left(step) < 0;
        [[big, bigWord], [small, smallWord]].forEach(function (pair) {
            // The bar is as high without a clock.
            say(pair[0], isStep ? clockText(clock, step) : '\u00a0');
            say(pair[1], isStep ? clockWord(clock, step) : '');
        });
        root.classList.toggle('is-over', isOver);
        root.classList.toggle('is-paused', isStep && !clock.isRunning);
        say(plan, planText(clock));
        say(pauseWord, clock.isRunning ? t("present-pause") : t("present-go-on"));
        pauseIcon.firstChild.setAttribute('d', clock.isRunning ? 'M9 5v14M15 5v14' : 'M8 5l10 7-10 7z');
        if (isOver && view.over !== step && clock.isRunning) say(status, t("present-is-over"));
        view.over = isOver ? step : -1;
        second.tick();
    }

    // ----- Notes -----
    function notesInto(place) {
        var step = line[at].step, own = step < 0 ? [] : notesOf(session, step);
        fill(place, [
            own.length ? make('h2', {}, t("present-notes-step")) : null
        ].concat(blocksOf(own), make('h2', {}, t("present-notes-all")), blocksOf(session.notes)));
        place.scrollTop = 0;
    }
    function split(isShown) {
        side.hidden = !isShown;
        root.classList.toggle('is-split', isShown);
        if (isShown) notesInto(side);
        layOut();
    }

    // ----- Doing -----
    function run(name) {
        if (!black.hidden && name !== 'leave') {
            black.hidden = true;
            stage.focus({ preventScroll: true });
            say(status, heading.textContent);
            second.turn();
            if (/^(next|previous|black)$/.test(name)) return;
        }
        if (name === 'next') move(1);
        else if (name === 'previous') move(-1);
        else if (name === 'first') jump(0);
        else if (name === 'last') jump(line.length - 1);
        else if (/^part\d$/.test(name)) openPart(Number(name.slice(4)));
        else if (name === 'black') {
            black.hidden = false;
            black.focus();
            second.turn();
        } else if (name === 'clock') {
            clock.run(!clock.isRunning);
            settled(clock.isRunning ? t("present-runs") : t("present-paused"));
        } else if (name === 'reset') {
            clock.reset();
            settled(t("present-reset"));
        } else if (name === 'less' || name === 'more') {
            clock.add(name === 'more' ? 1 : -1);
            settled(name === 'more' ? t("present-more") : t("present-less"));
        } else if (name === 'smaller' || name === 'larger') {
            size = Math.max(0, Math.min(SIZES.length - 1, size + (name === 'larger' ? 1 : -1)));
            keep('localStorage', sizeKey, SIZES[size]);
            resize();
        } else if (name === 'outline') showOutline();
        else if (name === 'menu') menu.showModal();
        else if (name === 'second') second.toggle();
        else if (name === 'split') split(side.hidden);
        else if (name === 'full') {
            if (document.fullscreenElement) document.exitFullscreen();
            else goFull();
        } else if (name === 'restart') {
            clock = newClock(session.steps);
            jump(0);
        } else if (name === 'leave') leave();
    }
    function settled(word) {
        tick();
        var step = line[at].step;
        say(status, step < 0 ? word : word + ', ' + clockText(clock, step));
        save();
    }
    function resize() {
        root.style.setProperty('--pr-zoom', SIZES[size]);
        layOut();
    }
    function showOutline() {
        outlineInto(outline.querySelector('ol'), function () { outline.close(); });
        outline.showModal();
        var current = outline.querySelector('[aria-current]');
        if (current) current.focus();
    }
    // Every step with its minutes and the parts behind it; then the parts off the line.
    function outlineInto(list, then) {
        function entry(word, rest, isHere, work) {
            var own = make('button', { type: 'button', 'aria-current': isHere ? 'step' : false }, make('span', {}, word), rest);
            own.onclick = function () {
                then();
                work();
            };
            return make('li', {}, own);
        }
        function part(own, onLine) {
            var isHere = slide().part === own;
            var made = entry(own.title, make('kbd', { 'aria-hidden': 'true' }, String(own.number)), isHere, function () {
                if (onLine) jump(line.indexOf(shelf[own.number - 1][0]));
                else openPart(own.number);
            });
            if (onLine) made.className = 'is-part';
            return made;
        }
        var entries = [];
        line.forEach(function (own, place) {
            if (own.kind === 'part') {
                if (own.screen === 0) entries.push(part(own.part, true));
                return;
            }
            var word = own.step < 0 ? session.title : own.step + 1 + '. ' + session.steps[own.step].text;
            var minutes = own.step < 0 ? null : make('small', {}, t("present-minutes", ['n', session.steps[own.step].minutes]));
            entries.push(entry(word, minutes, slide() === own, function () { jump(place); }));
        });
        session.parts.forEach(function (own) {
            if (own.step < 0) entries.push(part(own, false));
        });
        fill(list, entries);
    }
    function jump(place) {
        at = place;
        visit = null;
        show();
    }
    function goFull() {
        var asked = html.requestFullscreen && html.requestFullscreen();
        if (asked) asked.then(function () { madeFull = true; }, function () { /* works in the window as well */ });
    }
    function save() {
        keep('sessionStorage', key, JSON.stringify({ at: mark(), clock: clock.save(), isOpen: Boolean(view), split: !side.hidden }));
    }

    // ----- In and out -----
    function onKey(event) {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        // No key reaches the page below.
        event.stopPropagation();
        var name = commandOf(event), isFirst = event.currentTarget === window;
        if (isFirst && openPanel()) {
            if (event.key.length === 1 && event.key !== ' ' || name === 'stay') event.preventDefault();
            if (name === 'menu' && menu.open || name === 'outline' && outline.open) openPanel().close();
            return;
        }
        if (/^(Enter| )$/.test(event.key) && event.target.closest('button, a, summary')) return;
        // Nor the browser's own search, which some open by a single key.
        if (name || event.key.length === 1) event.preventDefault();
        if (!name) return;
        if (event.repeat && name !== 'next' && name !== 'previous') return;
        if (isFirst) run(name);
        else second.key(name);
    }
    function onResize() {
        clearTimeout(onResize.timer);
        onResize.timer = setTimeout(layOut, 120);
    }
    function leave() {
        var goesOn = clock.isRunning;
        second.end();
        clock.run(false);
        view = null;
        keep('sessionStorage', key, JSON.stringify({ at: mark(), clock: clock.save(), isOpen: false, goesOn: goesOn }));
        clearInterval(timer);
        clearTimeout(onResize.timer);
        removeEventListener('keydown', onKey, true);
        removeEventListener('resize', onResize);
        hidden.forEach(function (own) { own.inert = false; });
        root.remove();
        html.classList.remove('is-presenting');
        if (madeFull && document.fullscreenElement) document.exitFullscreen();
        button.focus({ preventScroll: true });
        scrollTo({ left: scroll[0], top: scroll[1], behavior: 'instant' });
    }

    if (clock.restore(saved && saved.clock) && saved.goesOn) clock.run(true);
    else if (saved && String(saved.clock && saved.clock.plan) !== String(clock.plan)) saved = null;
    var second = secondWindow({
        session: session, onKey: onKey, run: run, notesInto: notesInto, outlineInto: outlineInto, parts: partButtons,
        blocked: function () { blocked.showModal(); },
        clock: function () { return clock; },
        isBlack: function () { return !black.hidden; },
        step: function () { return line[at].step; },
        now: function () { return [place.textContent, heading.textContent].filter(Boolean).join(': '); },
        coming: function () {
            var next = visit ? line[at] : line[at + 1];
            return !next ? t("present-end") : next.kind === 'part' ? next.part.title : next.kind === 'step' ? stepName(next.step) + ': ' + session.steps[next.step].text : session.title;
        }
    });
    view = { over: -1 };
    html.classList.add('is-presenting');
    hidden = Array.prototype.filter.call(body.children, function (own) { return !own.inert; });
    hidden.forEach(function (own) { own.inert = true; });
    body.appendChild(root);
    addEventListener('keydown', onKey, true);
    addEventListener('resize', onResize);
    timer = setInterval(tick, 250);
    goFull();
    var wasSplit = saved && saved.split;
    resize();
    if (wasSplit) split(true);
    stage.focus({ preventScroll: true });
    // The fonts of the stylesheet may come later than the first screen.
    if (document.fonts && document.fonts.status !== 'loaded') document.fonts.ready.then(function () { if (view) layOut(); });
    return leave;
}

// A button at each session; after a reload in the middle of one, the session again.
function offer() {
    var reloaded = (performance.getEntriesByType('navigation')[0] || {}).type === 'reload';
    all('section.session').forEach(function (section) {
        var heading = section.querySelector('h2');
        if (!heading || !section.querySelector('.plan tbody tr')) return;
        var button = make('button', { type: 'button', class: 'btn' }, icon('M4 5h16v11H4zM12 16v4M8 20h8'), t("present-start"), make('span', { class: 'sr' }, ': ' + heading.textContent));
        button.onclick = function () { openView(section, button); };
        heading.after(make('p', { class: 'session-tools no-print' }, button));
        var saved = kept('sessionStorage', 'compendium:' + book + ':present:' + heading.id);
        if (reloaded && !view && saved && /"isOpen":true/.test(saved)) openView(section, button);
    });
}
if (!isBookPrint) offer();
