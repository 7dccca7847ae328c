// One program of the app: the glue, the deflated WASM, and the start.
(() => {
  "use strict";
  const mounts = [...document.querySelectorAll("[data-program=PROGRAM]")];
  if (!mounts.length) return;

  // The static part stays where it is; one line above it says what is missing.
  const fail = (reason) => {
    for (const mount of mounts) {
      const line = document.createElement("p");
      line.setAttribute("role", "alert");
      line.textContent = compendium.t("app-start-failed", ["reason", reason]);
      mount.prepend(line);
    }
  };
  if (!window.WebAssembly) return fail("WebAssembly");
  if (!window.DecompressionStream) return fail("DecompressionStream");

  /* glue */
  const deflated = new Blob([Uint8Array.from(atob("BASE64"), (c) => c.charCodeAt(0))]).stream();
  const inflated = new Response(deflated.pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
  inflated.then((bytes) => wasm_bindgen({ module_or_path: bytes })).catch((error) => fail(String(error)));
})();
