import commonmark from "commonmark-spec";
import fc from "fast-check";
import { describe, expect, test } from "#test";
import type { Region } from "../../src/markdown/region.ts";
import { findRegions, readRegion, replaceRegions } from "../../src/markdown/regions.ts";
import { UnstableRegionsError } from "../../src/markdown/unstable-regions-error.ts";
import { bytesOf, unitsOf } from "./region-bytes.ts";

const examples = (commonmark.tests as readonly { markdown: string; number: number }[]).map(
  ({ markdown, number }) => ({
    markdown: unitsOf(new TextEncoder().encode(markdown.replaceAll("→", "\t"))),
    number,
  }),
);
const region = "<!-- milepost:x -->\nold\n<!-- milepost:end -->\n";

// How many regions were rewritten; -1 if the document's markers are refused.
function rewriteAll(source: string): number {
  const document = bytesOf(source);
  const { regions, problems } = findRegions(document);
  if (problems.length > 0) return -1;
  const same = regions.map((one) => readRegion(document, one));
  expect(unitsOf(replaceRegions(document, zip(regions, same)))).toBe(source);
  let next: Uint8Array;
  try {
    next = replaceRegions(
      document,
      zip(
        regions,
        regions.map(() => "new"),
      ),
    );
  } catch (error) {
    expect(error).toBeInstanceOf(UnstableRegionsError);
    return -1;
  }
  const found = findRegions(next);
  expect(found.problems).toEqual([]);
  expect(outside(next, found.regions)).toEqual(outside(document, regions));
  expect(found.regions.map((one) => readRegion(next, one))).toEqual(
    regions.map(({ kind }) => (kind === "block" ? "new\n" : "new")),
  );
  expect(unitsOf(replaceRegions(next, zip(found.regions, same)))).toBe(source);
  return regions.length;
}

function zip(regions: readonly Region[], texts: readonly string[]): ReadonlyMap<Region, string> {
  return new Map(regions.map((one, index) => [one, texts[index] ?? ""]));
}

// The text outside of the regions; at each of its ends must be a marker.
function outside(document: Uint8Array, regions: readonly Region[]): readonly string[] {
  const bounds = [0, ...regions.flatMap(({ start, end }) => [start, end]), document.length];
  const parts = bounds.map((bound, index) => unitsOf(document.subarray(bound, bounds[index + 1])));
  const outer = parts.filter((_part, index) => index % 2 === 0).slice(0, regions.length + 1);
  for (const part of outer.slice(0, -1))
    expect(part).toMatch(/<!-- milepost:x -->[ \t]*(?:\r?\n)?$/);
  for (const part of outer.slice(1)) expect(part).toMatch(/^[ \t]*<!-- milepost:end -->/);
  return outer;
}

type Variant = readonly [
  name: string,
  example: (text: string) => string,
  whole: (text: string) => string,
];
const asItIs = (text: string) => text;

const variants: readonly Variant[] = [
  ["LF", asItIs, asItIs],
  ["CRLF", asItIs, (text) => text.replaceAll("\n", "\r\n")],
  ["a byte order mark", asItIs, (text) => `\xef\xbb\xbf${text}`],
  ["invalid UTF-8", (text) => text.replace(/[aeiou]/g, "$&\xc3\xff"), asItIs],
  ["no final newline", asItIs, (text) => text.replace(/\n+$/, "")],
];

describe("around and between the examples of the CommonMark specification", () => {
  test("there are enough examples to mean anything", () => {
    expect(examples.length).toBeGreaterThan(600);
  });

  test.each(variants)("every byte outside of regions survives (%s)", (_name, example, whole) => {
    const counts = examples.map(({ markdown }, index) => {
      if (index % 2 === 1) return 0;
      const other = examples[index + 1]?.markdown ?? "";
      const parts = ["Start\n", region, example(markdown), region, example(other), region];
      const count = rewriteAll(whole(parts.join("\n")));
      expect(count).not.toBe(0);
      return count;
    });
    expect(counts.filter((count) => count === 3).length).toBeGreaterThan(250);
  });
});

describe("in generated documents", () => {
  const line = fc.constantFrom(
    "text",
    "# Heading",
    "- item",
    "  - nested",
    "1. one",
    "> quote",
    "```",
    "~~~",
    "    code",
    "",
    "<div>",
    "</div>",
    "<details>",
    "<!-- note -->",
    "| a | b |",
    "|---|---|",
    "[^1]: note",
    "---",
    "\tx",
    "caf\xc3\xa9",
    "\xff\xfe",
    "a `code` b",
    "$x$",
    "at <!-- milepost:x -->1<!-- milepost:end -->.",
    "- <!-- milepost:x -->1<!-- milepost:end -->",
    "`<!-- milepost:x -->`",
    "",
  );
  const placed = fc
    .tuple(
      fc.constantFrom("", "  ", "   "),
      fc.array(
        line.filter((l) => !l.includes("milepost")),
        { maxLength: 3 },
      ),
    )
    .map(([indent, body]) => [
      `${indent}<!-- milepost:x -->`,
      ...body,
      `${indent}<!-- milepost:end -->`,
    ]);
  const document = fc
    .tuple(
      fc.array(
        fc.oneof({ weight: 4, arbitrary: line.map((l) => [l]) }, { weight: 1, arbitrary: placed }),
        { maxLength: 30 },
      ),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
    )
    .map(([lines, eol, ends]) => lines.flat().join(eol) + (ends ? eol : ""));

  test("what is read can be written back, and what is written is found again", () => {
    let written = 0;
    fc.assert(
      fc.property(document, (text) => {
        if (rewriteAll(text) > 0) written += 1;
      }),
      { numRuns: 500 },
    );
    expect(written).toBeGreaterThan(100);
  });

  test("any bytes in a region are read and written back", () => {
    const eols = fc.constantFrom("\n", "\r\n");
    const bytes = fc.array(
      fc.constantFrom(
        "a",
        " ",
        "\t",
        "\n",
        "\r",
        "\xc3",
        "\xa9",
        "\xf0",
        "\x9f",
        "\x90",
        "\x80",
        "\xed",
        "\xb2",
        "\xff",
        "\0",
        "\xef\xbb\xbf",
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(bytes, eols, fc.constantFrom("", "  "), (body, eol, indent) => {
        const text = `- a${eol}${indent}<!-- milepost:x -->${eol}${body.join("")}${eol}${indent}<!-- milepost:end -->${eol}`;
        const source = bytesOf(text);
        const { regions } = findRegions(source);
        const same = new Map(regions.map((one) => [one, readRegion(source, one)]));
        expect(regions).toHaveLength(1);
        expect(unitsOf(replaceRegions(source, same))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test("broken markers are never read as sound", () => {
    const marker = fc.constantFrom("<!-- milepost:x -->", "<!-- milepost:end -->");
    fc.assert(
      fc.property(fc.array(marker, { minLength: 1, maxLength: 8 }), (markers) => {
        const isSound =
          markers.every((m, index) => m.includes("end") === (index % 2 === 1)) &&
          markers.length % 2 === 0;
        const { problems } = findRegions(bytesOf(markers.join("\ntext\n")));
        expect(problems.length === 0).toBe(isSound);
      }),
    );
  });
});
