/** A finding as Markdown: its message escaped, the issues it concerns as links. */
import type { Finding } from "../domain/project.ts";
import { escapeText } from "../markdown/escape.ts";
import { clipText } from "../markdown/plain-line.ts";
import { type Links, plainReference } from "./links.ts";

const messageLength = 800;
const anyReference = /((?:[\w.-]+\/[\w.-]+)?#\d+)/;

export function findingText(finding: Finding, links: Links): string {
  const named = [...finding.issues, ...(finding.related ?? [])];
  const byText = new Map(named.map((reference) => [plainReference(reference), reference]));
  return clipText(finding.message, messageLength)
    .split(anyReference)
    .map((part) => {
      const reference = byText.get(part);
      return reference === undefined ? escapePart(part) : links.ref(reference);
    })
    .join("");
}

/** Escaping trims, but here a space separates text and link. */
function escapePart(part: string): string {
  const [, before = "", inner = "", after = ""] = /^( *)(.*?)( *)$/.exec(part) ?? [];
  return `${before}${escapeText(inner)}${after}`;
}
