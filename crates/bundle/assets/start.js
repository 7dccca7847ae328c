// One program of the app: the glue, the deflated WASM, and the start.
(() => {
  "use strict";
  const mounts = [...document.querySelectorAll("[data-program=PROGRAM]")];
  if (!mounts.length) return;

  const say = (mount, words) => {
    const line = document.createElement("p");
    line.setAttribute("role", "alert");
    line.textContent = words;
    mount.prepend(line);
  };
  // The static part stays where it is; one line above it says what is missing.
  const fail = (reason) => {
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
  const deflated = new Blob([Uint8Array.from(atob("BASE64"), (c) => c.charCodeAt(0))]).stream();
  const inflated = new Response(deflated.pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
  inflated.then((bytes) => wasm_bindgen({ module_or_path: bytes })).catch((error) => fail(String(error)));
})();
