import { describe, expect, test } from "#test";
import type { ObservedVersion } from "../../src/domain/observation.ts";
import { findBaseBeforeLost } from "../../src/engine/lost-prose.ts";
import { editTasks, type TaskChange } from "../../src/markdown/edit-tasks.ts";

const ours = (text: string | null): ObservedVersion => ({ text, isOurs: true });
const theirs = (text: string | null): ObservedVersion => ({ text, isOurs: false });
const find = (...versions: ObservedVersion[]) => findBaseBeforeLost(versions);

function command(text: string, change: TaskChange): string {
  const edited = editTasks(text, change);
  if (edited === undefined) throw new Error("the command changes nothing");
  return edited;
}

const plain = "It is slow.\n\n- [ ] measure";
const add = (text: string, entry = "mend") => command(text, { do: "add", text: entry });
const take = (text: string, entry: string) =>
  command(text, { do: "remove", entry: 99, text: entry });

describe("prose that ours was not made from", () => {
  test("is found, with what ours was made from instead", () => {
    const edit = `Read this.\n${plain}`;
    expect(find(ours(add(plain)), theirs(edit), theirs(plain))).toBe(plain);
    expect(find(ours(add(edit)), theirs(edit), theirs(plain))).toBeNull();
  });

  test("is found, and what ours was made from is an edit of entries before it, one of which ours removed", () => {
    const more = `${plain}\n- [ ] tell`;
    const edit = `Read this.\n${more}`;
    expect(find(ours(take(more, "tell")), theirs(edit), theirs(more), theirs(plain))).toBe(more);
  });

  test("is found, and an edit of entries before it that was lost, too, is none that ours was made from", () => {
    const more = `${plain}\n- [ ] tell`;
    const edit = `Read this.\n${more}`;
    expect(find(ours(add(plain)), theirs(edit), theirs(more), theirs(plain))).toBe(plain);
  });

  test("is not looked for any more where a later version of ours has it", () => {
    const more = `${plain}\n- [ ] tell`;
    const edit = `Read this.\n${more}`;
    const mended = add(edit);
    const after = take(mended, "tell");
    expect(
      find(ours(after), ours(mended), ours(add(plain)), theirs(edit), theirs(plain)),
    ).toBeNull();
  });

  test.each([
    ["was deleted", [ours(add(plain)), theirs(null), theirs(plain)]],
    ["is not known before", [ours(add(plain)), theirs(`Read this.\n${plain}`)]],
    ["nobody edited", [ours(add(plain)), ours(plain)]],
  ])("is not looked for in a text that %s", (_name, versions) => {
    expect(find(...versions)).toBeNull();
  });
});

const own = (...lines: string[]) => [plain, "- [ ] d", ...lines].join("\n");

/** A person makes the second text of the first one, and ticks; then a command removes the entry with these words. */
test.each([
  ["a line of a tag", plain, own("<kbd>Enter</kbd> too"), "d <kbd>Enter</kbd> too"],
  ["an entry of another list", plain, own("2. of all"), "d"],
  ["what goes on in the next line", plain, own("and more"), "d and more"],
  ["lines that end as on Windows", plain, own("and more").replaceAll("\n", "\r\n"), "d and more"],
  ["a drawn line", `${plain}\n\n---\nEnd`, own("---", "End"), "d"],
  ["an entry that is no task", `${plain}\n\n- more`, own("  - more"), "d"],
])("what a command removes with its entry was not lost: %s", (_name, before, after, entry) => {
  const edit = after.replace("[ ] measure", "[x] measure");
  expect(find(ours(take(edit, entry)), theirs(edit), theirs(before))).toBeNull();
});
