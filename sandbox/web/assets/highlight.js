/** What changed is marked for a moment. */

const duration = 2600;
const most = 80;
const blocks = "li, tr, p, h1, h2, h3, h4, summary, figure, .scroll, .alert, .milestone, pre";

/** Marks the smallest block around each element, or what one can unfold it by. */
export function highlight(elements) {
  const marked = new Set();
  for (const element of elements) {
    if (!element.isConnected || element.closest("[data-quiet], head, select, nav")) continue;
    marked.add(visiblePartOf(blockOf(element)));
  }
  for (const block of [...marked].slice(0, most)) mark(block);
}

function blockOf(element) {
  const isInline = getComputedStyle(element).display.startsWith("inline");
  return isInline ? (element.closest(blocks) ?? element) : element;
}

/** Inside something folded, the words one can unfold it by. */
function visiblePartOf(block) {
  const folded = block.parentElement?.closest("details:not([open])");
  const summary = folded?.querySelector(":scope > summary");
  if (!summary || summary.contains(block)) return block;
  return visiblePartOf(summary);
}

function mark(block) {
  const color = getComputedStyle(document.documentElement).getPropertyValue("--mark");
  block.animate(
    [
      { backgroundColor: color },
      { backgroundColor: color, offset: 0.6 },
      { backgroundColor: "transparent" },
    ],
    { duration, easing: "ease-out" },
  );
}
