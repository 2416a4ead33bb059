// The grammar of one marker comment: `<!-- milepost:name key="any" key=word -->`, and for a comment that
// misses it, what to change.

import type { RegionProblem } from "./region.ts";

export type Marker =
  | { readonly kind: "open"; readonly name: string; readonly options: ReadonlyMap<string, string> }
  | { readonly kind: "end" }
  | { readonly kind: "wrong"; readonly problem: Omit<RegionProblem, "line"> };

const option = /([a-zA-Z][a-zA-Z0-9_-]*)=(?:"([^"\r\n]*)"|([^\s"=]+))/g;
const marker = new RegExp(`^<!-- milepost:([a-z-]+)((?: +${option.source})*) -->$`);

/** One comment, whole and in UTF-8, that starts like a marker. */
export function parseMarker(comment: string): Marker {
  const match = marker.exec(comment);
  if (!match) return wrong("malformed", `${quote(comment)} is no marker: ${adviseOn(comment)}`);
  const [, name = "", options = ""] = match;
  if (name !== "end") return parseOptions(name, options);
  if (options === "") return { kind: "end" };
  return wrong("malformed", "The end marker takes no options: write <!-- milepost:end -->.");
}

function parseOptions(name: string, text: string): Marker {
  const options = new Map<string, string>();
  for (const [, key = "", quoted, word] of text.matchAll(option)) {
    if (options.has(key)) {
      return wrong(
        "duplicate-option",
        `The marker "${name}" gives the option "${key}" twice: keep one of them.`,
      );
    }
    options.set(key, quoted ?? word ?? "");
  }
  return { kind: "open", name, options };
}

// What may be wrong between "<!--" and "-->", and what to do; the first that fits is said.
const advice: readonly (readonly [RegExp, string])[] = [
  [/[\r\n]/, "write it on one line."],
  [/^(?! \S)/, 'put one space after "<!--".'],
  [/^ (?!milepost:)/, 'write "milepost:" in lower-case letters.'],
  [/^ milepost:(?:\s|$)/, 'write the name directly after "milepost:", without a space.'],
  [/^ milepost:\S*[^\sa-z-]/, 'a name has only lower-case letters and "-".'],
  [/(?:\S| {2})$/, 'put one space before "-->".'],
];

function adviseOn(comment: string): string {
  const body = comment.slice("<!--".length, -"-->".length);
  const found = advice.find(([pattern]) => pattern.test(body));
  return found?.[1] ?? 'each option is a space and key=word or key="some words".';
}

function wrong(kind: RegionProblem["kind"], message: string): Marker {
  return { kind: "wrong", problem: { kind, message } };
}

const quotedLength = 80;

function quote(comment: string): string {
  const line = comment.replace(/\s+/g, " ");
  return line.length > quotedLength ? `${line.slice(0, quotedLength)}…` : line;
}
