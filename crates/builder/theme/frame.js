(function () {
    'use strict';
    var html = document.documentElement, body = document.body, frame = compendiumFrame;
    function byId(id) { return document.getElementById(id); }
    function all(selector, work) { Array.prototype.forEach.call(document.querySelectorAll(selector), work); }

    // Contents: beside the text on wide screens, over it on narrow ones.
    var toggle = byId('mdbook-sidebar-toggle'), sidebar = byId('mdbook-sidebar');
    function isShown() { return html.classList.contains('sidebar-visible'); }
    function showContents(shown) {
        frame.showContents(shown);
        toggle.setAttribute('aria-expanded', shown);
    }
    toggle.setAttribute('aria-expanded', isShown());
    toggle.onclick = function () {
        var shown = !isShown();
        showContents(shown);
        if (frame.wide.matches) {
            frame.choose('contents', shown ? 'shown' : 'hidden');
        } else if (shown) {
            var link = sidebar.querySelector('[aria-current]') || sidebar.querySelector('a');
            if (link) link.focus();
        }
    };
    frame.wide.onchange = function () {
        frame.settle();
        toggle.setAttribute('aria-expanded', isShown());
    };
    document.addEventListener('click', function (event) {
        if (!frame.wide.matches && isShown() && !sidebar.contains(event.target) && !toggle.contains(event.target)) {
            showContents(false);
        }
    });
    sidebar.addEventListener('focusout', function (event) {
        // Focus that moves on to the page must not be hidden below the contents.
        if (!frame.wide.matches && event.relatedTarget && !sidebar.contains(event.relatedTarget)) showContents(false);
    });

    // Light or dark.
    var colours = byId('frame-colours');
    colours.value = frame.choices.colours;
    if (colours.selectedIndex < 0) colours.value = 'auto';
    colours.onchange = function () {
        frame.choose('colours', colours.value);
        frame.paint();
    };
    if (location.protocol === 'file:') {
        // See frame-head.js: hands the choices on to the next page of the book.
        ['pointerdown', 'click'].forEach(function (type) {
            document.addEventListener(type, function (event) {
                var link = event.target.closest && event.target.closest('a[href]');
                if (!link || link.protocol !== 'file:' || link.pathname === location.pathname) return;
                var choices = [frame.choices.colours, frame.choices.contents, frame.choices.keys, frame.choices.notes];
                var look = 'look=' + choices.join('.');
                var rest = link.search.replace(/^\?/, '').replace(/&?look=[^&]*/, '').replace(/^&/, '');
                if (choices.join('')) rest += (rest && '&') + look;
                if (link.search.slice(1) !== rest) link.search = rest;
            }, true);
        });
    }

    // Search: its three scripts and the index are loaded when somebody searches.
    var search = byId('mdbook-search-toggle');
    function loadSearch(then) {
        search.removeEventListener('click', openSearch);
        ['elasticlunr.min.js', 'mark.min.js', 'searcher.js'].forEach(function (name, i) {
            var script = document.createElement('script');
            script.src = path_to_root + name;
            script.async = false;
            if (i === 2) script.onload = then;
            body.appendChild(script);
        });
    }
    function openSearch() { loadSearch(function () { search.click(); }); }
    // searcher.js asks this before it takes a key.
    window.mdbook_something_else_has_focus = function (event) {
        return /^(?:input|select|textarea)$/i.test(event.target.nodeName) || event.target.isContentEditable;
    };
    if (search) {
        search.addEventListener('click', openSearch);
        if (/[?&](search|highlight)=/.test(location.search)) loadSearch(null);
    }

    // Keys, and the switch that turns them off.
    var help = byId('frame-help'), keys = byId('frame-keys');
    keys.checked = frame.choices.keys !== 'off';
    keys.onchange = function () { frame.choose('keys', keys.checked ? 'on' : 'off'); };
    byId('frame-help-open').onclick = function () { help.showModal(); };
    byId('frame-help-close').onclick = function () { help.close(); };
    function follow(selector) {
        var link = document.querySelector(selector);
        if (link) link.click();
        return Boolean(link);
    }
    document.addEventListener('keydown', function (event) {
        if (event.key === 'Escape' && !frame.wide.matches && isShown()) {
            showContents(false);
            toggle.focus();
        }
        var at = event.target;
        if (!keys.checked || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || help.open ||
            window.mdbook_something_else_has_focus(event) || at.closest('.quiz-mount, .table-wrapper, .scroll, pre, video')) {
            return;
        }
        var forward = html.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
        var taken = true;
        if (event.key === '?') help.showModal();
        else if (event.shiftKey) taken = false;
        else if (event.key === '/' && search) {
            if (search.getAttribute('aria-expanded') === 'true') byId('mdbook-searchbar').focus();
            else search.click();
        } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
            taken = follow(event.key === forward ? '.nav-cards .next' : '.nav-cards .previous');
        } else taken = false;
        if (taken) event.preventDefault();
    });

    // Print: closed answers are on the paper too.
    byId('frame-print').onclick = function () { print(); };
    var opened = [];
    addEventListener('beforeprint', function () {
        all('details.answers:not([open])', function (details) {
            details.open = true;
            opened.push(details);
        });
    });
    addEventListener('afterprint', function () {
        opened.forEach(function (details) { details.open = false; });
        opened = [];
    });

    // What is wider than its place can be scrolled by keyboard, and only that takes focus. All is measured before
    // anything is changed: in turn, each change would lay out the page anew.
    function markScrolling() {
        var heading = null, boxes = [];
        all('main :is(h1, h2, h3, h4), .table-wrapper, .scroll, pre', function (element) {
            if (/^H/.test(element.nodeName)) heading = element;
            else boxes.push({ box: element, heading: heading, wide: element.scrollWidth > element.clientWidth + 1 });
        });
        boxes.forEach(function (found) {
            var box = found.box;
            if (!found.wide) {
                if (box.hasAttribute('tabindex')) box.removeAttribute('tabindex');
                return;
            }
            box.tabIndex = 0;
            box.setAttribute('role', 'group');
            if (box.hasAttribute('aria-label')) return;
            var title = found.heading ? found.heading.textContent + ': ' : '';
            box.setAttribute('aria-label', title + body.dataset.scrolls);
        });
    }
    addEventListener('resize', markScrolling);
    addEventListener('load', markScrolling);

    // Marks of footnotes and the way back are named for those who hear them.
    all('.footnote-reference a', function (link) {
        link.setAttribute('aria-label', body.dataset.source + ' ' + link.textContent);
    });
    all('.footnote-definition a[href^="#fr-"]', function (link) {
        link.setAttribute('aria-label', body.dataset.back + link.textContent.replace(/\D+/, ' ').trimEnd());
    });

    // A heading that has moved: its old address leads to the new one.
    var moved = byId('frame-moved');
    var target = moved && JSON.parse(moved.textContent)[location.hash];
    if (target) location.replace(new URL(target, location.href).href);

    // Glossary notes: on focus and on hover; they stay while the pointer is on them, and Escape puts them away.
    var note = document.createElement('div'), owner = null, timer = 0;
    note.id = 'term-note';
    note.className = 'term-note';
    note.setAttribute('role', 'tooltip');
    note.hidden = true;
    body.appendChild(note);
    function showNote(term) {
        clearTimeout(timer);
        if (owner === term) return;
        hideNote();
        owner = term;
        note.textContent = term.dataset.def;
        term.setAttribute('aria-describedby', note.id);
        note.hidden = false;
        var link = term.getClientRects()[0], box = note.getBoundingClientRect(), edge = 8;
        var left = html.dir === 'rtl' ? link.right - box.width : link.left;
        left = Math.max(edge, Math.min(left, html.clientWidth - box.width - edge));
        var last = term.getBoundingClientRect();
        var below = last.bottom + box.height + edge < innerHeight || last.top < box.height + edge;
        note.style.left = left + scrollX + 'px';
        note.style.top = (below ? last.bottom + 4 : last.top - box.height - 4) + scrollY + 'px';
    }
    function hideNote() {
        clearTimeout(timer);
        if (!owner) return;
        owner.removeAttribute('aria-describedby');
        owner = null;
        note.hidden = true;
    }
    function later(work, term) {
        clearTimeout(timer);
        timer = setTimeout(work, 250, term);
    }
    function termOf(event) { return event.target.closest && event.target.closest('a.term[data-def]'); }
    document.addEventListener('focusin', function (event) {
        var term = termOf(event);
        if (term) showNote(term);
        else hideNote();
    });
    document.addEventListener('mouseover', function (event) {
        var term = termOf(event);
        if (term) later(showNote, term);
        else if (note.contains(event.target)) clearTimeout(timer);
        else if (owner && owner !== document.activeElement) later(hideNote);
        else clearTimeout(timer);
    });
    document.addEventListener('keydown', function (event) {
        if (event.key === 'Escape' && owner) hideNote();
    }, true);
})();
