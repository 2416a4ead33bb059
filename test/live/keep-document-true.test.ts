import { describe, expect, test } from "#test";
import { keepDocumentTrue } from "../../src/live/live-document.ts";
import { keep, livePlan } from "./live-project.ts";

const changes: readonly (readonly [string, string, string])[] = [
  ["a box in a task list is ticked", "- [ ] #1 Parser", "- [x] #1 Parser"],
  ["a box of an open issue is cleared", "- [x] #4 Writer", "- [ ] #4 Writer"],
  [
    "boxes within a line are ticked one by one",
    "[ ] #1 a | [x] #2 b | [x] #4 c",
    "[x] #1 a | [x] #2 b | [ ] #4 c",
  ],
  ["a box of several issues needs all of them", "- [x] #1, #2, #4 Core", "- [ ] #1, #2, #4 Core"],
  ["a box in front of bold text is found", "* [ ] **#2** Reader", "* [x] **#2** Reader"],
  ["a duplicate is closed work", "- [ ] #8 Again", "- [x] #8 Again"],
  ["a word keeps its capital", "- #1 Parser (In progress)", "- #1 Parser (Done)"],
  ["a mark behind an issue follows it", "- #1 Parser 📋", "- #1 Parser ✅"],
  ["a mark before an issue follows it", "- ✅ #3 Lexer", "- 🔨 #3 Lexer"],
  ["a mark of many issues is done when all are", "- Core: #1-2 🔨", "- Core: #1-2 ✅"],
  [
    "a mark of many issues of which one is open shows work in progress",
    "- Core: #1-4 ✅",
    "- Core: #1-4 🔨",
  ],
  ["each mark between commas has its own issue", "- #1 📋, #3 ✅, #4 ✅", "- #1 ✅, #3 🔨, #4 📋"],
  [
    "blocked work is ready where the document has no mark for it",
    "- ✅ #5 Linker",
    "- 📋 #5 Linker",
  ],
  [
    "blocked work is marked where the document does so",
    "- ⛔ #4 a\n- 📋 #5 b",
    "- 📋 #4 a\n- ⛔ #5 b",
  ],
  [
    "work on hold is marked where the document does so",
    "- ⏸️ #4 a\n- ✅ #6 b",
    "- 📋 #4 a\n- ⏸️ #6 b",
  ],
  [
    "a word in brackets changes with its mark",
    "- ✅ #3 Lexer (done)",
    "- 🔨 #3 Lexer (in progress)",
  ],
  [
    "a heading counts what stands under it",
    "## Core (0/3)\n\n- #1 a\n- #2 b\n- #4 c",
    "## Core (2/3)\n\n- #1 a\n- #2 b\n- #4 c",
  ],
  [
    "a heading that is no longer complete says so",
    "## Core ✅ COMPLETE (3/3)\n\n- #1\n- #2\n- #4",
    "## Core 🔨 IN PROGRESS (2/3)\n\n- #1\n- #2\n- #4",
  ],
  [
    "a heading that is complete now says so",
    "## Core 🔨 IN PROGRESS (1/2)\n\n- #1\n- #2",
    "## Core ✅ COMPLETE (2/2)\n\n- #1\n- #2",
  ],
  [
    "a total leaves out an epic where that makes it fit",
    "**Core (0/2):** #1, #4, #7",
    "**Core (1/2):** #1, #4, #7",
  ],
  [
    "a total follows a plain list",
    "## Core (1/2)\n\n- #1\n- #2\n- #4",
    "## Core (2/3)\n\n- #1\n- #2\n- #4",
  ],
  [
    "what is left over is counted with it",
    "**Core (3/3 – 0 parts remaining):** #1, #2, #4",
    "**Core (2/3 – 1 part remaining):** #1, #2, #4",
  ],
  [
    "the status of the whole milestone is counted",
    "> **Status:** 1/9 (11%) | all well",
    "> **Status:** 2/7 (29%) | all well",
  ],
  [
    "a percentage before the figures goes with them",
    "**Completion:** 11% (1/9)",
    "**Completion:** 29% (2/7)",
  ],
  [
    "a percentage behind the unit goes with them",
    "- **Progress**: 1/9 issues (11%)",
    "- **Progress**: 2/7 issues (29%)",
  ],
  [
    "what remains is counted, in the singular too",
    "**Remaining:** 1 issue\n\n**Open:** 9 issues",
    "**Remaining:** 5 issues\n\n**Open:** 5 issues",
  ],
  [
    "closed and open are counted in words",
    "**Status:** 1 closed ✅, 9 open 🔨",
    "**Status:** 2 closed ✅, 5 open 🔨",
  ],
  [
    "a group is counted by its name",
    "**Breakdown:**\n\n- Engine: 3/3 ✅",
    "**Breakdown:**\n\n- Engine: 2/3 🔨",
  ],
  [
    "a heading with a milestone's name shows its state",
    "## M2 More 📋\n\n- **Status**: Planned\n- **Progress**: 0/1",
    "## M2 More ✅\n\n- **Status**: Complete\n- **Progress**: 1/1",
  ],
  ["carriage returns stay", "- [ ] #1 a\r\n- [ ] #2 b\r\n", "- [x] #1 a\r\n- [x] #2 b\r\n"],
  ["a byte order mark stays", "\ufeff- [ ] #1 a", "\ufeff- [x] #1 a"],
];

