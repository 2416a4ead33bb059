/** Hints as Redis keeps them. The same hint gives the same text, so that a set holds it once. */
import type { Hint } from "../../engine/hint.ts";

const kinds: Record<Hint["kind"], true> = {
  delta: true,
  everything: true,
  issue: true,
  "issue-gone": true,
  "label-renamed": true,
  "label-deleted": true,
  text: true,
  "missed-texts": true,
  cause: true,
  "pull-request": true,
};

export function writeHint(hint: Hint): string {
  return JSON.stringify(hint);
}

/** A hint of another release that this one doesn't know means: look at everything. */
export function readHint(text: string): readonly Hint[] {
  const value = parse(text);
  return isHint(value) ? [value] : [{ kind: "everything" }, { kind: "missed-texts" }];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isHint(value: unknown): value is Hint {
  if (typeof value !== "object" || value === null || !("kind" in value)) return false;
  return typeof value.kind === "string" && Object.hasOwn(kinds, value.kind);
}
