import { describe, expect, test } from "#test";
import { workCommands } from "../../src/commands/work/work-commands.ts";
import { openThread } from "./observed-thread.ts";

const list = "Intro\n\n- [ ] Measure\n- [x] Plan `it`\n  - [ ] nested\n";

const open = (body = list) =>
  openThread(workCommands, {
    issues: [{ number: 1, body, milestone: 3 }],
    milestones: [{ number: 3 }],
  });

describe("/task", () => {
  test("adds an entry, once", () => {
    const { give, body, item } = open();
    expect(give('/task add "Ship it"')).toMatchObject({ kind: "done", says: null });
    expect(body()).toContain("[ ] Ship it");
    expect(item().tasks).toEqual({ done: 1, total: 4 });
    expect(give("/task add - [ ] Ship it")).toMatchObject({
      kind: "already",
      says: "That is entry 4 of #1 already.",
    });
  });

  test("begins a list where there is none", () => {
    const { give, body } = open("Words.");
    give("/task add First");
    expect(body()).toBe("Words.\n\n- [ ] First");
  });

  test.each([
    ["/task done 1", "- [x] Measure\n- [x] Plan `it`\n  - [ ] nested"],
    ["/task done 1, 3", "- [x] Measure\n- [x] Plan `it`\n  - [x] nested"],
    ["/task done 1-3", "- [x] Measure\n- [x] Plan `it`\n  - [x] nested"],
    ["/task undo 2", "- [ ] Measure\n- [ ] Plan `it`\n  - [ ] nested"],
    ["/task UNDO 1 and 2", "- [ ] Measure\n- [ ] Plan `it`\n  - [ ] nested"],
  ])("%s ticks and unticks, and does nothing the second time", (line, wanted) => {
    const { give, body } = open();
    expect(give(line).kind).toBe("done");
    expect(body()).toBe(`Intro\n\n${wanted}\n`);
    expect(give(line)).toMatchObject({ kind: "already", edits: [] });
  });

  test("tells when all is done", () => {
    const { give } = open();
    expect(give("/task done 1").says).toBeNull();
    expect(give("/task done 1 3").says).toBe(
      "All 3 tasks of #1 are done. Close it if nothing else is left.",
    );
  });

  test("makes a sub-issue of an entry and takes it off the list", () => {
    const { give, body } = open("- [ ] Write **the** [docs](x) for `a_b`\n- [ ] #12\n- [x] done");
    expect(give("/task promote 1").edits[0]).toEqual({
      kind: "create-sub-issue",
      issue: 1,
      title: "Write the docs for a_b",
      milestone: 3,
    });
    expect(body()).toBe("- [ ] #12\n- [x] done");
    expect(give("/task promote 1")).toMatchObject({
      kind: "refused",
      says: "Entry 1 is an issue already. `/child #12` makes it a sub-issue.",
    });
    expect(give("/task promote 2").says).toBe(
      "Entry 2 is ticked: there is nothing left to do in it.",
    );
    expect(give("/task promote 3").kind).toBe("refused");
  });

  test("lists the entries where the number fits none", () => {
    const { give } = open("- [ ] @octo <b>\n- [x] b");
    const says = "There is no entry 3. #1 has these:\n\n1. @&#8203;octo &lt;b>\n2. b ✅";
    for (const verb of ["done", "undo", "promote"]) {
      expect(give(`/task ${verb} 3`)).toMatchObject({ kind: "refused", says });
    }
    expect(open("No list").give("/task done 1").says).toBe(
      "#1 has no task list yet. `/task add TEXT` begins one.",
    );
    const long = Array.from({ length: 50 }, (_, index) => `- [ ] task ${index + 1}`).join("\n");
    expect(open(long).give("/task done 51").says).toMatch(/30\. task 30\n\nAnd 20 more\.$/);
  });

  test.each([
    ["/task", "Say what to do with the tasks: `/task add TEXT`, `/task done 2`"],
    ["/task dne 2", "A task can't be told to `dne`. Did you mean `done`? There are"],
    ["/task rm 2", "A task can't be told to `rm`. There are"],
    ["/task add", "Write the task in the same line, as `/task add Measure the queries`."],
    ["/task done", "Name the entry by its number in the list, as `/task done 2`."],
    ["/task done two", "Name the entry by its number"],
    ["/task done 0", "Name the entry by its number"],
    ["/task done 3-1", "Name the entry by its number"],
    ["/task done 1-9999", "Name the entry by its number"],
    ["/task promote 1 2", "Promote one entry at a time."],
    [`/task add ${"x".repeat(281)}`, "A task may have 280 characters at most; this one has 281."],
  ])("explains %s", (line, says) => {
    expect(open().give(line)).toMatchObject({
      kind: "refused",
      says: expect.stringContaining(says),
    });
  });

  test("asks for a hand where it would touch more than the entry", () => {
    const { give, body } = open("```\nleft open");
    expect(give("/task add b")).toMatchObject({
      kind: "refused",
      says: "The text around the list is such that I can't change it without touching more. Please edit it by hand.",
    });
    expect(body()).toBe("```\nleft open");
  });
});
