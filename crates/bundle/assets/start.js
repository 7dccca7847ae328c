// One program of the app: the glue, the deflated WASM, and the start. It may run before the page is there: the program
// is unpacked meanwhile.
(() => {
  "use strict";
  const mounts = [];
  // A place is read when something stands behind it: in a long page others are still to come.
  const isRead = (place) => {
    for (; place; place = place.parentElement) if (place.nextElementSibling) return true;
    return document.readyState !== "loading";
  };
  const places = () => [...document.querySelectorAll("[data-program=PROGRAM]")];
  // A timer would wait until the page is read: the parser comes before it.
  const first = (resolve) => {
    const watch = new MutationObserver(() => look());
    const look = () => {
      if (!isRead(places()[0])) return;
      watch.disconnect();
      resolve();
    };
    watch.observe(document, { childList: true, subtree: true });
    document.addEventListener("readystatechange", look);
    look();
  };
  // Places that were read since this was last asked.
  const newMounts = () => {
    const found = places().filter((place) => isRead(place) && !mounts.includes(place));
    mounts.push(...found);
    return found;
  };
  // What else the page loads is not waited for.
  const page = new Promise(first);

  const say = (mount, words) => {
    const line = document.createElement("p");
    line.setAttribute("role", "alert");
    line.textContent = words;
    mount.prepend(line);
  };
  // The static part stays where it is; one line above it says what is missing.
  const fail = async (reason) => {
    await page;
    newMounts();
    for (const mount of mounts) say(mount, compendium.t("app-start-failed", ["reason", reason]));
  };
  // After a fault nothing of the app can be trusted: every mount shows its static part again, with its ids.
  const broke = () => {
    for (const mount of mounts.splice(0)) {
      mount.querySelector(".quiz-app")?.remove();
      mount.classList.remove("is-live");
      for (const element of mount.querySelectorAll(".quiz-static [data-id]")) {
        element.id = element.dataset.id;
        element.removeAttribute("data-id");
      }
      say(mount, compendium.t("app-broke"));
    }
  };
  // All that the browser calls in the program goes through here: what is thrown and what traps.
  const guard = (work) => (value) => {
    try {
      work(value);
    } catch (error) {
      broke();
      throw error;
    }
  };
  // The number that orders the choices of this learner. The store keeps it for all pages; a copy known at once, where the
  // browser allows it, lets the questions stand in their order before the store has answered.
  const own = String(crypto.getRandomValues(new BigUint64Array(1))[0]);
  const learnerSeed = (known) => {
    try {
      const key = `compendium:${document.documentElement.dataset.book}:seed`;
      return (localStorage[key] = known || localStorage[key] || own);
    } catch {
      return known || own;
    }
  };
  if (!window.WebAssembly) return fail("WebAssembly");
  if (!window.DecompressionStream) return fail("DecompressionStream");

  /* glue */
  // Written by hand: a stream from a Blob goes by way of another process.
  const inflate = new DecompressionStream("deflate-raw");
  const inflated = new Response(inflate.readable).arrayBuffer();
  const writer = inflate.writable.getWriter();
  const packed = "BASE64";
  const bytes = Uint8Array.fromBase64
    ? Uint8Array.fromBase64(packed)
    : Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  // Compiled at once: what is made in the background waits behind the page's own work.
  Promise.all([inflated.then((bytes) => new WebAssembly.Module(bytes)), page])
    .then(([module]) => places().length && wasm_bindgen.initSync({ module }))
    .catch((error) => fail(String(error)));
})();
