import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "#test";
import { proposalBranch } from "../../src/domain/proposal.ts";
import { type FailureCase, failurePolicy } from "../../src/engine/failure-policy.ts";
import { type FailureWorld, planDocument, withPlan } from "./failures-world.ts";
import { statusIssuesOf } from "./lifecycle-world.ts";

type Scenario = (world: FailureWorld) => Promise<void>;

const reads = { operation: "ReadRepository" } as const;

/** Something strikes the next sync; in the end all is as if nothing had. */
function passing(strike: (world: FailureWorld) => { readonly struck: number }): Scenario {
  return async (world) => {
    const fault = strike(world);
    world.close(1);
    await world.settle();
    expect(fault.struck).toBe(1);
    world.expectDone(1);
  };
}

/** The test's own time limit ends a wait in vain. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await pause(5);
}

/** While a limit lasts nothing is sent, whatever happens. */
function limited(strike: (world: FailureWorld) => { readonly struck: number }): Scenario {
  return async (world) => {
    const { sandbox, close } = world;
    const fault = strike(world);
    const mark = sandbox.calls.mark();
    close(1);
    await until(() => fault.struck > 0);
    close(2);
    await sandbox.settled();
    expect(sandbox.calls.since(mark)).toHaveLength(1);
    await world.settle();
    world.expectDone(2);
  };
}

/** Written nowhere while `begin` holds, and made up for after `end` and another event. */
function interrupted(
  begin: (world: FailureWorld) => void,
  end: (world: FailureWorld) => void,
): Scenario {
  return async (world) => {
    begin(world);
    world.close(1);
    await world.settle();
    end(world);
    world.person.closeIssue(world.repo, 2);
    await world.settle();
    world.expectDone(2);
  };
}

const scenarios: Readonly<Record<Exclude<FailureCase, "unauthorized" | "unknown">, Scenario>> = {
  "primary-limit": limited(({ sandbox }) => {
    const reset = Math.floor(sandbox.clock.now().getTime() / 1000) + 2;
    return sandbox.faults.limit(reads, { kind: "primary", reset });
  }),
  "secondary-limit": limited(({ sandbox }) =>
    sandbox.faults.limit(reads, { kind: "secondary", retryAfterSeconds: 3 }),
  ),
  "server-error": passing(({ sandbox }) => sandbox.faults.fail(reads, { status: 502 })),
  timeout: passing(({ sandbox }) => sandbox.faults.fail(reads, { status: 504 })),
  "connection-lost": passing(({ sandbox }) => sandbox.faults.drop(reads, "before")),
  "partial-answer": passing(({ sandbox, person, admin, repo }) => {
    const { number } = person.createIssue(repo, { title: "Soon gone" });
    person.closeIssue(repo, number);
    return sandbox.faults.before(reads, () => admin.deleteIssue(repo, number));
  }),
  suspended: interrupted(
    ({ sandbox, installation }) => sandbox.suspend(installation),
    ({ sandbox, installation }) => sandbox.unsuspend(installation),
  ),
  missing: interrupted(
    ({ sandbox, installation, repo }) => sandbox.removeRepository(installation, repo),
    ({ sandbox, installation, repo }) => sandbox.addRepository(installation, repo),
  ),
  "missing-part": async (world) => {
    const { sandbox, admin, repo } = world;
    const [status] = statusIssuesOf(sandbox, repo);
    const remove = () => admin.deleteIssue(repo, status?.number ?? 0);
    await passing(() => sandbox.faults.before({ operation: "EditIssueBody" }, remove))(world);
  },
  moved: async (world) => {
    const { sandbox, admin, repo } = world;
    sandbox.faults.loseDeliveries({ event: "repository" });
    const fault = sandbox.faults.before(reads, () => admin.renameRepository(repo, "moved"));
    world.close(1);
    await world.settle();
    expect(fault.struck).toBe(1);
    expect(sandbox.world.text("acme/moved", planDocument)).toContain("1/4 (25%)");
    expect(statusIssuesOf(sandbox, "acme/moved")[0]?.body).toContain("1 of 4 (25%)");
  },
  archived: interrupted(
    ({ sandbox, admin, repo }) => {
      sandbox.faults.before({ operation: "CommitFiles" }, () => admin.archiveRepository(repo));
    },
    ({ admin, repo }) => admin.unarchiveRepository(repo),
  ),
  "issues-disabled": interrupted(
    ({ sandbox, admin, repo }) => {
      sandbox.faults.before({ operation: "EditIssueBody" }, () => admin.disableIssues(repo));
    },
    ({ admin, repo }) => admin.enableIssues(repo),
  ),
  "stale-head": passing(({ sandbox, person, repo }) =>
    sandbox.faults.before({ operation: "CommitFiles" }, () => {
      person.push(repo, { "other.txt": "1" }, "Meanwhile");
    }),
  ),
  "protected-branch": refusedOnce(({ sandbox, repo }) => sandbox.world.protectBranch(repo, "main")),
  "branch-rules": refusedOnce(({ sandbox, repo }) => {
    sandbox.world.addRuleset(repo, { rules: [{ type: "pull_request" }] });
  }),
  forbidden: async (world) => {
    const { sandbox, installation } = world;
    sandbox.setPermissions(installation, { contents: "read" });
    world.close(1);
    await world.settle();
    expect(world.statusOf(world.repo)).toContain("1 of 4 (25%)");
    expect(world.statusOf(world.repo)).toContain("GitHub refused to commit");
    sandbox.setPermissions(installation, { contents: "write" });
    world.close(2);
    await world.settle();
    world.expectDone(2);
  },
  locked: async (world) => {
    const { person, repo } = world;
    person.comment(repo, 1, "/hold");
    person.lockIssue(repo, 1);
    world.close(2);
    await world.settle();
    world.expectDone(1);
  },
  invalid: async (world) => {
    const { sandbox, repo } = world;
    sandbox.world.protectBranch(repo, "main");
    const theirs = { title: "Theirs", body: "", base: "main", head: proposalBranch };
    sandbox.faults.before({ operation: "OpenPullRequest" }, () => {
      world.person.createPullRequest(repo, theirs);
    });
    world.close(1);
    await world.settle();
    expect(pullsOf(world)).toHaveLength(1);
    expect(world.statusOf(repo)).toContain("1 of 4 (25%)");
    expect(world.statusOf(repo)).toMatch(/refused too: .*pull request already exists/);
  },
};