const left: readonly (readonly [string, string])[] = [
  ["in code", "`- [ ] #1`\n\n```\n- [ ] #1\n```\n\n    - [ ] #1"],
  ["in quotes", "> - [ ] #1 as somebody said"],
  ["in a table", "| Issue | State |\n|---|---|\n| #1 | 📋 |"],
  ["in prose", "We spoke of #1 📋 and of 1/9 people."],
  ["in a comment", "<!-- - [ ] #1 -->"],
  ["struck out", "- ~~#1 📋~~"],
  ["on a line to keep", "- [ ] #1 a <!-- milepost:keep -->"],
  ["in a list to keep", "<!-- milepost:keep -->\n- [ ] #1 a\n- [ ] #2 b"],
  [
    "under a heading to keep",
    "## Then (0/1) <!-- milepost:keep -->\n\n- [ ] #1\n\n### Sub\n\n- [ ] #2",
  ],
  ["in regions", "<!-- milepost:ready -->\n- [ ] #1\n<!-- milepost:end -->"],
  ["before an issue that is only mentioned", "- [ ] Write to those who wait for #1"],
  ["of an issue that is not known", "- [x] #99 Elsewhere ✅"],
  ["of another repository", "- [ ] o/other#1 Theirs 📋"],
  ["of what was moved away", "## Moved to M2 (0/1)\n\n- #9"],
  ["in ranges and dates", "- #1-2 of 2025-01-02, 9/12/2025"],
  ["of marks that say something else", "- 🎉 #4 🚀"],
];

describe("a live document", () => {
  test.each(changes)("%s", (_name, before, after) => {
    expect(keep(before).text).toBe(after);
    expect(keep(after).text).toBe(after);
  });

  test.each(left)("is left alone %s", (_name, text) => expect(keep(text).text).toBe(text));

  test("says why a count is left alone", () => {
    const { text, findings } = keep("## Core (8/9)\n\n- #1\n- #7 the epic\n- #9 of M2");
    expect(text).toContain("(8/9)");
    expect(findings).toEqual([
      '1: The count "8/9" was left alone: 3 issues stand under it, 2 of them closed, and no way of leaving out epics, duplicates or other milestones gives 9: correct the total or the list, or put <!-- milepost:keep --> behind the line.',
    ]);
  });

  test("asks what a bare count speaks of under the heading of a part", () => {
    const { text, findings } = keep("# M1\n\n## Sprint 3\n\n**Progress:** 1/2 tasks done");
    expect(text).toContain("1/2 tasks");
    expect(findings).toEqual([
      expect.stringMatching(/^5: .*"Progress" under "Sprint 3" may speak/),
    ]);
  });

  test("is left alone as a whole while its markers are broken", () => {
    const text = "- [ ] #1\n\n<!-- milepost:ready -->\n";
    expect(keep(text).text).toBe(text);
  });

  test("keeps bytes that are no UTF-8", () => {
    const bytes = Uint8Array.from([
      0xff,
      0x0a,
      ...new TextEncoder().encode("- [ ] #1 \u00e9"),
      0xc3,
    ]);
    const { document } = keepDocumentTrue(bytes, livePlan, 1);
    const wanted = Uint8Array.from(bytes);
    wanted[5] = 0x78;
    expect([...document]).toEqual([...wanted]);
  });
});
