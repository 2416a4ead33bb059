/** Small pictures, drawn here. They stand beside words and are hidden from screen readers. */
import { html } from "hono/html";
import type { Issue } from "../../world/model.ts";
import type { HtmlPart } from "./html-part.ts";

/** Whether an issue is open, done or dropped, with a word for those who do not see it. */
export function stateIcon(issue: Pick<Issue, "state" | "stateReason">): HtmlPart {
  const { name, word } = stateOf(issue);
  return html`<svg class="icon ${name}" viewBox="0 0 16 16" role="img" aria-label="${word}">${shapes[name]}</svg>`;
}

export function stateWord(issue: Pick<Issue, "state" | "stateReason">): string {
  return stateOf(issue).word;
}

export function stateName(issue: Pick<Issue, "state" | "stateReason">): string {
  return stateOf(issue).name;
}

/** A dot of a label's own colour, six hexadecimal digits. */
export function dot(color: string): HtmlPart {
  const fill = /^[0-9a-f]{6}$/i.test(color) ? `#${color}` : "currentColor";
  return html`<svg class="dot" viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="4.3" fill="${fill}" stroke="currentColor" stroke-opacity=".35" stroke-width=".7"/></svg>`;
}

type StateName = "open" | "done" | "dropped";

function stateOf({ state, stateReason }: Pick<Issue, "state" | "stateReason">): {
  name: StateName;
  word: string;
} {
  if (state === "open") return { name: "open", word: "Open" };
  if (stateReason === "not_planned") return { name: "dropped", word: "Closed as not planned" };
  if (stateReason === "duplicate") return { name: "dropped", word: "Closed as duplicate" };
  return { name: "done", word: "Closed" };
}

const ring = html`<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.7"/>`;

const shapes: Readonly<Record<StateName, HtmlPart>> = {
  open: html`${ring}<circle cx="8" cy="8" r="1.9" fill="currentColor"/>`,
  done: html`${ring}<path d="M5 8.2l2.1 2.1L11 6.2" fill="none" stroke="currentColor" stroke-width="1.7"/>`,
  dropped: html`${ring}<path d="M4.6 11.4l6.8-6.8" fill="none" stroke="currentColor" stroke-width="1.7"/>`,
};

export const pinIcon = html`<svg class="icon soft" viewBox="0 0 16 16" aria-hidden="true"><path d="M9.5 1.5l5 5-2.2.6-2.6 2.6-.6 3.2L3.1 6.9l3.2-.6 2.6-2.6zM5.6 10.4L2 14" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/></svg>`;
export const fileIcon = html`<svg class="icon soft" viewBox="0 0 16 16" aria-hidden="true"><path d="M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linejoin="round"/></svg>`;
export const commitIcon = html`<svg class="icon soft" viewBox="0 0 16 16" aria-hidden="true"><path d="M1 8h4M11 8h4" stroke="currentColor" stroke-width="1.6"/><circle cx="8" cy="8" r="3" fill="none" stroke="currentColor" stroke-width="1.6"/></svg>`;
