import { describe, expect, test } from "#test";
import { defaultConfig } from "../../src/config/defaults.ts";
import type { ObservedProposal } from "../../src/domain/proposal.ts";
import { computePlan } from "../../src/engine/compute-plan.ts";
import { decideCommit } from "../../src/engine/decide-commit.ts";
import { nothingChosen } from "../../src/engine/find-documents.ts";
import { gitBlobOid } from "../../src/engine/git-blob.ts";
import type { RepositoryMemory } from "../../src/engine/repository-memory.ts";
import { emptyNotebook } from "../../src/facts/notebook.ts";
import {
  memoryOf,
  observedIssue,
  observedMilestone,
  observedRepository,
} from "./observation-builder.ts";

const bytes = new TextEncoder().encode("new");
const files = [{ path: "plan.md", bytes }];
const now = "2025-11-10T10:00:00Z";
const open: ObservedProposal = {
  branch: { headOid: "p1", committedAt: "2025-11-10T09:30:00Z", isOurs: true },
  pullRequest: { id: "PR_1", number: 9, state: "open" },
};
const refusal = { branch: "main", at: "2025-11-10T08:00:00Z", because: "no" };
const said = { headOid: "p1", files: [{ path: "plan.md", oid: gitBlobOid(bytes) }] };

interface Situation extends Partial<Omit<RepositoryMemory, "files">> {
  readonly lastCommitAt?: string;
  readonly proposal?: ObservedProposal;
  readonly isClosed?: boolean;
  readonly files?: typeof files;
  readonly at?: string;
}

function decide({ lastCommitAt, proposal, isClosed, at = now, ...more }: Situation) {
  const issue = observedIssue(1, {
    milestone: 1,
    ...(isClosed && { state: "closed", stateReason: "completed", closedAt: now }),
  });
  const repository = observedRepository({
    issueCount: 2,
    milestones: [observedMilestone(1)],
    lastCommitAt: lastCommitAt ?? null,
    proposal: proposal ?? null,
  });
  const { files: differing = files, ...known } = more;
  const memory = memoryOf([issue, observedIssue(2)], { repository, ...known });
  const sources = {
    ...{
      known: null,
      unmended: new Map(),
      memory,
      config: defaultConfig,
      hasConfigFile: true,
      configErrors: [],
    },
    ...{ files: new Map(), texts: [], settings: null, hasOwnersSettings: false },
    choice: nothingChosen.choice,
  };
  const plan = computePlan(sources, emptyNotebook, "2025-11-10");
  return decideCommit({
    ...{ files: differing, filesAsProposed: differing, plan, memory, now: at },
    ...{ everyMinutes: 60, isUnsure: false, isOffer: false },
  });
}

const minute = 60_000;

describe("the interval between commits", () => {
  test("is kept by the last commit in the history alone", () => {
    const lastCommitAt = "2025-11-10T09:40:00Z";
    expect(decide({ lastCommitAt })).toEqual({ kind: "later", milliseconds: 40 * minute });
    expect(decide({ lastCommitAt: "2025-11-10T09:00:00Z" })).toMatchObject({ kind: "now" });
    expect(decide({})).toMatchObject({ kind: "now", direct: { branch: "main" } });
  });

  test("counts the pull request's last commit too, whichever is later", () => {
    const refusals = [refusal];
    const later = { kind: "later", milliseconds: 30 * minute };
    expect(decide({ proposal: open, refusals })).toEqual(later);
    const lastCommitAt = "2025-11-10T09:10:00Z";
    expect(decide({ proposal: open, refusals, lastCommitAt })).toEqual(later);
  });

  test("does not hold up a milestone's completion", () => {
    const milestone = { number: 1, title: "M1", isComplete: false };
    const count = { done: { low: 0, high: 0 }, total: { low: 1, high: 1 }, percent: 0 };
    const committed = { unit: "issues" as const, milestones: [{ ...milestone, count }] };
    const lastCommitAt = "2025-11-10T09:59:00Z";
    expect(decide({ lastCommitAt, committed, isClosed: true })).toMatchObject({ kind: "now" });
  });
});

describe("a branch that refused", () => {
  test("is left alone for a day, then tried again", () => {
    const refusals = [refusal];
    expect(decide({ refusals })).toMatchObject({ direct: null, proposal: { expectedHead: null } });
    const tomorrow = decide({ refusals, at: "2025-11-11T08:00:00Z" });
    expect(tomorrow).toMatchObject({ direct: { kind: "commit-files" } });
  });

  test("waits for people while the pull request says it already", () => {
    const known = { proposal: open, refusals: [refusal] };
    expect(decide({ ...known, proposed: said })).toEqual({ kind: "waits" });
    const elsewhere = { ...said, headOid: "p0" };
    expect(decide({ ...known, proposed: elsewhere })).toMatchObject({ kind: "later" });
  });

  test.each<[string, Situation]>([
    ["refused too", { refusals: [refusal, { ...refusal, branch: "milepost/plan-documents" }] }],
    [
      "closed by a person",
      { proposal: { ...open, pullRequest: { id: "PR_1", number: 9, state: "declined" } } },
    ],
    [
      "on a branch with a person's commits",
      { proposal: { ...open, branch: { headOid: "x", committedAt: now, isOurs: false } } },
    ],
  ])("waits for people where the pull request is %s", (_name, situation) => {
    expect(decide({ refusals: [refusal], ...situation })).toEqual({ kind: "waits" });
  });
});

describe("documents that say it already", () => {
  test("withdraw a pull request that is left over", () => {
    expect(decide({ proposal: open, files: [] })).toMatchObject({
      kind: "nothing",
      withdrawal: { expectedHead: "p1", pullRequestId: "PR_1" },
    });
  });

  test("leave a branch with a person's commits", () => {
    const branch = { headOid: "x", committedAt: now, isOurs: false };
    const left = decide({ proposal: { ...open, branch }, files: [] });
    expect(left).toEqual({ kind: "nothing", withdrawal: null });
  });
});
