import { describe, expect, test } from "#test";
import { noKeys } from "../../src/claims/known-keys.ts";
import { findTitledBoxes } from "../../src/live/titled-boxes.ts";
import { keep, livePlan } from "./live-project.ts";

const changes: readonly (readonly [string, string, string])[] = [
  ["as the whole text", "- [ ] Security review", "- [x] Security review"],
  ["as the bold beginning", "- [x] **Health checks** (2h)", "- [ ] **Health checks** (2h)"],
  ["with a colon", "* [ ] __Security Review:__ of all", "* [x] __Security Review:__ of all"],
  ["in other capitals and spaces", "1. [ ]  security   REVIEW:", "1. [x]  security   REVIEW:"],
  ["with code", "- [ ] Add `MAX_SIZE` to C++", "- [x] Add `MAX_SIZE` to C++"],
  ["without its code marks", "- [ ] _Add MAX\\_SIZE to C++_", "- [x] _Add MAX\\_SIZE to C++_"],
  ["in other characters that look alike", "- [ ] Re\u0301sume\u0301", "- [x] Re\u0301sume\u0301"],
  ["of an issue that is only a duplicate", "- [ ] Parse again", "- [x] Parse again"],
  ["by a mark between it and a count", "- [ ] **Issue 6** ✅ (1/3)", "- [ ] **Issue 6** 📋 (1/3)"],
  ["nested in a list", "- Later\n  - [ ] Security review", "- Later\n  - [x] Security review"],
  ["on two lines", "- [ ] Security\n  review\n", "- [x] Security\n  review\n"],
  ["with a mark ahead", "- [ ] 📋 Security review", "- [x] ✅ Security review"],
  ["with a mark behind", "- [ ] **Security review** 📋", "- [x] **Security review** ✅"],
  ["with its state", "- [x] Health checks (done)", "- [ ] Health checks (ready)"],
  [
    "with what it waits for",
    "- [ ] **Security review** (after #4)",
    "- [x] **Security review** (after #4)",
  ],
  ["though it has a key of several issues", "- [x] US-9: One", "- [ ] US-9: One"],
  [
    "with carriage returns",
    "a\r\n\r\n- [ ] Security review\r\n",
    "a\r\n\r\n- [x] Security review\r\n",
  ],
  [
    "beside a comment",
    "- [ ] Security review <!-- soon -->",
    "- [x] Security review <!-- soon -->",
  ],
  [
    "in one box while others only hold it",
    "- [ ] Security review\n- [ ] Security review of all",
    "- [x] Security review\n- [ ] Security review of all",
  ],
  [
    "while the same words are to be kept",
    "- [ ] Security review\n- [ ] Security review <!-- milepost:keep -->",
    "- [x] Security review\n- [ ] Security review <!-- milepost:keep -->",
  ],
  [
    "in a count that has the total",
    "## Core (0/2)\n\n- [ ] Security review\n- [ ] Health checks",
    "## Core (1/2)\n\n- [x] Security review\n- [ ] Health checks",
  ],
];

const left: readonly (readonly [string, string])[] = [
  ["in a list without boxes", "- Security review 📋\n- **Security review** 📋"],
  ["that is only the beginning", "- [ ] Security\n- [ ] Security review of all"],
  ["on the next line, too", "- [ ] Security review\n  of the parser"],
  ["behind the bold words", "- [ ] **Later** Security review"],
  ["with another sign", "- [ ] Add `MAX_SIZE` to C#"],
  ["in code", "```\n- [ ] Security review\n```\n\n    - [ ] Security review"],
  ["in quotes", "> - [ ] Security review"],
  ["in a table", "| [ ] Security review | a |\n|---|---|\n| [ ] Security review | b |"],
  ["in a comment", "<!--\n- [ ] Security review\n-->"],
  ["struck out", "- [ ] ~~Security review~~"],
  ["in a link", "- [ ] [Security review](https://example.com)"],
  ["in a region", "<!-- milepost:ready -->\n- [ ] Security review\n<!-- milepost:end -->"],
  ["in an entry longer than anybody reads", `- [ ] **Security review** ${"a ".repeat(1000)}`],
  ["on a line to keep", "- [ ] Security review <!-- milepost:keep -->"],
  ["in a section to keep", "## Later <!-- milepost:keep -->\n\n- [ ] Security review"],
  ["in a line with a number", "- [ ] **Security review** with #4"],
  ["in a line with a step of a keyed issue", "- [ ] **Security review** of US-4: Continue"],
  ["that another box has with the number", "- [x] #13 Security review\n- [ ] Security review"],
  [
    "under a count of more than it",
    "## Core (0/3)\n\n- [x] Security review\n- [ ] Other\n- [ ] More",
  ],
  ["under a count of what remains", "**Remaining work:** 4 issues\n\n- [ ] Issue 5\n- [ ] Other"],
  [
    "in a line with a step of a keyed issue, mark and all",
    "- [ ] **Security review** 📋 of US-4: Continue",
  ],
];

