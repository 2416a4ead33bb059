import { describe, expect, test } from "#test";
import type { Actor } from "../../src/commands/permission.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { modelPlan } from "../render/model-plan.ts";
import { buildPlan, type ItemFacts } from "../render/plan-builder.ts";
import { answerTo, ask } from "./ask.ts";

const guest: Actor = { login: "guest", access: "read" };

const why = (number: number, plan: Plan = modelPlan, actor?: Actor) =>
  ask("/why", { plan, thread: number, ...(actor ? { actor } : {}) });

const planOf = (...items: readonly ItemFacts[]) => buildPlan({ items });

describe("/why of the model plan", () => {
  test("tells the whole chain, how far it is, whose move it is, and what helps", () => {
    expect(why(410)).toBe(
      [
        "**#410 waits for 4 issues, and all 4 wait for one: #408** (ready, unassigned).",
        "#408 → (#404-#407) → **#410** → #409",
        "2 steps until it can start. Quickest help: take #408 (`/start on #408`).\nA link is wrong? `/unblock #407 on #410`",
      ].join("\n\n"),
    );
    expect(why(404)).toContain("**#404 waits for #408** (ready, unassigned).");
    expect(why(404)).toContain("1 step until it can start.");
    expect(why(409)).toContain(
      "**#409 waits for #410, behind which stands #408** (ready, unassigned).",
    );
  });

  test("tells what a ready issue frees", () => {
    expect(why(408)).toBe(
      [
        "**#408 can start now.** Frees #404-#407 directly, 6 issues in all, and **M3 Core Loop** waits behind it. Nobody has it yet: `/start on #408`.",
        "**#408** → (#404-#407) → #410 → #409",
      ].join("\n\n"),
    );
    expect(why(411)).toBe(
      "**#411 can start now.** Nothing waits for it. Nobody has it yet: `/start on #411`.",
    );
  });

  test("tells that work is ready in a milestone that waits", () => {
    expect(why(258)).toContain(
      "Nothing waits for it. Its milestone M3 Core Loop waits, though: `/why milestone 3`.",
    );
  });

  test("tells of a milestone what it waits for", () => {
    expect(ask("/why M3", { plan: modelPlan })).toBe(
      [
        "**M3 Core Loop**, 0 of 23, waits for #407, behind #408. Who can free it: #408 (unassigned).",
        "#408 → #407 → **M3 Core Loop**",
        "2 steps until it can start. Quickest help: take #408 (`/start on #408`).",
      ].join("\n\n"),
    );
    expect(ask("/why milestone 2", { plan: modelPlan })).toContain(
      "**M2 Data Foundations** waits for nothing outside: 39 of 50 (78%), open are 3 ready, 6 blocked, 2 epics.\n\n**Next: #408** SQL API Repository Abstraction Layer.",
    );
    expect(ask("/why M4", { plan: modelPlan })).toBe("**M4** has no issues that count yet.");
  });

  test("proposes commands only to those who may give them", () => {
    const answer = why(410, modelPlan, guest);
    expect(answer).toContain("Quickest help: take #408.");
    expect(answer).not.toContain("`/");
    expect(why(408, modelPlan, guest)).toContain("Nobody has it yet.");
  });

  test("writes commands as they begin here", () => {
    const config = { commands: { prefix: "/mp-", disable: [] } };
    const answer = ask("/mp-why", { plan: modelPlan, thread: 410, config });
    expect(answer).toContain("(`/mp-start on #408`)");
    expect(answer).toContain("`/mp-unblock #407 on #410`");
  });

  test("links every reference", () => {
    const { outcome, definitions } = answerTo("/why", { plan: modelPlan, thread: 410 });
    expect(outcome.says).toMatch(/\n\[#408\] → \(\[#404\].*\) → \*\*\[#410\]\*\* → \[#409\]\n/);
    for (const number of [404, 407, 408, 409, 410]) {
      expect(definitions).toContain(`[#${number}]: ../issues/${number}`);
    }
  });
});

describe("/why", () => {
  test.each([
    ["/why", 12],
    ["/why on #12", 1],
    ["/why #12", 1],
    ["/why 12", 1],
    ["/why DB-4", 1],
    ["/why https://github.com/octo/game/issues/12", 1],
  ])("%s in #%i is about #12", (line, thread) => {
    const plan = planOf({ number: 1 }, { number: 12, title: "DB-4: Schema" });
    expect(ask(line, { plan, thread })).toContain("**#12 can start now.**");
  });

  test.each([
    ["/why M1", "**M1 Alpha**"],
    ["/why alpha", "There is no milestone"],
    ["/why 5.1", "**5.1 Store**"],
    ["/why US-1", "**US-1 Sign in**"],
    ["/why milestone 2", "**5.1 Store**"],
    ["/why #99", "is no issue of this repository"],
    ["/why octo/engine#5", "I know only the issues of this repository"],
    ["/why #1 #2", "Ask about one issue, or about several with `/why on #12, #13`."],
    [
      "/why nonsense",
      'There is no milestone "nonsense". Open are: M1 Alpha, 5.1 Store, US-1 Sign in.',
    ],
  ])("%s: %s", (line, says) => {
    const plan = buildPlan({
      milestones: [
        { number: 1, title: "M1 Alpha" },
        { number: 2, title: "5.1 Store" },
        { number: 3, title: "US-1 Sign in" },
      ],
      items: [{ number: 1 }, { number: 2 }],
    });
    expect(ask(line, { plan, thread: 1 })).toContain(says);
  });

  test("asks what is meant where it stands in no issue of the plan", () => {
    expect(answerTo("/why", { plan: modelPlan }).outcome).toEqual({
      kind: "refused",
      says: "Say what you ask about: `/why on #12` or `/why M3`.",
    });
  });

  test("names several beginnings, with whose they are", () => {
    const plan = planOf(
      { number: 1, waitsFor: [2, 3, 4] },
      { number: 2, assignees: ["bob"] },
      { number: 3, isInProgress: true, assignees: ["carol"] },
      { number: 4, isOnHold: true, holdReason: "the @vendor is late" },
    );
    expect(why(1, plan)).toContain(
      "**#1 waits for 3 issues:** #2 (ready, bob), #3 (in progress, carol), #4 (on hold, unassigned: the @&#8203;vendor is late).",
    );
    expect(why(1, plan)).toContain("Quickest help: #2, which bob can start.");
  });

  test("tells how many stand at the beginning where that is further back", () => {
    const plan = planOf(
      { number: 1, waitsFor: [2] },
      { number: 2, waitsFor: [3, 4] },
      { number: 3, isInProgress: true, assignees: ["carol"] },
      { number: 4, isOnHold: true },
    );
    expect(why(1, plan)).toContain(
      "**#1 waits for #2, and in the end for these 2:** #3 (in progress, carol), #4 (on hold, unassigned).",
    );
    expect(why(1, plan)).toContain("Quickest help: lend a hand with #3 (carol).");
  });

  test("tells when it comes down to one of those it waits for", () => {
    const plan = planOf(
      { number: 1, waitsFor: [2, 3] },
      { number: 2, waitsFor: [3] },
      { number: 3 },
    );
    expect(why(1, plan)).toContain(
      "**#1 waits for 2 issues, and it comes down to one: #3** (ready, unassigned).",
    );
  });

  test.each<[string, Partial<ItemFacts>, string]>([
    [
      "on hold",
      { isOnHold: true, holdReason: "no budget" },
      "settle why #2 is on hold: no budget.",
    ],
    ["an epic", { isTracker: true }, "close the epic #2 if its work is done."],
    [
      "blocked out of sight",
      { hiddenBlockers: 1 },
      "look at #2, which waits for something that I can't see.",
    ],
  ])("says what helps where the beginning is %s", (_, facts, help) => {
    const plan = planOf({ number: 1, waitsFor: [2] }, { number: 2, ...facts });
    expect(why(1, plan)).toContain(`Quickest help: ${help}`);
  });

  test("says whom to ask where another repository is first", () => {
    const foreign = { reference: "octo/engine#5", title: "E", url: null, state: "open" } as const;
    const plan = buildPlan({
      items: [{ number: 1, waitsFor: ["octo/engine#5"] }],
      foreign: new Map([["octo/engine#5", foreign]]),
    });
    const answer = why(1, plan);
    expect(answer).toContain("waits for `octo/engine#5`** (in another repository).");
    expect(answer).toContain("Quickest help: ask about `octo/engine#5` over there.");
  });

  test("names a circle instead of a way out", () => {
    const plan = planOf({ number: 1, waitsFor: [2] }, { number: 2, waitsFor: [1] });
    expect(why(1, plan)).toContain("**#1 waits for #2.**");
    expect(why(1, plan)).toContain("#1 and #2 wait for each other, so none of them can start");
    expect(why(1, plan)).not.toContain("Quickest help");
  });

  test("tells of blockers that it may not show", () => {
    expect(why(1, planOf({ number: 1, hiddenBlockers: 2 }))).toBe(
      "**#1 waits** for 2 issues that I may not show here.",
    );
    const plan = planOf({ number: 1, hiddenBlockers: 1, waitsFor: [2] }, { number: 2 });
    expect(why(1, plan)).toContain(
      "**#1 waits for #2** (ready, unassigned). It waits, too, for 1 issue that I may not show here.",
    );
  });

  test("does not offer to take off what stands in words only", () => {
    const plan = planOf({ number: 2 }, { number: 1, waitsFor: [2] });
    const inWords = {
      ...plan,
      items: new Map(
        [...plan.items].map(([number, item]) => [
          number,
          {
            ...item,
            dependencies: item.dependencies.map(({ on }) => ({ on, origin: "text" as const })),
          },
        ]),
      ),
    };
    expect(why(1, plan)).toContain("/unblock");
    expect(why(1, inWords)).not.toContain("/unblock");
  });

  test("tells of work that was begun while it waits, and of notes", () => {
    const plan = planOf(
      { number: 1, waitsFor: [2], isInProgress: true, assignees: ["ada"], note: "ask <b>bob</b>" },
      { number: 2 },
    );
    expect(why(1, plan)).toMatch(/^#1 has been started all the same \(ada\)\./);
    expect(why(1, plan)).toMatch(/\n\nNote: ask &lt;b>bob&lt;\/b>$/);
  });

  test("tells of what is in progress or on hold", () => {
    const plan = planOf(
      { number: 1, isInProgress: true, assignees: ["bob"] },
      { number: 2, isOnHold: true, holdReason: "no budget", waitsFor: [1] },
      { number: 3, assignees: ["bob"] },
    );
    expect(why(1, plan)).toContain("**#1 is in progress** (bob). Frees #2 directly.");
    expect(why(2, plan)).toMatch(
      /^\*\*#2 is on hold\*\* \(unassigned\): no budget\. `\/resume on #2` takes it up again\.\n\n\*\*#2 waits for #1\*\*/,
    );
    expect(why(3, plan)).toContain("It is assigned to bob.");
  });

  test("tells what an epic is made of", () => {
    const plan = planOf(
      { number: 1, isTracker: true },
      { number: 2, parent: 1, resolution: "completed" },
      { number: 3, parent: 1 },
      { number: 4, parent: 1, waitsFor: [3] },
      { number: 5, isTracker: true },
      { number: 6, isTracker: true },
      { number: 7, parent: 6, resolution: "completed" },
      { number: 8, isTracker: true },
      { number: 9, parent: 8, waitsFor: [3] },
    );
    expect(why(1, plan)).toBe("**#1 is an epic:** 1 of 3 of its issues are done. Ready: #3.");
    expect(why(5, plan)).toContain("it has no sub-issues that count.");
    expect(why(6, plan)).toBe("**#6 is an epic:** its work is done (1 of 1). Close it.");
    expect(why(8, plan)).toContain("0 of 1 of its issues are done. Open, none of them ready: #9.");
  });

  test("tells what became of a closed issue", () => {
    const plan = planOf(
      { number: 1, resolution: "completed", closedOn: "2025-11-08" },
      { number: 2, resolution: "dropped", dropReason: "nobody asked for it" },
      { number: 3, resolution: "duplicate", duplicateOf: 1 },
      { number: 4, resolution: "duplicate" },
    );
    expect(why(1, plan)).toBe(
      "**#1 is done, closed on 2025-11-08.** Nothing waits for it any more.",
    );
    expect(why(2, plan)).toBe(
      "**#2 was dropped**: nobody asked for it. It does not count, and nothing waits for it.",
    );
    expect(why(3, plan)).toBe("**#3 is a duplicate of #1.** It does not count.");
    expect(why(4, plan)).toContain("a duplicate of another issue");
  });

  test("tells of a complete milestone when that was", () => {
    const plan = buildPlan({
      milestones: [{ number: 1, title: "M1", dueOn: "2025-11-10" }],
      items: [{ number: 1, milestone: 1, resolution: "completed", closedOn: "2025-11-08" }],
    });
    expect(ask("/why M1", { plan })).toBe(
      "**M1** is complete: 1 of 1 (100%), 2025-11-08, 2 days early.",
    );
  });

  test("shows the ends of a long chain", () => {
    const chain = Array.from({ length: 40 }, (_, index) => ({
      number: index + 1,
      ...(index > 0 ? { waitsFor: [index] } : {}),
    }));
    expect(why(20, planOf(...chain))).toContain(
      "#1 → … 13 more … → #15 → #16 → #17 → #18 → #19 → **#20** → #21 → #22 → #23 → #24 → #25 → #26 → … 14 more",
    );
  });

  test("is short in a plan of 20,000 linked issues", () => {
    const items = Array.from({ length: 20_000 }, (_, index) => ({
      number: index + 1,
      ...(index > 0
        ? { waitsFor: [Math.floor(index / 2) + 1, index].slice(0, 1 + (index % 2)) }
        : {}),
    }));
    expect(why(20_000, planOf(...items)).length).toBeLessThan(1500);
  });
});
