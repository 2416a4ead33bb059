import { describe, expect, test } from "#test";
import type { ObservedIssue, ObservedVersion } from "../../src/domain/observation.ts";
import type { Change } from "../../src/engine/change.ts";
import { mendLostEdits } from "../../src/engine/mend-lost-edits.ts";
import type { SyncSources } from "../../src/engine/read-sources.ts";
import { memoryOf, observedIssue } from "./observation-builder.ts";

const versions: readonly ObservedVersion[] = [
  { text: "It is slow.\n\n- [ ] mend", isOurs: true },
  { text: "Read this.\nIt is slow.", isOurs: false },
  { text: "It is slow.", isOurs: false },
];
const mended = "Read this.\nIt is slow.\n\n- [ ] mend";
const ownEditAt = "2025-11-10T09:00:00Z";
const written = observedIssue(1, { body: versions[0]?.text ?? "", ownEditAt });

interface World {
  readonly issue?: ObservedIssue;
  readonly known?: ObservedIssue | null;
  readonly isObserving?: boolean;
  readonly ownTexts?: ReadonlyMap<string, string>;
  readonly now?: string;
  /** What stands in the issue when it is written. */
  readonly standing?: string;
}

async function mendIn({ issue = written, known = null, standing = issue.body, ...more }: World) {
  const asked: string[] = [];
  const changes: Change[] = [];
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const reader = {
    readVersions: async (_address: object, ids: readonly string[]) => {
      asked.push(...ids);
      return new Map(ids.map((id) => [id, versions]));
    },
  };
  const applier = {
    apply: async (_address: object, change: Change) => {
      changes.push(change);
      const edited = change.kind === "edit-issue-body" ? change.edit(standing) : undefined;
      return { kind: "issue-edited", body: edited ?? standing } as const;
    },
  };
  const sources = {
    ...{ memory: memoryOf([issue]), known: known && memoryOf([known]) },
    ...{ unmended: new Map(), texts: [] },
  } as unknown as SyncSources;
  const { now = "2025-11-10T10:00:00Z", isObserving = false, ownTexts = new Map() } = more;
  const ports = { reader, applier, log, clock: { now: () => now } };
  const address = { installation: 1, owner: "acme", name: "plan" };
  const mending = { ports, address, isObserving, ownTexts } as unknown as Parameters<
    typeof mendLostEdits
  >[0];
  const after = await mendLostEdits(mending, sources);
  const body = after.memory.issues.get(issue.number)?.body;
  return { asked, changes, body, unmended: [...after.unmended] };
}

describe("an edit that was written over", () => {
  test("is given back, and the job goes on with the mended text", async () => {
    const { changes, body, unmended } = await mendIn({});
    expect(changes).toMatchObject([{ kind: "edit-issue-body", issueId: written.id }]);
    expect([body, unmended]).toEqual([mended, []]);
  });

  test("is not written in a dry run, which computes as if it were, and knows what there is", async () => {
    const { changes, body, unmended } = await mendIn({ isObserving: true });
    expect(changes).toEqual([]);
    expect([body, unmended]).toEqual([mended, [[1, written.body]]]);
  });

  test("is joined with what somebody has written again meanwhile", async () => {
    const { body } = await mendIn({ standing: `${written.body}\n- [ ] tell` });
    expect(body).toBe(`${mended}\n- [ ] tell`);
  });

  test("is not given back twice where somebody has given it back meanwhile", async () => {
    const { body } = await mendIn({ standing: `${mended}\n- [ ] tell` });
    expect(body).toBe(`${mended}\n- [ ] tell`);
  });

  test("is given up where somebody has written something else meanwhile", async () => {
    const { body } = await mendIn({ standing: "Something else." });
    expect(body).toBe("Something else.");
  });
});

describe("nobody asks for the history of a text", () => {
  test.each<[string, World]>([
    ["that is as remembered", { known: written }],
    ["that this job wrote itself", { ownTexts: new Map([[written.id, written.body]]) }],
    ["that Milepost did not edit last", { issue: { ...written, ownEditAt: null } }],
    ["that Milepost edited some days ago", { now: "2025-11-13T09:00:01Z" }],
  ])("%s", async (_name, world) => {
    expect(await mendIn(world)).toMatchObject({ asked: [], changes: [] });
  });
});
