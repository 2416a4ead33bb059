import fc from "fast-check";
import { describe, expect, test } from "#test";
import { editTasks } from "../../src/markdown/edit-tasks.ts";
import { findTaskEntries } from "../../src/markdown/task-entries.ts";

describe("an added entry", () => {
  test.each([
    ["is the whole of an empty text", "", "- [ ] new"],
    ["stands at the end, after a blank line", "foo", "foo\n\n- [ ] new"],
    ["leaves a last line end where it is", "foo\n", "foo\n\n- [ ] new"],
    ["keeps line ends of Windows", "foo\r\nbar\r\n", "foo\r\nbar\r\n\r\n- [ ] new"],
    ["follows the last one", "- [ ] a\n- [x] b\n\nc", "- [ ] a\n- [x] b\n- [ ] new\n\nc"],
    ["takes over the bullet", "* [ ] a\n\n+   [ ] b\n", "* [ ] a\n\n+   [ ] b\n+   [ ] new\n"],
    ["counts on", "9. [ ] a\r\n10. [ ] b\r\n", "9. [ ] a\r\n10. [ ] b\r\n11. [ ] new\r\n"],
    [
      "does not count where the list does not",
      "1) [ ] a\n1) [ ] b",
      "1) [ ] a\n1) [ ] b\n1) [ ] new",
    ],
    ["takes over the indentation", "- s\n  * [ ] a\n\nx", "- s\n  * [ ] a\n  * [ ] new\n\nx"],
    [
      "follows what is nested in the last one",
      "- [ ] a\n  - [ ] b\n\n    c\n\nd",
      "- [ ] a\n  - [ ] b\n\n    c\n- [ ] new\n\nd",
    ],
    [
      "goes to the last list",
      "- [ ] a\n\nx\n\n- [ ] b\n\ny",
      "- [ ] a\n\nx\n\n- [ ] b\n- [ ] new\n\ny",
    ],
    ["takes no list without boxes for one", "- a\n- b", "- a\n- b\n\n- [ ] new"],
    ["takes no list in a quote for one", "> - [ ] a", "> - [ ] a\n\n- [ ] new"],
    [
      "leaves code in the last one",
      "- [ ] a\n  ```\n  c\n\n",
      "- [ ] a\n  ```\n  c\n- [ ] new\n\n",
    ],
    ["stands beside a list in a list", "- - [ ] a", "- - [ ] a\n  - [ ] new"],
  ])("%s", (_what, before, after) => {
    expect(editTasks(before, { do: "add", text: "new" })).toBe(after);
  });

  test("is one line, whatever its text", () => {
    expect(editTasks("", { do: "add", text: " a\n\n- b\t c " })).toBe("- [ ] a - b c");
  });

  test.each(["```\nopen", "<!-- open", "~~~\n- [ ] x\n"])(
    "is not made at the end of what never ends: %j",
    (markdown) => {
      expect(editTasks(markdown, { do: "add", text: "new" })).toBeUndefined();
    },
  );
});

describe("a box", () => {
  test("is ticked and unticked, and nothing else changes", () => {
    const before = "a\r\n\r\n1. [ ] b `[ ]`\r\n   * [x] c\r\n\r\n[ ] d";
    const ticked = "a\r\n\r\n1. [x] b `[ ]`\r\n   * [x] c\r\n\r\n[ ] d";
    expect(editTasks(before, { do: "tick", entry: 1, text: "b `[ ]`" })).toBe(ticked);
    expect(editTasks(ticked, { do: "untick", entry: 1, text: "b `[ ]`" })).toBe(before);
  });

  test("that is as wanted is left alone", () => {
    expect(editTasks("- [X] a", { do: "tick", entry: 1, text: "a" })).toBeUndefined();
    expect(editTasks("- [ ] a", { do: "untick", entry: 1, text: "a" })).toBeUndefined();
  });

  test.each([1, 2, 0])("of another text is left alone", (entry) => {
    expect(editTasks("- [ ] a", { do: "tick", entry, text: "b" })).toBeUndefined();
    expect(editTasks("- [ ] a", { do: "remove", entry, text: "b" })).toBeUndefined();
  });
});

describe("an entry that has moved", () => {
  test("is found by its words where they are its own", () => {
    const change = { do: "tick", entry: 1, text: "b" } as const;
    expect(editTasks("- [ ] a\n- [ ] b", change)).toBe("- [ ] a\n- [x] b");
  });

  test("is left alone where another has the same words", () => {
    const change = { do: "tick", entry: 1, text: "b" } as const;
    expect(editTasks("- [ ] a\n- [ ] b\n- [ ] b", change)).toBeUndefined();
  });

  test("is found in its place where another has the same words", () => {
    const change = { do: "tick", entry: 2, text: "b" } as const;
    expect(editTasks("- [ ] b\n- [ ] b", change)).toBe("- [ ] b\n- [x] b");
  });
});

