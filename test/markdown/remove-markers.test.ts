import { describe, expect, test } from "#test";
import { removeMarkers } from "../../src/markdown/remove-markers.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const removed = (text: string) => new TextDecoder().decode(removeMarkers(encode(text)));

describe("taking the markers out of a document", () => {
  test.each([
    ["a\n\n<!-- milepost:ready -->\n- b\n<!-- milepost:end -->\n\nc\n", "a\n\n- b\n\nc\n"],
    ["<!-- milepost:ready -->\r\nb\r\n<!-- milepost:end -->\r\n", "b\r\n"],
    ["at <!-- milepost:count -->1/2<!-- milepost:end --> now", "at 1/2 now"],
    ["- x\n  <!-- milepost:ready -->\n  - y\n  <!-- milepost:end -->", "- x\n  - y\n"],
    ["a\n\n<!-- milepost:broken\n-->\nb", "a\n\nb"],
    ["`<!-- milepost:ready -->`", "`<!-- milepost:ready -->`"],
  ])("%j becomes %j", (before, after) => {
    expect(removed(before)).toBe(after);
  });

  test("gives the very same bytes where there is none", () => {
    const document = encode("# Plan\n");
    expect(removeMarkers(document)).toBe(document);
  });
});
