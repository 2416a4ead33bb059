import fc from "fast-check";
import { describe, expect, test } from "#test";
import { adoptInto, decode, encode, m2Plan, readCase } from "./adoption.ts";

const about = "M2 Data Foundations";
const source = readCase("plans/m2-data-foundations.md");
const blocks = source.split("\n\n");

/** Passages of a real plan in any order, some of them often, between lines that nobody recognises. */
const documents = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...blocks) },
        {
          weight: 1,
          arbitrary: fc.constantFrom("Ours: ünï.", "---", "## Ours", "> quoted", "```", "<div>"),
        },
        { weight: 1, arbitrary: fc.string() },
      ),
      { maxLength: 30 },
    ),
    fc.constantFrom("\n", "\r\n"),
    fc.constantFrom("", "\ufeff"),
  )
  .map(([parts, lineEnd, mark]) => mark + parts.join("\n\n").replaceAll("\n", lineEnd));

/** Text lines of the document that are in no proposal, in order. */
function untouched(text: string): readonly string[] {
  const { proposals } = adoptInto(m2Plan, about, encode(text));
  return text
    .split(/\r\n|\n|\r/)
    .filter((_, index) => !proposals.some(({ from, to }) => from <= index && index < to))
    .filter((line) => !/^\s*(?:#{1,6}\s.*|(?:[-*_][ \t]*){3,}|)$/.test(line));
}

describe("adopting any document", () => {
  test("keeps every line outside of the passages, in order", () => {
    fc.assert(
      fc.property(documents, (text) => {
        const lines = decode(adoptInto(m2Plan, about, encode(text)).bytes).split(/\r\n|\n|\r/);
        let at = -1;
        for (const line of untouched(text)) {
          at = lines.indexOf(line, at + 1);
          expect(at).not.toBe(-1);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("proposes nothing more the second time", () => {
    fc.assert(
      fc.property(documents, (text) => {
        const { bytes } = adoptInto(m2Plan, about, encode(text));
        expect(adoptInto(m2Plan, about, bytes).proposals).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("leaves a document without findings", () => {
    fc.assert(
      fc.property(documents, (text) => {
        const { proposals, findings } = adoptInto(m2Plan, about, encode(text));
        expect(proposals.length > 0 ? findings : []).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("keeps the bytes around a passage, whatever they are", () => {
    const before = Uint8Array.from([0xef, 0xbb, 0xbf, ...encode("# Ours\r\n\ttab \n"), 0xff, 0x0a]);
    const after = Uint8Array.from([0x0d, 0x0a, 0xfe, ...encode(" end  \r\rno line end")]);
    const list = encode("\r\n**Duplicates:** #395-397\r\n");
    const { bytes, proposals } = adoptInto(
      m2Plan,
      about,
      Uint8Array.from([...before, ...list, ...after]),
    );
    expect(proposals.map(({ block }) => block)).toEqual(["duplicates"]);
    expect(bytes.subarray(0, before.length)).toEqual(before);
    expect(bytes.subarray(bytes.length - after.length)).toEqual(after);
  });

  test("leaves one byte for byte where nothing is proposed", () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...encode("# Ours\r\n\r\nNo list."), 0xff]);
    expect(adoptInto(m2Plan, about, bytes).bytes).toEqual(bytes);
  });
});
