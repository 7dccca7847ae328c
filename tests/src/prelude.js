// Helpers for the scripts of journeys.
const seen = e => !!e && e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden';
const clean = text => (text || '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();
const words = e => e ? clean(e.innerText === undefined ? e.textContent : e.innerText) : '';
const name = e => clean(e.getAttribute('aria-label')) || words(e) || clean(e.getAttribute('title'));
const all = (css, root) => [...(root || document).querySelectorAll(css)];
const first = (css, root) => all(css, root).find(seen);
// The visible element whose name is this; a name that ends in … may go on.
const named = (css, wanted, root) => all(css, root).find(e => seen(e) &&
    (wanted.endsWith('…') ? name(e).startsWith(wanted.slice(0, -1)) : name(e) === wanted));
const box = e => { const r = e.getBoundingClientRect(); return { x: r.x, y: r.y, w: r.width, h: r.height }; };
const overlap = (one, other) => {
    const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
    return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
};
// What the file panel of My progress says.
const said = () => words(document.querySelector('.quiz-app [role=status]'));
