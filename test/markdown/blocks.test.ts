import { describe, expect, test } from "#test";
import { containsMarker, stripMarkers } from "../../src/markdown/markers.ts";
import { renderTable } from "../../src/markdown/table.ts";

describe("renderTable", () => {
  test("writes compact rows, with delimiters for the alignment, and fills short rows", () => {
    const header = [
      { text: "Issue" },
      { text: "By", align: "left" },
      { text: "n", align: "right" },
    ] as const;
    expect(renderTable(header, [["a \\| b", "c", "1"], ["d"]])).toBe(
      "| Issue | By | n |\n| --- | :-- | --: |\n| a \\| b | c | 1 |\n| d |  |  |\n",
    );
  });

  test.each([["a | b"], ["a\nb"], ["a \\\\| b"]])("refuses the cell %j", (cell) => {
    expect(() => renderTable([{ text: "a" }], [[cell]])).toThrow(RangeError);
  });

  test("refuses more cells than columns", () => {
    expect(() => renderTable([{ text: "a" }], [["b", "c"]])).toThrow(/2 cells for 1 columns/);
  });
});

describe("stripMarkers", () => {
  test.each([
    ["a <!-- milepost:end --> b", "a  b"],
    ["<!-- milepost:x\nm=1 -->text", "text"],
    ["<!-- mile<!-- milepost:x -->post:end -->", ""],
    ["open <!-- milepost:", "open "],
    ["<!-- note --> stays", "<!-- note --> stays"],
  ])("makes %j %j", (text, stripped) => {
    expect(stripMarkers(text)).toBe(stripped);
    expect(containsMarker(stripMarkers(text))).toBe(false);
  });

  test("takes its time with nothing", () => {
    expect(
      containsMarker(stripMarkers("<!-- mile".repeat(3000) + "<!-- milepost:".repeat(3000))),
    ).toBe(false);
  });
});
