import { describe, expect, test } from "#test";
import { createMemoryCache } from "../../src/backends/memory/memory-cache.ts";
import type {
  ObservedFile,
  ObservedIssue,
  ObservedRepository,
} from "../../src/domain/observation.ts";
import type { Applied, Change } from "../../src/engine/change.ts";
import { RefusedError } from "../../src/engine/errors.ts";
import type { Hint } from "../../src/engine/hint.ts";
import type { ReadRequest, RepositoryReader } from "../../src/engine/ports.ts";
import { createSyncJob } from "../../src/engine/sync-job.ts";
import type { SyncReport } from "../../src/engine/sync-report.ts";
import { observedIssue, observedMilestone, observedRepository } from "./observation-builder.ts";

const address = { installation: 1, owner: "o", name: "r" };
const delta: readonly Hint[] = [{ kind: "delta" }];
const config = "documents: [plan.md]\ncommits: {every: 0}\n";
const document = "<!-- milepost:totals milestone=1 -->\n<!-- milepost:end -->\n";
const marker = "<!-- milepost-status-issue -->";
const regions =
  "<!-- milepost:problems -->\n<!-- milepost:end -->\n<!-- milepost:status -->\n<!-- milepost:end -->\n";

/** A host in a few maps: every call answers from what a test put there. */
function createHost() {
  const host = {
    repository: {} as Partial<ObservedRepository>,
    issues: new Map<number, ObservedIssue>(),
    files: new Map<string, { text: string; more?: Partial<ObservedFile> }>(),
    refuse: (_change: Change): Error | null => null,
    failRead: null as Error | null,
    requests: [] as ReadRequest[],
    changes: [] as Change[],
    reports: [] as SyncReport[],
    put: (...issues: ObservedIssue[]) => {
      for (const issue of issues) host.issues.set(issue.number, issue);
    },
    texts: new Map<string, string>(),
  };
  const fileOf = (path: string): ObservedFile | null => {
    const file = host.files.get(path);
    if (!file) return null;
    host.texts.set(`${path} ${file.text}`, file.text);
    const byteSize = file.text.length;
    return { path, oid: `${path} ${file.text}`, byteSize, kind: "file", ...file.more };
  };
  const reader: RepositoryReader = {
    async readRepository(_address, request) {
      host.requests.push(request);
      if (host.failRead) throw host.failRead;
      const all = [...host.issues.values()];
      return {
        repository: observedRepository({
          milestones: [observedMilestone(1)],
          issueCount: all.length,
          ...host.repository,
        }),
        issues:
          request.since === null ? all : all.filter((one) => request.issues.includes(one.number)),
        gone: [],
        texts: [],
        files: new Map(request.paths.map((path) => [path, fileOf(path)])),
      };
    },
    readFiles: async (_address, paths) => new Map(paths.map((path) => [path, fileOf(path)])),
    readBlob: async (_address, oid) => new TextEncoder().encode(host.texts.get(oid) ?? ""),
    listFiles: async () => ({ files: [], isTruncated: false }),
    readTextFile: async () => null,
    readOwnComments: async () => [],
    readVersions: async () => new Map(),
  };
  async function apply(change: Change): Promise<Applied> {
    host.changes.push(change);
    const refusal = host.refuse(change);
    if (refusal) throw refusal;
    switch (change.kind) {
      case "create-issue": {
        const number = Math.max(0, ...host.issues.keys()) + 1;
        host.put(observedIssue(number, { body: change.body, isOurs: true }));
        return { kind: "issue-created", number, issueId: `I_${number}`, body: change.body };
      }
      case "close-issue":
        return { kind: "issue-closed" };
      case "edit-issue-body": {
        const issue = [...host.issues.values()].find((one) => one.id === change.issueId);
        const body = change.edit(issue?.body ?? "") ?? "";
        if (issue) host.put({ ...issue, body });
        return { kind: "issue-edited", body };
      }
      case "pin-issue":
        return { kind: "issue-pinned" };
      case "commit-files":
        for (const { path, bytes } of change.files) {
          host.files.set(path, { text: new TextDecoder().decode(bytes) });
        }
        return { kind: "committed", headOid: "head-2" };
      default:
        throw new Error(`This host knows no ${change.kind}.`);
    }
  }
  const start = () =>
    createSyncJob(
      {
        reader,
        applier: { apply: (_address, change) => apply(change) },
        cache: createMemoryCache(),
        clock: { now: () => "2025-11-10T09:00:00Z" },
        log: { debug() {}, info() {}, warn() {}, error() {} },
        onSynced: (_address, report) => host.reports.push(report),
      },
      {},
    );
  return { host, start };
}

