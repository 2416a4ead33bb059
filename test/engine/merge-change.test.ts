import { describe, expect, test } from "#test";
import { mergeChange } from "../../src/engine/merge-change.ts";

const windows = (text: string) => text.replaceAll("\n", "\r\n");
const base = "It is slow.\n\n- [ ] measure\n- [ ] mend\n\nThanks.";
const ticked = base.replace("[ ] mend", "[x] mend");
const edit = `Read this.\n\n${base}`;
const both = `Read this.\n\n${ticked}`;

describe("a change is made in a text that has gone on", () => {
  test.each([
    ["of the same line ends", base, ticked, edit, both],
    ["of the line ends of Windows", base, ticked, windows(edit), windows(both)],
    ["of other ones than the change", windows(base), windows(ticked), edit, both],
    ["where the change brought other ones", base, windows(edit), ticked, both],
    ["where both brought other ones", base, windows(edit), windows(ticked), windows(both)],
    ["of mixed ones, which stay", base, edit, `${ticked}\r\nAlso`, `${both}\r\nAlso`],
  ])("%s", (_name, from, to, text, merged) => {
    expect(mergeChange({ from, to }, text)).toBe(merged);
  });

  test("or not, where what it is about is gone", () => {
    expect(mergeChange({ from: base, to: ticked }, "Something else.")).toBeNull();
  });
});