describe("a title in a live document", () => {
  test.each(changes)("is followed %s", (_name, before, after) => {
    expect(keep(before, true)).toEqual({ text: after, findings: [] });
    expect(keep(after, true)).toEqual({ text: after, findings: [] });
    expect(keep(before).text.replace(/\(\d\/\d\)/, "")).toBe(before.replace(/\(\d\/\d\)/, ""));
  });

  test.each(left)("is left alone %s", (_name, text) =>
    expect(keep(text, true)).toEqual({ text, findings: [] }),
  );

  test.each([
    [
      "**Remaining:** 4 issues\n\n- [ ] Health checks",
      "**Remaining:** 5 issues\n\n- [ ] Health checks",
    ],
    [
      "**Remaining:** 4 issues (1 core + 3 rest)\n\n## Core\n\n- #3\n- #4\n- [ ] Issue 6",
      "**Remaining:** 5 issues (2 core + 3 rest)\n\n## Core\n\n- #3\n- #4\n- [ ] Issue 6",
    ],
  ])("leaves what remains of a milestone to numbers and keys: %j", (before, after) => {
    expect(keep(before, true)).toEqual({ text: after, findings: [] });
    expect(keep(before)).toEqual({ text: after, findings: [] });
  });

  test("is asked about where several issues have it, though a single box does", () => {
    const { text, findings } = keep("- [ ] Unit tests", true);
    expect(text).toBe("- [ ] Unit tests");
    expect(findings).toEqual([
      expect.stringMatching(/^1: The box was left alone: .* #14 and #15\./),
    ]);
  });

  test("is asked about once where several issues have it", () => {
    const text = "- [ ] Unit tests\n\n## Then\n\n- [ ] **Unit Tests** (1h)";
    expect(keep(text, true)).toEqual({
      text,
      findings: [
        '1: The boxes on lines 1 and 5 were left alone: "Unit Tests" is the title of #14 and #15. To have it followed, put the number of its issue in front of the words of each box that stands for one, as in "[ ] #14 …", or put <!-- milepost:keep --> behind the line.',
      ],
    });
  });

  test("is asked about where several boxes have it", () => {
    const text = "- [ ] Security review\n- [ ] Security review:";
    expect(keep(text, true)).toEqual({
      text,
      findings: [
        '1: The boxes on lines 1 and 2 were left alone: "Security review" is the title of #13. To have it followed, put #13 in front of the words in the box that stands for it, as in "[ ] #13 …", or put <!-- milepost:keep --> behind the line.',
      ],
    });
  });

  test("is asked about until all of its issues are named", () => {
    const one = keep("- [ ] #14 Unit tests\n- [ ] Unit tests", true);
    expect(one.text).toBe("- [x] #14 Unit tests\n- [ ] Unit tests");
    expect(one.findings).toEqual([
      expect.stringMatching(
        /^2: The box was left alone: "Unit tests" is the title of #15\. .* put #15/,
      ),
    ]);
    const two = "- [x] **#14 Unit tests** (1h)\n- [ ] **#15**: Unit tests\n- [ ] Unit tests";
    expect(keep(two, true)).toEqual({ text: two, findings: [] });
  });

  test("is asked about with the issues to link and a few of many lines", () => {
    const { findings } = findTitledBoxes("- [ ] Health checks\n".repeat(9), livePlan, noKeys);
    expect(findings).toEqual([
      {
        line: 1,
        issues: [16],
        message: expect.stringContaining("on lines 1, 2, 3, 4, 5 and 4 more were"),
      },
    ]);
  });
});
