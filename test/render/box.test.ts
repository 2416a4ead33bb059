import { describe, expect, test } from "#test";
import { findTickedBoxes, keepTicks, renderBox } from "../../src/render/box.ts";

const refresh = renderBox("Refresh now", "/sync");
const fix = renderBox("Remove it", "/unblock #12 on #13");
const ticked = (box: string) => box.replace("[ ]", "[x]");
const body = (...lines: readonly string[]) => ["Before", ...lines, "", "after"].join("\n");

describe("boxes in the status issue", () => {
  test("hold their command where nobody sees it", () => {
    expect(refresh).toBe("- [ ] Refresh now <!-- milepost-box /sync -->");
  });

  test.each(["/cluster A--B", "/note -->", "/note <b>", "/a\n/b", "sync"])(
    "hold no command that could end the comment: %j",
    (command) => {
      expect(renderBox("Do it", command)).toBe("");
    },
  );

  test("tell what was ticked, in either letter case", () => {
    expect(findTickedBoxes(body(refresh, fix))).toEqual([]);
    expect(findTickedBoxes(body(ticked(refresh), fix.replace("[ ]", "[X]")))).toEqual([
      "/sync",
      "/unblock #12 on #13",
    ]);
  });

  test("that a person has ticked herself elsewhere count for nothing", () => {
    expect(findTickedBoxes(body("- [x] Refresh now", "- [x] <!-- milepost-box -->"))).toEqual([]);
  });

  test("keep a tick until its command has run", () => {
    const present = body(ticked(refresh), ticked(fix));
    const wanted = body(refresh, fix);
    expect(keepTicks(wanted, present, new Set(["/sync"]))).toBe(body(refresh, ticked(fix)));
    expect(keepTicks(wanted, present, new Set())).toBe(present);
    expect(keepTicks(body(refresh), present, new Set(["/sync"]))).toBe(body(refresh));
  });
});