function refusedOnce(refuse: (world: FailureWorld) => void): Scenario {
  return async (world) => {
    refuse(world);
    world.close(1);
    await world.settle();
    const [pull] = pullsOf(world);
    expect(world.statusOf(world.repo)).toContain("1 of 4 (25%)");
    expect(world.statusOf(world.repo)).toContain(`[#${pull?.number}]: ../issues/`);
    world.person.mergePullRequest(world.repo, pull?.number ?? 0);
    await world.settle();
    expect(world.sandbox.world.text(world.repo, planDocument)).toContain("1/4 (25%)");
  };
}

function pullsOf({ sandbox, repo }: FailureWorld) {
  return [...sandbox.world.repository(repo).issues.values()].filter(({ pull }) => pull !== null);
}

describe("a repository that meets", () => {
  test.each(Object.entries(scenarios))("%s is true in the end", async (_case, scenario) => {
    await withPlan(scenario);
  });
});

test("a repository in trouble holds up no other", async () => {
  await withPlan(async (world) => {
    const { sandbox, installation } = world;
    const other = world.createRepository("other");
    const trouble = { ...reads, repository: world.repo };
    const fault = sandbox.faults.fail(trouble, { status: 502 }, "always");
    world.close(1);
    sandbox.addRepository(installation, other);
    await until(() => world.statusOf(other)?.includes("0 of 4") === true);
    expect(fault.struck).toBeGreaterThan(0);
    expect(world.statusOf(world.repo)).toContain("0 of 4");
    fault.remove();
    await world.settle();
    world.expectDone(1);
  });
});

test("each row of the policy says what was answered, when it is tried again and who learns of it", () => {
  for (const row of Object.values(failurePolicy)) {
    expect(row).toMatchObject({
      answer: expect.stringMatching(/\w{3}/),
      again: expect.stringMatching(/\w{3}/),
      told: expect.stringMatching(/\w{3}/),
    });
  }
});
