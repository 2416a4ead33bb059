import { describe, expect, test } from "#test";
import { findKept } from "../../src/claims/kept-places.ts";

const keep = "<!-- milepost:keep -->";
const kept = (text: string) => findKept(text).map(({ start, end }) => text.slice(start, end));

describe("an order to keep", () => {
  test("behind a line holds for that line", () => {
    expect(kept(`- #1\n- #2 ${keep}\n- #3\n`)).toEqual([`- #2 ${keep}\n`]);
  });

  test("alone on a line holds for the block that follows", () => {
    expect(kept(`a\n\n${keep}\n\n- #1\n- #2\n\n- #3`)).toEqual([`${keep}\n\n- #1\n- #2\n`]);
  });

  test.each([
    ["in a heading", `## A ${keep}\n\n- #1\n\n### B\n\n- #2\n\n`],
    ["right below a heading", `## A\n\n${keep}\n\n- #1\n\n### B\n\n- #2\n\n`],
  ])("%s holds for all that the heading stands over", (_name, section) => {
    expect(kept(`# T\n\n${section}## C\n\n- #3`)).toEqual([section]);
  });

  test.each([
    ["code", `\`${keep}\` #1`],
    ["a fence", `\`\`\`\n${keep}\n\`\`\`\n`],
  ])("in %s is text", (_name, text) => expect(kept(text)).toEqual([]));

  test("ends a section at a heading of the same level only", () => {
    expect(kept(`# T ${keep}\r\n\r\n## A\r\n\r\n- #1`)).toEqual([
      `# T ${keep}\r\n\r\n## A\r\n\r\n- #1`,
    ]);
  });
});
