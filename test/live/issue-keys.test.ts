import { describe, expect, test } from "#test";
import { keep } from "./live-project.ts";

const changes: readonly (readonly [string, string, string])[] = [
  ["a box in front of a key", "- [ ] US-1", "- [x] US-1"],
  ["a box in front of a key and its title", "- [x] US-4: Writer", "- [ ] US-4: Writer"],
  [
    "a box in front of the beginning of the title",
    "- [ ] **US-1**: Parse the (3 points)",
    "- [x] **US-1**: Parse the (3 points)",
  ],
  [
    "a key whose title has other zeros",
    "- [ ] US-01 Parse the input",
    "- [x] US-01 Parse the input",
  ],
  ["a key in brackets", "- [ ] [US-2] Read", "- [x] [US-2] Read"],
  ["a box that checks a key", "- [ ] Check: US-1 complete", "- [x] Check: US-1 complete"],
  ["what is said to be done", "- [ ] US-2: Complete and merge", "- [x] US-2: Complete and merge"],
  [
    "a box that checks points",
    "- [x] Check: US-3 complete (2 points)",
    "- [ ] Check: US-3 complete (2 points)",
  ],
  ["a box of several keys", "- [x] US-1, US-2 and US-4", "- [ ] US-1, US-2 and US-4"],
  ["a range of keys", "- Core: US-1 through US-2 🔨", "- Core: US-1 through US-2 ✅"],
  ["a range with a dash", "- Core: US-001–US-004 ✅", "- Core: US-001–US-004 🔨"],
  ["a range with dots", "- [ ] US-1..US-2", "- [x] US-1..US-2"],
  ["a mark beside a key", "- ✅ US-3 (done)", "- 🔨 US-3 (in progress)"],
  ["boxes within a line", "[ ] US-1 | [x] US-4", "[x] US-1 | [ ] US-4"],
  [
    "a count over keys",
    "## Core (0/3)\n\n- US-1\n- US-2: Read\n- US-4",
    "## Core (2/3)\n\n- US-1\n- US-2: Read\n- US-4",
  ],
  ["a lead-in with its keys", "**Core 🔨 (0/2):** US-1, US-2", "**Core ✅ (2/2):** US-1, US-2"],
  ["a key with what it waits for behind", "- [ ] US-1 (after US-4)", "- [x] US-1 (after US-4)"],
];

const left: readonly (readonly [string, string])[] = [
  ["a step of an issue", "- [ ] US-1: Code review + merge\n- [x] US-4: Continue (Part 3)"],
  ["a part of an issue", "- [ ] US-2: Complete Part 2\n- [ ] US-2 (Part 1)"],
  ["a thing to do about an issue", "- [ ] Start US-1: Parse the input"],
  ["a mark of what is required of an issue", "- ✅ US-4: All 8 indexes created"],
  ["a check of several things", "- [ ] Check: US-1 complete, US-4 in progress"],
  ["a check of another state", "- [ ] Check: US-1 in progress"],
  ["keys that no issue has", "- [ ] P0\n- [ ] SHA-256\n- [ ] 401-403\n- [ ] AB-1\n- [ ] US-77"],
  ["a list with a key that no issue has", "- [ ] US-1, US-77\n- Core: US-77, US-1 📋"],
  ["a list with a key of two issues", "- [ ] US-1, US-9"],
  ["the name of a standard, though a title begins with it", "- [ ] UTF-8"],
  ["a range that no one can have meant", "- [ ] US-2 through US-1\n- [ ] US-1 through DB-2"],
  ["a range with a gap", "- [ ] US-1 through US-77"],
  [
    "a key within a longer word",
    "- [ ] US-1-2\n- [ ] XUS-1\n- [ ] US-1.5\n- [ ] a/US-1\n- [ ] us-1",
  ],
  ["a key in code", "- [ ] `US-1`"],
  ["an issue that is named by number and key", "- [ ] See #4: US-1"],
  ["a key in a line that names another issue by number", "[ ] #4 Writer | [ ] US-1"],
  ["keys in the order of work", "- US-1 (Parser) → US-4 (Writer) 📋"],
];

describe("a key in a live document", () => {
  test.each(changes)("is followed: %s", (_name, before, after) => {
    expect(keep(before).text).toBe(after);
    expect(keep(after).text).toBe(after);
  });

  test.each(left)("is left alone: %s", (_name, text) => expect(keep(text).text).toBe(text));
});
