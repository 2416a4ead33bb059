/** Inside the frame: draws one diagram and tells the page how high it is. */
import mermaid from "/-/mermaid/mermaid.esm.min.mjs";

const darkness = matchMedia("(prefers-color-scheme: dark)");

window.addEventListener("message", async ({ source, data }) => {
  if (source !== parent) return;
  await draw(data.source);
  darkness.addEventListener("change", () => draw(data.source));
});
parent.postMessage({ kind: "ready" }, "*");

async function draw(text) {
  try {
    const theme = darkness.matches ? "dark" : "default";
    mermaid.initialize({ startOnLoad: false, securityLevel: "strict", theme });
    const { svg } = await mermaid.render("drawing", text);
    document.body.innerHTML = svg;
    tellHeight();
    new ResizeObserver(tellHeight).observe(document.body);
  } catch (error) {
    parent.postMessage({ kind: "failed", because: String(error.message ?? error) }, "*");
  }
}

function tellHeight() {
  parent.postMessage({ kind: "drawn", height: document.body.scrollHeight }, "*");
}
