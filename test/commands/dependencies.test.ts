import { describe, expect, test } from "#test";
import { dependencyCommands } from "../../src/commands/dependencies/dependency-commands.ts";
import { bob, type Given, guest, openThread, type Told } from "./observed-thread.ts";

const blocked = (...by: readonly number[]) => by.map((reference) => ({ reference }));

/** What was refused, and why. */
function refusal({ kind, says, edits }: Told): unknown {
  expect([kind, edits]).toEqual(["refused", []]);
  return says?.replaceAll("&#8203;", "");
}

function open(given: Partial<Given> = {}) {
  const numbers = [404, 405, 406, 407, 408, 409, 410];
  const issues = [...numbers.map((number) => ({ number, milestone: 2 })), ...(given.issues ?? [])];
  const unique = new Map(issues.map((one) => [one.number, one]));
  const milestones = [
    { number: 2, title: "M2 Data" },
    {
      number: 3,
      title: "M3 Core",
      description: "Prose.\n\nStart: soon\nNeeds: 5.1-5.3, M2 (auth)",
    },
    { number: 4, title: "M4 Done", state: "closed" as const },
  ];
  return openThread(dependencyCommands, {
    milestones,
    ...given,
    issues: [{ number: 1 }, ...unique.values()],
  });
}

const edge = (issue: number, blocker: number | string) => ({ kind: "add-blocker", issue, blocker });

describe("/blocked-by", () => {
  test.each([
    ["one issue", "/blocked-by #408", [408]],
    ["several, each once", "/blocked-by #404-406, 408 and #404", [404, 405, 406, 408]],
    ["issues of other repositories", "/needs o/x#3", ["o/x#3"]],
    ["an address", "/depends-on https://github.com/o/r/issues/408", [408]],
    ["with a full stop", "/blocked-by #408.", [408]],
  ])("makes the issue wait for %s", (_what, line, blockers) => {
    const { give } = open();
    expect(give(line)).toMatchObject({
      kind: "done",
      says: null,
      edits: blockers.map((blocker) => edge(1, blocker)),
    });
    const again = give(line);
    expect([again.kind, again.edits]).toEqual(["already", []]);
  });

  test("adds only what is new, and says so where nothing is", () => {
    const { give } = open({ issues: [{ number: 404, blockedBy: blocked(408) }] });
    expect(give("/blocked-by #408, #409 on #404").edits).toEqual([edge(404, 409)]);
    expect(give("/blocked-by #408, #409 on #404").says).toBe(
      "It is so already: #404 waits for #408 and #409.",
    );
  });

  test("adds to GitHub what stands in words only", () => {
    const { give } = open({ issues: [{ number: 404, body: "Blocked by #408" }] });
    expect(give("/blocked-by #408 on #404")).toMatchObject({
      kind: "done",
      edits: [edge(404, 408)],
    });
  });

  test("tells that a closed issue holds nothing up", () => {
    const closed = { state: "closed", stateReason: "completed" } as const;
    const { give } = open({
      issues: [
        { number: 408, ...closed },
        { number: 409, ...closed },
      ],
    });
    expect(give("/blocked-by #408, #407").says).toBe(
      "#408 is closed already, so nothing waits for it.",
    );
    expect(give("/blocked-by #408, #409").says).toBe(
      "#409 is closed already, so nothing waits for it.",
    );
    expect(give("/blocked-by #408, #409 on #410").says).toBe(
      "#408 and #409 are closed already, so nothing waits for them.",
    );
  });

  test("refuses an issue that would wait for itself", () => {
    expect(open().give("/blocked-by #408, #1")).toMatchObject({
      kind: "refused",
      says: "#1 can't wait for itself.",
      edits: [],
    });
  });

  test("refuses a cycle and shows the shortest way round, closed issues too", () => {
    const { give } = open({
      issues: [
        { number: 404, blockedBy: blocked(408) },
        { number: 405, blockedBy: blocked(404) },
        { number: 410, blockedBy: blocked(405, 404), state: "closed" },
        { number: 409, blockedBy: blocked(410) },
      ],
    });
    expect(give("/blocked-by #409 on #408")).toMatchObject({
      kind: "refused",
      says: "That would be a cycle, in which nothing can start: #408 → #404 → #410 → #409 → #408.",
      edits: [],
    });
  });

  test("refuses a cycle through a parent, which is done only after its sub-issues", () => {
    const { give } = open({
      issues: [
        { number: 404, parent: 405 },
        { number: 406, parent: 405, state: "closed" },
      ],
    });
    expect(give("/blocked-by #405 on #404").says).toBe(
      "That would be a cycle, in which nothing can start: #404 → #405 → #404. #404 is a sub-issue of #405, which is done only after it.",
    );
    expect(give("/blocked-by #405 on #406").kind).toBe("done");
  });

  test.each([
    ["/blocked-by", "Name the issues, as in `/blocked-by #408`."],
    [
      "/blocked-by #999",
      "#999 is no issue of this repository that I can see: it may be a pull request or deleted.",
    ],
    [
      "/blocked-by M3",
      "I don't know what `M3` means here. Name issues as #12, #404-407, owner/repo#3 or DB-004: `/blocked-by #408`.",
    ],
    [
      "/blocked-by #408 soon",
      "I don't know what `soon` means here. Name issues as #12, #404-407, owner/repo#3 or DB-004: `/blocked-by #408`.",
    ],
    ["/blocked-by #407-404", "The range #407-404 runs backwards: write #404-407."],
    [
      "/blocked-by #408 on o/x#3",
      "A command can be aimed only at issues of this repository: give it in the other repository.",
    ],
  ])("answers %s with what is wrong", (line, says) => {
    expect(refusal(open().give(line))).toBe(says);
  });

  test("is for the issue's people and for triage", () => {
    const { give } = open({ issues: [{ number: 404, assignees: ["guest"] }] });
    expect(give("/blocked-by #408", guest).kind).toBe("forbidden");
    expect(give("/blocked-by #408 on #404", guest).kind).toBe("done");
    expect(give("/blocked-by #408", bob).kind).toBe("done");
  });
});

