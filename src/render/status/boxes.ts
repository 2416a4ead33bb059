/** What can be had by ticking a box: a fresh look, and the mending of what is wrong. */
import { escapeText } from "../../markdown/escape.ts";
import { clipText } from "../../markdown/plain-line.ts";
import { renderBox } from "../box.ts";
import type { StatusContext } from "./status-section.ts";

const longestLabel = 160;

export function renderBoxes({ plan, limit }: StatusContext): string {
  const fixes = plan.findings.flatMap(({ fix }) => (fix ? [fix] : [])).slice(0, limit);
  const boxes = fixes.map(({ label, command }) =>
    renderBox(escapeText(clipText(label, longestLabel)), command),
  );
  return [...boxes, renderBox("Refresh now", "/sync")].filter((line) => line !== "").join("\n");
}
