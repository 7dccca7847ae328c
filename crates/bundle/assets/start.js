// One program of the app: the glue, the deflated WASM, and the start. It may run before the page is there: the program
// is unpacked meanwhile.
(() => {
  "use strict";
  let mounts = [];
  // Read to its end, and the words of the screen are there.
  const page = new Promise((resolve) => {
    if (document.readyState === "complete" || window.compendium) resolve();
    else addEventListener("DOMContentLoaded", resolve);
  }).then(() => (mounts = [...document.querySelectorAll("[data-program=PROGRAM]")]));

  const say = (mount, words) => {
    const line = document.createElement("p");
    line.setAttribute("role", "alert");
    line.textContent = words;
    mount.prepend(line);
  };
  // The static part stays where it is; one line above it says what is missing.
  const fail = async (reason) => {
    await page;
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
  if (!window.WebAssembly) return fail("WebAssembly");
  if (!window.DecompressionStream) return fail("DecompressionStream");

  /* glue */
  // Written by hand: a stream from a Blob goes by way of another process.
  const inflate = new DecompressionStream("deflate-raw");
  const inflated = new Response(inflate.readable).arrayBuffer();
  const writer = inflate.writable.getWriter();
  writer.write(Uint8Array.from(atob("BASE64"), (c) => c.charCodeAt(0))).catch(() => {});
  writer.close().catch(() => {});
  Promise.all([inflated.then((bytes) => WebAssembly.compile(bytes)), page])
    .then(([module]) => mounts.length && wasm_bindgen.initSync({ module }))
    .catch((error) => fail(String(error)));
})();
