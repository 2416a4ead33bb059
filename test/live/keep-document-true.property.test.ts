import fc from "fast-check";
import { describe, expect, test } from "#test";
import { readClaims } from "../../src/claims/read-claims.ts";
import { keysOf } from "../../src/live/issue-keys.ts";
import { keepTrue } from "../../src/live/keep-true.ts";
import { keepDocumentTrue } from "../../src/live/live-document.ts";
import { findTitledBoxes } from "../../src/live/titled-boxes.ts";
import { keep, livePlan } from "./live-project.ts";

const piece = fc.constantFrom(
  ..."- [ ] |- [x] |* |1. |## |### |**|**Core |:** |✅ |🔨 |📋 |⛔ |⏸️ |#1|#3|#4|#5|#7|#8|#99|#1-2|, |, ".split(
    "|",
  ),
  ..."(0/3)|(1/2 – 1 part remaining)|3/7 (43%)|43% (3/7)|4 issues|1 issue|Status: |Remaining |Engine: ".split(
    "|",
  ),
  ..."(in progress)|COMPLETE |IN PROGRESS |Moved to M2 |M2 More |duplicates of |epic |`|~~|> |    |word ".split(
    "|",
  ),
  ...[
    "|",
    " | ",
    "```\n",
    "|---|\n",
    "<!-- milepost:keep -->",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "é",
    "\u{1f3af}",
  ],
  ...[
    "<!-- milepost:ready -->\n",
    "\n<!-- milepost:end -->\n",
    "- **Status**: Planned\n",
    "[",
    "](",
  ],
);
const oneOf = (...texts: readonly string[]) => fc.constantFrom(...texts);
const mark = oneOf("", "✅ ", "🔨 ", "📋 ", "⛔ ", "⏸️ ", "🎉 ");
const box = oneOf("", "[ ] ", "[x] ", "**");
const issues = oneOf(
  "#1",
  "#3",
  "#4 a, #5 b",
  "#1-2",
  "#1, #4 ✅",
  "#7 | [ ] #2",
  "#8",
  "#99",
  "epic #7",
  "US-1",
  "Check: US-3 complete",
  "US-1, US-4",
  "US-1 through US-4",
  "US-4: Write | [x] US-2",
  "US-2 ✅, US-9",
);
const figures = oneOf("", "(0/3) ", "3/7 (43%) ", "2/2 ", "(1/2 – 1 part remaining)", "4 issues");
const entry = fc.tuple(
  oneOf("- ", "1. ", "  - ", "> ", ""),
  box,
  mark,
  issues,
  oneOf(" ", " word "),
  mark,
);
const head = fc.tuple(
  oneOf("# ", "## ", "### ", "**", "- **", "> **"),
  oneOf("Core", "Status:", "Remaining:", "Engine", "M2 More", "Moved to M2"),
  oneOf(" ", ":** ", " ✅ COMPLETE ", " 🔨 IN PROGRESS "),
  figures,
  fc.oneof(issues, mark),
);
const titled = fc.tuple(
  oneOf("- [ ] ", "- [x] ", "  - [ ] ", "1. [ ] ", "> - [ ] ", "[ ] "),
  mark,
  oneOf("", "#13 ", "US-1 ", "`", "~~"),
  oneOf(
    "Security review",
    "**Security review** (2h)",
    "**Unit tests**",
    "Health checks:",
    "Add `MAX_SIZE` to C++",
    "US-9: One",
  ),
  oneOf("", " ✅", " (in progress)", " (after #4)", " | [ ] #1", ", #2", "`", "~~", "\n  and more"),
  oneOf("", "", "", " <!-- milepost:keep -->"),
);
const line = fc.oneof(entry, head, titled).map((parts) => parts.join(""));
const ended = fc.tuple(line, oneOf("\n", "\n\n", "\r\n")).map((parts) => parts.join(""));
const documents = fc
  .array(fc.oneof({ weight: 4, arbitrary: ended }, { weight: 1, arbitrary: piece }), {
    maxLength: 25,
  })
  .map((pieces) => pieces.join(""));
const encoder = new TextEncoder();

describe("any live document", () => {
  test("is not changed again by a second run", () => {
    fc.assert(
      fc.property(documents, fc.constantFrom(null, 1, 2), fc.boolean(), (text, about, titles) => {
        const once = keepDocumentTrue(encoder.encode(text), livePlan, about, titles).document;
        const twice = keepDocumentTrue(once, livePlan, about, titles).document;
        expect(new TextDecoder().decode(twice)).toBe(new TextDecoder().decode(once));
      }),
      { numRuns: 1000 },
    );
  });

  test("is changed in boxes, marks, figures and their words alone", () => {
    fc.assert(
      fc.property(documents, fc.boolean(), (text, titles) => {
        const options = { milestone: livePlan.milestones[0] ?? null };
        const keys = keysOf(livePlan);
        const named = titles ? findTitledBoxes(text, livePlan, keys).references : [];
        const { edits } = keepTrue(text, readClaims(text, keys, named), livePlan, options);
        for (const [index, { start, end, text: wanted }] of edits.entries()) {
          expect(start).toBeGreaterThanOrEqual(edits[index - 1]?.end ?? 0);
          expect(wanted).not.toBe(text.slice(start, end));
          for (const span of [text.slice(start, end), wanted]) expect(span).toMatch(recognised);
        }
      }),
      { numRuns: 700 },
    );
  });

  test("is changed by titles in their lines and in counts alone", () => {
    fc.assert(
      fc.property(documents, (text) => {
        const keys = keysOf(livePlan);
        const { references } = findTitledBoxes(text, livePlan, keys);
        const lines = new Set(references.map(({ place }) => place.line));
        const without = keep(text).text.split(/\r\n|\n|\r/);
        const followed = keep(text, true).text.split(/\r\n|\n|\r/);
        const differing = followed.flatMap((now, index) =>
          now === without[index] ? [] : [index + 1],
        );
        const others = differing.filter(
          (at) => !lines.has(at) && !/\d\/\d|\d issues?/.test(followed[at - 1] ?? ""),
        );
        expect(others).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("keeps bytes that are no text, wherever they stand", () => {
    const noise = fc.uint8Array({ maxLength: 12 });
    fc.assert(
      fc.property(noise, documents, noise, fc.boolean(), (before, text, after, titles) => {
        const bytes = Uint8Array.from([...before, 10, 10, ...encoder.encode(text), 10, ...after]);
        const { document } = keepDocumentTrue(bytes, livePlan, 1, titles);
        expect([...document.slice(0, before.length)]).toEqual([...before]);
        expect([...document.slice(document.length - after.length)]).toEqual([...after]);
      }),
    );
  });
});

const recognised =
  /^(?:[ xX]|[✅☑✔🔨🚧📋⛔⏸]\uFE0F?|\((?:done|closed|complete|in progress|ready|blocked|on hold)|\d+(?:\/\d+)?(?:\s*\(\d+\s?%\))?|\d+ \p{L}+|s?|COMPLETE|IN PROGRESS|Planned|Not Started|In Progress|Complete)$/iu;
