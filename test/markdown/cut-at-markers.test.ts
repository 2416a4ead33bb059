import commonmark from "commonmark-spec";
import fc from "fast-check";
import { describe, expect, test } from "#test";
import { cutAtMarkers } from "../../src/markdown/cut-at-markers.ts";
import { findMarkerComments, parsedMarkerComments } from "../../src/markdown/markers.ts";
import { anyLines, anyScraps } from "./random-texts.ts";
import { bytesOf } from "./region-bytes.ts";

const opening = "<!-- milepost:x -->";
const end = "<!-- milepost:end -->";

function expectSameAsParser(text: string): void {
  const document = bytesOf(text);
  expect(findMarkerComments(document)).toEqual(parsedMarkerComments(document));
}

/** Every character as bytes have it. */
function toUnits(text: string): string {
  return Array.from(text, (one) => (one < "\u0100" ? one : "?")).join("");
}

const markers = fc.constantFrom(
  ...[opening, opening, end, end, `  ${opening}`, `- ${opening}`, `> ${end}`, `\t${end}`],
  ...[`${opening}${end}`, `at ${opening}1${end}.`, `${opening} `, `${opening}\t`, `${end} text`],
  ...[
    "<!--milepost:end-->",
    "<!-- milepost:end",
    "<!--\nmilepost:x\n-->",
    "<!-- milepost:end --->",
  ],
  ...["<!-- milepost:keep -->", "<!-- milepost:lint off -->", "<!-- Milepost:X -->"],
  ...[`\`${opening}\``, `[a]: <${opening}>`, `![${opening}](u)`, `![a ${opening}][a]`, `[^${end}]`],
  ...[`[foo][${opening}]`, `[${opening}]: /u`, `[a ${opening}][a]`, `[a][b ${opening}`, `[${end}`],
);
const others = fc.oneof(
  anyLines,
  fc.constantFrom(
    ...["text", "", "", "| a | b |\n|---|---|\n| c | d |", "[a]: /u", '[b]: u "t', '"', "[^1]: n"],
    ...["```", "```js", "~~~", "``` \t", "- ```", "  ```", "    code", "<details>", "</details>"],
    ...[
      "<summary>s</summary>",
      "<pre>",
      "</pre>",
      "<b>x</b>",
      "<b>",
      "</i> x",
      "<?a",
      "<!-- c",
      "c -->",
      "# h",
      "===",
    ],
    ...["> a", "- a", "1. b", "  c", "<!-->", "$$", "---", "<div><!-- x", "<div", "<p", "`", "``"],
  ),
);
const lineEnd = fc.constantFrom("\n", "\n", "\r\n", "\r");
const documents = fc
  .tuple(
    fc.array(fc.oneof({ weight: 2, arbitrary: markers }, { weight: 3, arbitrary: others }), {
      maxLength: 14,
    }),
    lineEnd,
  )
  .map(([lines, eol]) => toUnits(lines.join(eol)));

describe("markers found without reading what stands between them", () => {
  test("are those that the parser sees, among lines of all kinds", () => {
    fc.assert(fc.property(documents, expectSameAsParser), { numRuns: 1000 });
  });

  test("are those that the parser sees, among scraps of Markdown", () => {
    const texts = fc
      .array(
        fc.oneof(
          anyScraps,
          markers.map((one) => `\n${one}\n`),
        ),
        { maxLength: 8 },
      )
      .map((parts) => toUnits(parts.join("")));
    fc.assert(fc.property(texts, expectSameAsParser), { numRuns: 600 });
  });

  test("are those that the parser sees, around the examples of the specification", () => {
    for (const { markdown } of commonmark.tests) {
      const example = toUnits(markdown);
      expectSameAsParser(`${opening}\n${example}${end}\n`);
      expectSameAsParser(`${example}${opening}\n${end}\n${example}`);
      expectSameAsParser(`- a\n${opening}\n\n${example}\n${end}\n`);
    }
  });
});

test.each([
  ["of a link, defined below", `[foo][${opening}]\n\n${end}\n\n[${opening}]: /u\n`],
  ["of a link, defined above", `[a ${opening}]: /u\n\n[foo][a ${opening}]\n\n${end}\n`],
  ["of an image", `![a ${opening}][b]\n\n${end}\n\n[b]: /u\n`],
])("a marker in the label %s is none where the parser sees none", (_what, text) => {
  expectSameAsParser(text);
});

describe("a document", () => {
  function partsOf(text: string): readonly string[] | undefined {
    return cutAtMarkers(text, 0)?.map(({ start, end: to }) => text.slice(start, to));
  }

  test("is cut at the lines that are markers alone", () => {
    const text = `# a\n${opening}\n| b |\n|---|\n\n[#1]: u\n${end}\nat ${opening}c${end}.\n`;
    expect(partsOf(text)).toEqual([
      "# a\n",
      opening,
      "\n| b |\n|---|\n\n[#1]: u\n",
      end,
      `\nat ${opening}c${end}.\n`,
    ]);
  });

  test.each([
    ["a fence", `\`\`\`\n${opening}\n\n\`\`\`\n`],
    ["a comment", `<!-- a\n\n${opening}\n`],
    ["HTML", `<details>\n${opening}\n`],
  ])("is not cut in %s", (_what, text) => {
    expect(partsOf(text)).toEqual([text]);
  });

  test("is cut behind a fence that ends with its list", () => {
    const text = `- a\n  \`\`\`\n  ${opening}\n${opening}\n\`\`\`\n${end}\n\`\`\`\n${end}\n`;
    expect(partsOf(text)).toEqual([
      `- a\n  \`\`\`\n  ${opening}\n`,
      opening,
      `\n\`\`\`\n${end}\n\`\`\`\n`,
      end,
      "\n",
    ]);
    expectSameAsParser(text);
  });

  test.each([
    ["HTML in what may be a paragraph", "<b>a</b>\n<!-- b\n"],
    ["HTML that goes on over blank lines", "<pre>\n"],
    ["a fence that stands in a list, by a tab", "-\ta\n  ```\n"],
  ])("is left to the parser where there is %s", (_what, text) => {
    expect(partsOf(`${text}${opening}\n`)).toBeUndefined();
  });
});