describe("/blocks", () => {
  test("makes other issues wait", () => {
    const { give } = open();
    expect(give("/blocks #404-405")).toMatchObject({
      kind: "done",
      says: null,
      edits: [edge(404, 1), edge(405, 1)],
    });
    expect(give("/blocks #404, #405").says).toBe("It is so already: #404 and #405 wait for #1.");
    expect(give("/blocks #1").says).toBe("#1 can't wait for itself.");
    expect(give("/blocked-by #404").says).toMatch(/^That would be a cycle/);
  });

  test("adds the issue to what a milestone needs, and leaves the rest of its description", () => {
    const { give, plan } = open();
    expect(give("/blocks M3")).toMatchObject({
      kind: "done",
      says: "**M3 Core** waits for #1 now.",
      edits: [{ kind: "set-needs", milestone: 3, needs: "5.1-5.3, M2 (auth), #1" }],
    });
    expect(plan().items.get(1)?.blocksMilestones).toEqual([3]);
    expect(give("/blocks milestone 3")).toMatchObject({
      kind: "already",
      says: "**M3 Core** waits for #1 already.",
      edits: [],
    });
  });

  test("begins what a milestone needs", () => {
    expect(open().give('/blocks "M2 Data" on #1').edits).toEqual([
      { kind: "set-needs", milestone: 2, needs: "#1" },
    ]);
  });

  test("takes issues and milestones together", () => {
    expect(open().give("/blocks M3 and #404, #405").edits).toEqual([
      edge(404, 1),
      edge(405, 1),
      { kind: "set-needs", milestone: 3, needs: "5.1-5.3, M2 (auth), #1" },
    ]);
  });

  test("changes nothing where one of them can't be", () => {
    expect(open().give("/blocks M4, #404")).toMatchObject({ kind: "refused", edits: [] });
  });

  test("tells that a closed issue holds no milestone up", () => {
    const { give } = open({ issues: [{ number: 404, state: "closed" }] });
    expect(give("/blocks M3 on #404").says).toBe(
      "#404 is closed already, so **M3 Core** need not wait for it.",
    );
  });

  test("refuses a milestone that the issue is in, or waits for", () => {
    const { give } = open({
      issues: [
        { number: 404, blockedBy: blocked(405) },
        { number: 405, blockedBy: blocked(406), milestone: 5 },
        { number: 406, milestone: 3 },
      ],
    });
    expect(give("/blocks M2 on #408").says).toBe(
      "#408 is in **M2 Data** itself, which is complete only with it.",
    );
    expect(give("/blocks M3 on #404").says).toBe(
      "**M3 Core** can't wait for #404, which itself waits for work in **M3 Core**: #406 → #405 → #404.",
    );
  });

  test("refuses a milestone that the issue's own milestone waits for", () => {
    const milestones = [
      { number: 2, title: "M2 Data", description: "Needs: M3" },
      { number: 3, title: "M3 Core" },
    ];
    const { give } = open({ milestones, issues: [{ number: 409, milestone: 3 }] });
    expect(give("/blocks M3 on #404").says).toBe(
      "**M3 Core** can't wait for #404, which itself waits for work in **M3 Core**: #409 → #404.",
    );
  });

  test.each([
    ["/blocks", "Name the issues, as in `/blocks #404-407`."],
    ["/blocks M9", 'There is no milestone "M9". Open are: M2 Data, M3 Core.'],
    [
      "/blocks M",
      '"M" fits several milestones (M2 Data, M3 Core, M4 Done): write more of the title, or the number.',
    ],
    ["/blocks M4", "**M4 Done** is closed: it waits for nothing."],
    [
      "/blocks o/x#3",
      "`o/x#3` is in another repository: only issues of this one can be changed here.",
    ],
    [
      "/blocks #404 M3",
      "I don't know what `M3` means here. Name issues as #12, #404-407, owner/repo#3 or DB-004: `/blocks #404-407`.",
    ],
  ])("answers %s with what is wrong", (line, says) => {
    expect(refusal(open().give(line))).toBe(says);
  });

  test("is for triage", () => {
    const { give } = open({ issues: [{ number: 404, author: "guest" }] });
    expect(give("/blocks M3 on #404", guest).kind).toBe("forbidden");
    expect(give("/blocks M3 on #404", bob).kind).toBe("done");
  });
});