const planned = (number: number, more: Partial<ObservedIssue> = {}) =>
  observedIssue(number, { milestone: 1, ...more });
const closed = {
  state: "closed",
  stateReason: "completed",
  closedAt: "2025-11-10T09:00:00Z",
} as const;

function withDocument() {
  const world = createHost();
  world.host.put(planned(1), planned(2));
  world.host.files.set(".github/milepost.yml", { text: config });
  world.host.files.set("plan.md", { text: document });
  return world;
}

describe("a process that starts where all is up to date", () => {
  test("names what changed since in its first commit", async () => {
    const { host, start } = withDocument();
    await start()(address, delta);
    const job = start();
    await job(address, delta);
    host.put(planned(1, closed));
    await job(address, [{ kind: "issue", number: 1 }]);
    const commits = host.changes.filter((change) => change.kind === "commit-files");
    expect(commits.at(-1)?.headline).toBe("docs(plan): M1 0 → 1 of 2");
  });
});

describe("what Milepost is refused", () => {
  test("a pin does not hold up the status issue", async () => {
    const { host, start } = withDocument();
    host.refuse = ({ kind }) => (kind === "pin-issue" ? new RefusedError("no") : null);
    const job = start();
    await job(address, delta);
    host.put(planned(1, closed));
    await job(address, [{ kind: "issue", number: 1 }]);
    expect(host.issues.get(3)?.body).toContain("1 of 2");
  });
});

describe("a file", () => {
  const huge = { byteSize: 50 * 1024 * 1024 };

  test("that is too large to read is named, and holds up nothing", async () => {
    const { host, start } = withDocument();
    host.files.set("plan.md", { text: document, more: huge });
    await start()(address, delta);
    expect(host.reports.at(-1)?.written).toContain("issue-created");
    const messages = host.reports.at(-1)?.plan?.findings.map(({ message }) => message);
    expect(messages?.join()).toMatch(/plan\.md .*larger than 1 MiB/);
  });

  test.each([
    ["a symbolic link", { kind: "other" as const }, /symbolic link/],
    ["huge", huge, /larger than/],
  ])("of settings that is %s is an error, not taken for none", async (_name, more, said) => {
    const { host, start } = withDocument();
    host.files.set(".github/milepost.yml", { text: config, more });
    await start()(address, delta);
    const [finding] = host.reports.at(-1)?.plan?.findings ?? [];
    expect(finding?.rule).toBe("config-invalid");
    expect(finding?.message).toMatch(said);
  });
});

describe("status issues", () => {
  test("of which there are two are both no work", async () => {
    const { host, start } = withDocument();
    host.put(
      planned(3, { isOurs: true, body: `${marker}\n${regions}` }),
      planned(4, { isOurs: true, body: `${marker}\n${regions}` }),
    );
    await start()(address, delta);
    expect(host.reports.at(-1)?.plan?.totals.total.low).toBe(2);
  });

  test("with broken markers are named where people can still read it", async () => {
    const { host, start } = withDocument();
    host.put(observedIssue(3, { isOurs: true, body: marker }));
    await start()(address, delta);
    const rules = host.reports.at(-1)?.plan?.findings.map(({ rule }) => rule);
    expect(rules).toContain("region-missing");
  });
});

describe("a name", () => {
  test("that now means another repository shows nothing of the first one", async () => {
    const { host, start } = withDocument();
    const job = start();
    await job(address, delta);
    host.repository = { id: "R_2" };
    host.put(planned(1, { title: "Of the other" }));
    await job(address, delta);
    expect(host.reports.at(-1)?.plan?.items.get(1)?.title).toBe("Of the other");
  });
});

describe("a job that is given up", () => {
  test("leaves nothing behind that only its hints would have corrected", async () => {
    const { host, start } = withDocument();
    const job = start();
    await job(address, delta);
    host.failRead = new RefusedError("no");
    await expect(job(address, [{ kind: "issue", number: 1 }])).rejects.toThrow(RefusedError);
    host.failRead = null;
    await job(address, delta);
    expect(host.requests.at(-1)?.since).toBeNull();
  });
});

describe("a repository where nobody plans", () => {
  test("still has a plan to report", async () => {
    const { host, start } = createHost();
    host.repository = { milestones: [] };
    await start()(address, delta);
    expect(host.reports).toMatchObject([{ skipped: "nothing-planned", plan: { milestones: [] } }]);
    expect(host.changes).toEqual([]);
  });
});
