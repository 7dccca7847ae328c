// A session of the page → what can be shown of it.
//
//   line:   title ─ step 1 ─ step 2 ─ part ─ step 3 ─ … ─ part ─ step n ─ part
//   others: parts that no step names, by number
//
// A part stands behind the last step that names it ("Rights moment", "Activity 2"). The first part, if no step names
// it, stands behind the second step: the first opens the session. All other parts (handouts, mostly, which lie on
// paper and must not be seen too early) are off the line. The notes are no part.
function readSession(section) {
    var session = { id: '', title: '', lead: [], steps: [], parts: [], notes: [], section: section };
    var part = null;
    Array.prototype.forEach.call(section.children, function (child) {
        var heading = child.matches('section') ? child.querySelector('h2, h3, h4') : child;
        if (child.matches('h1, h2')) {
            session.id = child.id;
            session.title = child.textContent.trim();
        } else if (child.matches('.plan')) {
            session.steps = all('tbody tr', child).map(readStep);
        } else if (child.matches('.notes')) {
            session.notes = readNotes(child);
        } else if (child.matches('.session-tools')) {
            return;
        } else if (heading && heading.matches('h3, h4') && (child.matches('section') || child.matches('h3'))) {
            part = { title: heading.textContent.trim(), isRights: child.matches('.rights'), blocks: [] };
            session.parts.push(part);
            if (child !== heading) {
                part.blocks = Array.prototype.filter.call(child.children, function (own) { return own !== heading; });
                part = null;
            }
        } else {
            (part ? part.blocks : session.parts.length ? [] : session.lead).push(child);
        }
    });
    session.parts.forEach(function (part, place) {
        part.number = place + 1;
        part.units = unitsOf(part.blocks);
        // Nothing but a numbered list: questions, one at a time.
        part.isOneByOne = part.blocks.length === 1 && part.blocks[0].matches('ol');
        part.step = stepOf(part, session.steps);
        if (part.step < 0 && place === 0) part.step = Math.min(1, session.steps.length - 1);
    });
    return session;
}
function readStep(row) {
    var cells = row.cells;
    return { minutes: parseInt(cells[0].textContent, 10) || 0, title: cells[1], does: cells[2], text: cells[1].textContent.trim() };
}
function wordsOf(text) { return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || []; }
function stepOf(part, steps) {
    var name = ' ' + wordsOf(part.title.split(':')[0]).join(' ') + ' ', found = -1;
    steps.forEach(function (step, place) {
        if ((' ' + wordsOf(step.text).join(' ') + ' ').indexOf(name) >= 0) found = place;
    });
    return found;
}

// What can be moved to the next screen: a block, an entry of a list, a row of a table.
function unitsOf(blocks) {
    var units = [];
    blocks.forEach(function (block) {
        var table = block.matches('.table-wrapper') && block.querySelector('table');
        if (block.matches('.quiz-mount, script, .no-print')) return;
        if (block.matches('ul, ol')) {
            Array.prototype.forEach.call(block.children, function (own, place) {
                units.push({ node: own, shell: block, place: place });
            });
        } else if (table && table.tBodies[0]) {
            all('tbody > tr', table).forEach(function (row, place) {
                units.push({ node: row, shell: table, place: place });
            });
        } else {
            // A heading or an announcement never stands last on a screen.
            var text = block.textContent.trim();
            var leads = block.matches('h3, h4, h5, h6') || /[:：]$/.test(text) || isLead(block) && leadOf(block) === text;
            units.push({ node: block, shell: null, place: 0, leads: leads });
        }
    });
    return units;
}
function isLead(block) {
    var first = block.firstChild;
    return block.matches('p') && first && first.nodeName === 'STRONG';
}
function leadOf(block) { return block.firstChild.textContent.trim(); }

// The units from one place to another as elements, in fresh lists and tables.
function render(units, from, to) {
    var out = [], shell = null, inside = null;
    for (var i = from; i < to; i++) {
        var unit = units[i];
        if (!unit.shell) {
            out.push(copy(unit.node));
        } else {
            if (unit.shell !== shell) {
                var outer = unit.shell.cloneNode(false);
                outer.removeAttribute('id');
                inside = outer;
                if (outer.matches('ol')) outer.start = (unit.shell.start || 1) + unit.place;
                if (outer.matches('table')) {
                    if (unit.shell.tHead) outer.appendChild(copy(unit.shell.tHead));
                    inside = outer.appendChild(make('tbody'));
                    if (unit.shell.rows[0].cells.length > 4) outer.classList.add('is-wide');
                    outer = make('div', { class: 'pr-table' }, outer);
                }
                out.push(outer);
            }
            inside.appendChild(copy(unit.node));
        }
        shell = unit.shell;
    }
    return out;
}

// A copy that shares nothing with the page: no ids, no marks of footnotes. On the projector links are words, since
// who follows one has left the session; in the notes they open beside.
function copy(node, isLinked) {
    var holder = make('div', {}, node.cloneNode(true));
    all('.footnote-reference, .quiz-mount, script, iframe, .no-print', holder).forEach(function (own) { own.remove(); });
    all('a', holder).forEach(function (link) {
        if (isLinked && link.hasAttribute('href') && !link.matches('.header')) {
            var target = link.href;
            all('*', link).concat(link).forEach(bare);
            link.href = target;
            link.target = '_blank';
            link.rel = 'noopener';
        } else {
            link.replaceWith.apply(link, Array.prototype.slice.call(link.childNodes));
        }
    });
    all('*', holder).forEach(bare);
    return holder.firstChild || document.createTextNode('');
}
function bare(element) {
    ['id', 'tabindex', 'role', 'aria-label', 'aria-labelledby', 'aria-describedby', 'data-def'].forEach(function (name) {
        // A drawing keeps its role and its name.
        if (name === 'id' || !element.closest('svg')) element.removeAttribute(name);
    });
}
function contents(node, isLinked) {
    return node ? Array.prototype.slice.call(copy(node, isLinked).childNodes) : [];
}

// Notes in groups: each begins with words in bold ("Expected answers, round 1.").
function readNotes(section) {
    var groups = [];
    all(':scope > .notes-body > *', section).forEach(function (block) {
        if (isLead(block) || !groups.length) groups.push({ words: isLead(block) ? wordsOf(leadOf(block)) : [], blocks: [] });
        groups[groups.length - 1].blocks.push(block);
    });
    return groups;
}
// The groups whose bold words fit this step better than any other.
function notesOf(session, place) {
    return session.notes.filter(function (group) {
        var scores = session.steps.map(function (step) {
            var words = wordsOf(step.text);
            return group.words.filter(function (word) {
                return (word.length > 3 || /\p{N}/u.test(word)) && words.indexOf(word) >= 0;
            }).length;
        });
        var best = Math.max.apply(null, scores);
        return best > 0 && scores[place] === best;
    });
}
function blocksOf(groups) {
    return groups.reduce(function (out, group) {
        return out.concat(group.blocks.map(function (block) { return copy(block, true); }));
    }, []);
}