describe("/unblock", () => {
  const waiting = {
    number: 404,
    blockedBy: [...blocked(405, 406), { reference: "o/x#3" as const }],
  };
  const removal = (blocker: number | string) => ({ kind: "remove-blocker", issue: 404, blocker });

  test("takes away what is named, and nothing else", () => {
    const { give } = open({ issues: [waiting] });
    expect(give("/unblock #405, O/X#3, #407 on #404")).toMatchObject({
      kind: "done",
      says: null,
      edits: [removal(405), removal("o/x#3")],
    });
    expect(give("/unblock #405 on #404")).toMatchObject({
      kind: "already",
      says: "#404 does not wait for #405.",
      edits: [],
    });
  });

  test("takes away all", () => {
    const { give } = open({ issues: [waiting] });
    expect(give("/unblock ALL on #404").edits).toEqual([
      removal(405),
      removal(406),
      removal("o/x#3"),
    ]);
    expect(give("/unblock all on #404")).toMatchObject({
      kind: "already",
      says: "#404 waits for nothing.",
    });
  });

  test("tells of words that go on saying it, and where they stand", () => {
    const body = "First.\n\nBlocked by #405 and #407.";
    const { give } = open({ issues: [{ ...waiting, body }] });
    expect(give("/unblock #405 on #404")).toMatchObject({
      kind: "done",
      says: "#404 says in line 3 of its text that it waits for #405: take these words out there.",
      edits: [removal(405)],
    });
    expect(give("/unblock #405 on #404").kind).toBe("refused");
    expect(give("/unblock all on #404").says).toMatch(/waits for #405.*waits for #407/);
  });

  test("tells of blockers that can't be named", () => {
    const { give } = open({ issues: [{ ...waiting, hiddenBlockers: 2 }] });
    expect(give("/unblock all on #404").says).toBe(
      "#404 waits for 2 more that can't be named here.",
    );
  });

  test("takes the issue out of what a milestone needs", () => {
    const milestones = [
      { number: 3, title: "M3", description: "Start: x\nNeeds: 5.1, #404 (first) and #405-407" },
    ];
    const { give } = open({ milestones });
    expect(give("/unblock M3 on #404")).toMatchObject({
      kind: "done",
      says: null,
      edits: [{ kind: "set-needs", milestone: 3, needs: "5.1 and #405-407" }],
    });
    expect(give("/unblock M3 on #404")).toMatchObject({
      kind: "already",
      says: "**M3** does not name #404 in its `Needs:`.",
    });
    expect(give("/unblock M3 on #406")).toMatchObject({
      kind: "refused",
      says: "**M3** does not name #406 by itself: its description says `Needs: 5.1 and #405-407`. Change that line there.",
      edits: [],
    });
  });

  test("tells that a milestone waits by way of another", () => {
    const milestones = [
      { number: 2, title: "M2" },
      { number: 3, title: "M3", description: "Needs: M2" },
    ];
    expect(open({ milestones }).give("/unblock M3 on #404").says).toBe(
      "**M3** waits for all of **M2**, where #404 is: move #404, or change `Needs:` in the description of **M3**.",
    );
  });

  test("is for the issue's people and for triage", () => {
    const { give } = open({ issues: [{ ...waiting, author: "guest" }] });
    expect(give("/unblock all on #404", guest).kind).toBe("done");
    expect(give("/unblock all on #405", guest).kind).toBe("forbidden");
  });
});

describe("/chain", () => {
  const edges = [
    ...[404, 405, 406, 407].map((issue) => edge(issue, 408)),
    ...[404, 405, 406, 407].map((blocker) => edge(410, blocker)),
    edge(409, 410),
  ];

  test.each([
    "/chain #408 → (#404-407) → #410 → #409",
    "/chain #408 -> #404, #405, #406, #407 => #410⟶#409",
    "/chain 408-->(404–407 parallel)==>410→409",
    "/chain #408 → (#404-407 in parallel) → #410 → #409",
  ])("writes the nine dependencies of %s", (line) => {
    const { give } = open();
    expect(give(line)).toMatchObject({ kind: "done", says: null, edits: edges });
    expect(give(line)).toMatchObject({ kind: "already", edits: [] });
  });

  test("says all that is so already in readable form", () => {
    const { give } = open();
    give("/chain #408 → (#404-407) → #410 → #409");
    expect(give("/chain #408 → (#404-407) → #410 → #409").says).toBe(
      "It is so already: #404-#407 wait for #408; #410 waits for #404-#407; #409 waits for #410.",
    );
  });

  test("adds what is missing", () => {
    const { give } = open({ issues: [{ number: 404, blockedBy: blocked(408) }] });
    expect(give("/chain #408 → #404 → #410").edits).toEqual([edge(410, 404)]);
  });

  test("may begin in another repository, and only there", () => {
    const { give } = open();
    expect(give("/chain o/x#3 → #404").edits).toEqual([edge(404, "o/x#3")]);
    expect(give("/chain #404 → o/x#3").says).toMatch(/is in another repository/);
  });

  test.each([
    [
      "an issue in two steps",
      "/chain #408 → #404 → #408",
      "#408 stands in two steps: it can't wait for itself.",
    ],
    [
      "one step",
      "/chain #408",
      "A chain has at least two steps with an arrow between them: `/chain #408 → (#404-407) → #410`.",
    ],
    [
      "an arrow to nothing",
      "/chain #408 →",
      "A chain has at least two steps with an arrow between them: `/chain #408 → (#404-407) → #410`.",
    ],
    [
      "words",
      "/chain #408 → tests → #410",
      "I don't know what `tests` means here. Name issues as #12, #404-407, owner/repo#3 or DB-004: `/chain #408 → (#404-407) → #410`.",
    ],
    [
      "a target",
      "/chain #408 → #404 on #1",
      '`/chain` can\'t be aimed with "on": it is not about one issue.',
    ],
  ])("is refused with %s", (_what, line, says) => {
    expect(refusal(open().give(line))).toBe(says);
  });

  test("is refused as a whole where it makes a cycle with what is there", () => {
    const { give } = open({ issues: [{ number: 408, blockedBy: blocked(409) }] });
    expect(give("/chain #408 → #404 → #409")).toMatchObject({
      kind: "refused",
      says: "That would be a cycle, in which nothing can start: #404 → #409 → #408 → #404.",
      edits: [],
    });
  });

  test("is refused where it is a slip of the hand", () => {
    const issues = Array.from({ length: 22 }, (_, index) => ({ number: 500 + index }));
    const { give } = open({ issues });
    expect(give("/chain #500-510 → #511-521").says).toBe(
      "That would be 121 dependencies at once. At most 100 are added by one command: give it in parts.",
    );
  });

  test("shows only the ends of a long cycle", () => {
    const issues = Array.from({ length: 30 }, (_, index) => ({
      number: 500 + index,
      blockedBy: index === 0 ? [] : blocked(499 + index),
    }));
    expect(open({ issues }).give("/chain #529 → #500").says).toBe(
      "That would be a cycle, in which nothing can start: #500 → #501 → #502 → #503 → #504 → #505 → … → #525 → #526 → #527 → #528 → #529 → #500.",
    );
  });
});

describe("/parent and /child", () => {
  const family = [
    { number: 404, parent: 405 },
    { number: 405, parent: 406 },
    { number: 407, parent: "o/x#1" as const },
  ];

  test("make sub-issues", () => {
    const { give } = open();
    const edit = (issue: number, parent: number) => ({ kind: "set-parent", issue, parent });
    expect(give("/parent #408")).toMatchObject({ kind: "done", says: null, edits: [edit(1, 408)] });
    expect(give("/parent #408")).toMatchObject({
      kind: "already",
      says: "#1 is a sub-issue of #408 already.",
    });
    expect(give("/child #1, #409 on #408").edits).toEqual([edit(409, 408)]);
    expect(give("/child #1, #409 on #408").says).toBe(
      "#1 and #409 are sub-issues of #408 already.",
    );
  });

  test("tell where an issue comes from", () => {
    const { give } = open({ issues: family });
    expect(give("/parent #408 on #404").says).toBe("#404 was a sub-issue of #405 until now.");
    expect(give("/child #404, #405, #410 on #409").says).toBe(
      "#404 and #405 were sub-issues of #406 and #408 until now.",
    );
  });

  test("take an issue out of its parent", () => {
    const { give } = open({ issues: family });
    expect(give("/parent none on #404").edits).toEqual([
      { kind: "set-parent", issue: 404, parent: null },
    ]);
    expect(give("/parent none on #404")).toMatchObject({
      kind: "already",
      says: "#404 has no parent.",
    });
    expect(give("/parent none on #407").says).toBe(
      "#407 has a parent in another repository: take it out there, in `o/x#1`.",
    );
  });

  test.each([
    ["/parent #404 on #404", "#404 can't be a sub-issue of itself."],
    ["/child #404, #406 on #405", "#405 is inside #406 already: #406 can't be a sub-issue of it."],
    [
      "/parent #404 on #406",
      "#404 is inside #406 already, through #405: #406 can't be a sub-issue of it.",
    ],
    ["/parent #404, #405", "Name one issue only, as in `/parent #69`."],
    [
      "/parent o/x#3",
      "`o/x#3` is in another repository: only issues of this one can be changed here.",
    ],
    ["/child", "Name the issues, as in `/child #404-407`."],
  ])("refuse %s", (line, says) => {
    expect(refusal(open({ issues: family }).give(line))).toBe(says);
  });

  test("refuse a parent that the issue waits for, since it is done only after it", () => {
    const { give } = open({ issues: [{ number: 404, blockedBy: blocked(405) }] });
    expect(give("/parent #405 on #404").says).toBe(
      "That would be a cycle, in which nothing can start: #405 → #404 → #405. #404 is a sub-issue of #405, which is done only after it.",
    );
    expect(give("/parent #404 on #405").kind).toBe("done");
  });

  test("refuse members of one command that would be inside each other", () => {
    const { give } = open({ issues: family });
    expect(give("/child #406 on #404").says).toBe(
      "#404 is inside #406 already, through #405: #406 can't be a sub-issue of it.",
    );
  });

  test("are for triage", () => {
    const { give } = open({ issues: [{ number: 404, author: "guest" }] });
    expect(give("/parent #405 on #404", guest).kind).toBe("forbidden");
    expect(give("/child #405 on #404", guest).kind).toBe("forbidden");
    expect(give("/parent #405 on #404", bob).kind).toBe("done");
  });
});

describe("/duplicate-of", () => {
  const close = { kind: "close", issue: 404, reason: "duplicate", duplicateOf: 405 };

  test("closes the issue in favour of the other", () => {
    const { give } = open();
    expect(give("/duplicate-of #405 on #404")).toMatchObject({
      kind: "done",
      says: null,
      edits: [close],
    });
    expect(give("/duplicate-of #405 on #404")).toMatchObject({
      kind: "already",
      says: "#404 is closed as a duplicate of #405 already.",
      edits: [],
    });
  });

  test("tells what waited, and how it may wait on", () => {
    const issues = [406, 407, 408].map((number) => ({ number, blockedBy: blocked(404) }));
    const { give } = open({ issues: [...issues, { number: 405, blockedBy: blocked(404) }] });
    expect(give("/duplicate-of #405 on #404").says).toBe(
      "#406-#408 waited for #404 and no longer do. If they should wait for #405 now: `/blocked-by #405 on #406-408`.",
    );
  });

  test("tells that the other is a duplicate itself", () => {
    const other = {
      number: 405,
      state: "closed",
      stateReason: "duplicate",
      duplicateOf: 406,
    } as const;
    expect(open({ issues: [other] }).give("/duplicate-of #405 on #404").says).toBe(
      "#405 is itself a duplicate of #406.",
    );
  });

  test.each([
    ["/duplicate-of #404 on #404", "#404 can't be a duplicate of itself."],
    ["/duplicate-of #407 on #404", "#407 is closed as a duplicate of #404: reopen it first."],
    ["/duplicate-of #405, #406", "Name one issue only, as in `/duplicate-of #311`."],
  ])("refuses %s", (line, says) => {
    const other = {
      number: 407,
      state: "closed",
      stateReason: "duplicate",
      duplicateOf: 404,
    } as const;
    expect(refusal(open({ issues: [other] }).give(line))).toBe(says);
  });

  test("is for triage", () => {
    const { give } = open({ issues: [{ number: 404, author: "guest" }] });
    expect(give("/duplicate-of #405 on #404", guest).kind).toBe("forbidden");
  });
});