describe("a removed entry", () => {
  test.each([
    ["goes with its line", "a\n\n- [ ] b\n- [x] c\n", 1, "b", "a\n\n- [x] c\n"],
    [
      "goes with the line end before it where it is the last",
      "- [ ] a\r\n- [ ] b",
      2,
      "b",
      "- [ ] a",
    ],
    ["goes with all its lines", "- [ ] a\n  b\n  c\n- [ ] d", 1, "a b c", "- [ ] d"],
    ["leaves what is nested in it", "- [ ] a\n  - [ ] b\n- c", 1, "a", "- [ ] b\n- c"],
    ["leaves its parent", "1. [ ] a\n   - [ ] b\n2. [ ] c", 2, "b", "1. [ ] a\n2. [ ] c"],
  ])("%s", (_what, before, entry, text, after) => {
    expect(editTasks(before, { do: "remove", entry, text })).toBe(after);
  });

  test.each([
    ["has more paragraphs", "- [ ] a\n\n  b", 1],
    ["has code", "- [ ] a\n  ```\n  b\n  ```", 1],
    ["shares its line with another item", "- - [ ] a", 1],
  ])("stays where it %s", (_what, before, entry) => {
    expect(editTasks(before, { do: "remove", entry, text: "a" })).toBeUndefined();
  });
});

const piece = fc.constantFrom(
  ..."- [ ] a|- [x] b|  - [ ] c|    * [ ] d|1. [ ] e|2) [x] f|> - [ ] g|```|~~~|<!--|-->|text|# head".split(
    "|",
  ),
  ..."|  more|\t- [ ] h|- [ ]|- i|| | a | b ||---|---".split("|"),
  "<details>",
  "</details>",
  "---",
  "    code",
  "[x]: y",
);
const lineEnd = fc.constantFrom("\n", "\n", "\r\n");
const text = fc
  .tuple(fc.array(piece, { maxLength: 12 }), lineEnd)
  .map(([lines, end]) => lines.join(end));

function words(markdown: string): readonly string[] {
  return findTaskEntries(markdown).map((entry) => `${entry.isDone} ${entry.text}`);
}

describe("in any text", () => {
  test("an added entry is the last one, and can be removed again", () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom("new", "[x] y", "a `b", "<!-- c", "1. d", "@x #1"),
        (markdown, added) => {
          const after = editTasks(markdown, { do: "add", text: added });
          if (after === undefined) return;
          expect(words(after)).toEqual([...words(markdown), `false ${added}`]);
          const entry = findTaskEntries(after).length;
          const removed = editTasks(after, { do: "remove", entry, text: added });
          expect(removed?.trimEnd()).toBe(markdown.trimEnd());
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("a tick changes one character and one entry", () => {
    fc.assert(
      fc.property(text, fc.nat(8), (markdown, index) => {
        const entry = findTaskEntries(markdown)[index];
        if (entry === undefined) return;
        const change = entry.isDone ? "untick" : "tick";
        const after = editTasks(markdown, { do: change, entry: index + 1, text: entry.text });
        const wanted = words(markdown).with(index, `${!entry.isDone} ${entry.text}`);
        expect(words(after ?? "")).toEqual(wanted);
        expect(after).toHaveLength(markdown.length);
        expect(after?.slice(0, entry.start + 1)).toBe(markdown.slice(0, entry.start + 1));
        expect(after?.slice(entry.start + 2)).toBe(markdown.slice(entry.start + 2));
      }),
      { numRuns: 1000 },
    );
  });

  test("a removed entry takes no other with it, and no line but its own", () => {
    fc.assert(
      fc.property(text, fc.nat(8), (markdown, index) => {
        const entry = findTaskEntries(markdown)[index];
        if (entry === undefined) return;
        const after = editTasks(markdown, { do: "remove", entry: index + 1, text: entry.text });
        if (after === undefined) return;
        expect(words(after)).toEqual(words(markdown).toSpliced(index, 1));
        const kept = (lines: string) =>
          lines
            .split(/\r?\n/)
            .map((line) => line.trim())
            .filter(Boolean);
        const gone = kept(markdown).length - kept(after).length;
        expect(gone).toBeGreaterThan(0);
        const withBox = `[ ] ${entry.text}`;
        expect(kept(withBox.replace(/\] | /g, "\n")).length).toBeGreaterThanOrEqual(gone);
      }),
      { numRuns: 1000 },
    );
  });
});
