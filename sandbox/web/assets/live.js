/** The page updates by itself: told of a change, it asks for itself anew and takes over what differs. */
import { drawDiagrams } from "./diagrams.js";
import { highlight } from "./highlight.js";
import { morph } from "./morph.js";

let isAsking = false;
let mustAskAgain = false;

export function followChanges() {
  const marker = document.querySelector("[data-changes]");
  if (!marker) return;
  const source = new EventSource(marker.dataset.changes);
  source.addEventListener("change", ({ data }) => {
    const shown = document.querySelector("[data-version]")?.dataset.version;
    if (data !== shown) refresh();
  });
}

/** Takes over another version of this page; `text` is its HTML. */
export function takeOver(text) {
  const wanted = new DOMParser().parseFromString(text, "text/html");
  document.title = wanted.title;
  const hadFocus = document.activeElement;
  highlight(morph(document.body, wanted.body));
  drawDiagrams();
  // What had the focus is gone, with the button that was pressed for example: go on in the page.
  if (hadFocus !== document.activeElement) {
    document.getElementById("main")?.focus({ preventScroll: true });
  }
}

async function refresh() {
  mustAskAgain = true;
  if (isAsking) return;
  isAsking = true;
  while (mustAskAgain) {
    mustAskAgain = false;
    await ask();
  }
  isAsking = false;
}

async function ask() {
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    if (answer.ok) takeOver(withNotice(await answer.text()));
  } catch {
    // The site has ended, or starts again: the event source connects anew by itself.
  }
}

/** A notice stays until the next act. */
function withNotice(text) {
  const notice = document.querySelector("[data-once]");
  return notice ? text.replace("<main", `${notice.outerHTML}<main`) : text;
}
