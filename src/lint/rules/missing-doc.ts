// Documents that are named by their key, but are not among those that the document lists with their paths.

import { contradiction, lineWords } from "../reading/contradiction.ts";
import type { DocumentLine } from "../reading/document-lines.ts";
import { readKeyedEntries } from "../reading/keyed-entries.ts";
import { type Outline, outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

const key = /\b[A-Z]{2,6}-\d{3}\b/g;
const fewestListed = 2;

export const missingDoc: Rule = {
  id: "missing-doc",
  severity: "info",
  meaning: "A document is named by its key, but the list of related documents has no path for it.",
  example:
    "1. **API-001**: Write the contract (CON-002)\n2. **API-002**: Follow CON-001\n\n## Related Documentation\n- `docs/CON-001-Contracts.md`\n- `docs/NET-001-Network.md`\n",
  offline: true,
  fixes: false,
  check(subject) {
    const outline = outlineOf(subject);
    const list = relatedDocuments(outline);
    const listed = new Set(list.flatMap(({ source }) => source.match(key) ?? []));
    if (listed.size < fewestListed) return [];
    const entries = new Set(readKeyedEntries(outline.lines).map((entry) => entry.key));
    const kinds = new Set([...entries].map(kindOf));
    const named = outline.lines.flatMap(({ line, text }) =>
      (text.match(key) ?? []).map((name) => ({ line, name })),
    );
    const missing = named.filter(({ name }) => !(listed.has(name) || kinds.has(kindOf(name))));
    return Object.entries(Object.groupBy(missing, ({ name }) => name)).map(
      ([name, places = []]) => {
        const lines = places.map(({ line }) => line);
        return contradiction(
          lines,
          `${name} is named on ${lineWords(lines)}, but the related documents (from line ${list[0]?.line}) have no path for it. Add it there.`,
          [`${name} (${lineWords(lines)})`, `not listed from line ${list[0]?.line}`],
        );
      },
    );
  },
};

function relatedDocuments({ chapters }: Outline): readonly DocumentLine[] {
  return chapters
    .filter(({ title }) => /^(?:related|reference)\s+(?:doc|link|file)|^references$/i.test(title))
    .flatMap(({ lines }) => lines)
    .filter(({ source }) => /^\s*[-*+]\s.*\.md\b/.test(source));
}

function kindOf(name: string): string {
  return name.replace(/-.*/, "");
}
