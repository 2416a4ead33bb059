// Documents that are named by their key, but are not among those that the document lists with their paths.

import { contradiction, lineWords } from "../reading/contradiction.ts";
import type { DocumentLine } from "../reading/document-lines.ts";
import { type KeyedEntry, readKeyedEntries } from "../reading/keyed-entries.ts";
import { type Outline, outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

const key = /\b[A-Z]{2,6}-\d{3}\b/g;
/** What is told in this document: "### NET-001 Routing", "| NET-001 |". */
const definition = /^[\s#>|*_-]*(?:\d+[.)]\s+)?[*_]*([A-Z]{2,6}-\d{3})\b/;
const fewestListed = 2;

export const missingDoc: Rule = {
  id: "missing-doc",
  severity: "info",
  meaning: "A document is named by its key, but the list of related documents has no path for it.",
  example:
    "1. **API-001**: Write the contract (CON-002)\n2. **API-002**: Follow CON-001\n\n## Related Documentation\n- `docs/CON-001-Contracts.md`\n- `docs/NET-001-Network.md`\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const outline = outlineOf(subject);
    const list = relatedDocuments(outline);
    const listed = new Set(list.flatMap(({ source }) => source.match(key) ?? []));
    if (listed.size < fewestListed) return [];
    const entries = readKeyedEntries(outline.lines);
    const kinds = new Set(entries.map((entry) => kindOf(entry.key)));
    const documentKinds = new Set([...listed, ...namedInBrackets(entries)].map(kindOf));
    const defined = new Set(outline.lines.flatMap(({ text }) => definition.exec(text)?.[1] ?? []));
    const isDocument = (name: string) => documentKinds.has(kindOf(name)) && !defined.has(name);
    const named = outline.lines.flatMap(({ line, text }) =>
      (text.match(key) ?? []).map((name) => ({ line, name })),
    );
    const missing = named.filter(
      ({ name }) => isDocument(name) && !(listed.has(name) || kinds.has(kindOf(name))),
    );
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

/** What an entry is to write: "Build the map (MAP-001)". Other keys may be those of requirements or norms. */
function namedInBrackets(entries: readonly KeyedEntry[]): readonly string[] {
  const texts = entries.flatMap(({ title, tasks }) => [title, ...tasks.map(({ text }) => text)]);
  return texts.flatMap((text) =>
    Array.from(text.matchAll(/\(([A-Z]{2,6}-\d{3})\)/g), ([, name = ""]) => name),
  );
}

function kindOf(name: string): string {
  return name.replace(/-.*/, "");
}
