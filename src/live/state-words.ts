// The marks that a document may say a state with, and which of them one document uses.

import type { ClaimedState, Mark } from "../claims/document-claims.ts";

/** What a mark can be made to say. */
export type ShownState = Exclude<ClaimedState, "open" | "failed">;

const emoji: Readonly<Record<ShownState, string>> = {
  done: "✅",
  "in progress": "🔨",
  ready: "📋",
  blocked: "⛔",
  "on hold": "⏸️",
};

const sameSign: readonly RegExp[] = [/^[✅☑✔]/u, /^[🔨🚧]/u, /^📋/u, /^⛔/u, /^⏸/u];

/** Says what a document without a sign of its own for a state shows instead. */
export function vocabularyOf(text: string): (state: ShownState) => ShownState {
  const used = { blocked: text.includes("⛔"), "on hold": text.includes("⏸") };
  return (state) => {
    if (state === "blocked" || state === "on hold") return used[state] ? state : "ready";
    return state;
  };
}

/** The text that the mark must have; null where it is right, or no sign that Milepost writes. */
export function correctedMark(mark: Mark, state: ShownState): string | null {
  if (mark.kind === "emoji") {
    const isKnown = sameSign.some((sign) => sign.test(mark.text));
    return !isKnown || mark.state === state ? null : emoji[state];
  }
  if (mark.kind === "word") {
    return mark.state === state ? null : `(${state}`;
  }
  return null;
}
