import { expect, test } from "#test";
import { defaultConfig } from "../../../src/config/defaults.ts";
import type { Change } from "../../../src/engine/change.ts";
import { checkPullRequests } from "../../../src/engine/checks/check-pull-requests.ts";
import { modelPlan } from "../../render/model-plan.ts";

const paths = ["docs/a.md", "docs/b.md", "docs/c.md"];
const byteSize = 1024 * 1024;

/** As much of the engine's ports as a check asks for. */
function checking(changes: Change[], read: string[]) {
  const reader = {
    readBlob: async (_address: unknown, oid: string) => {
      read.push(oid);
      return new TextEncoder().encode("# Plan\n");
    },
  };
  const pullRequests = {
    readHead: async () => ({ isOpen: true, headOid: "h", paths: new Set(paths) }),
    readFilesAt: async () =>
      new Map(paths.map((path) => [path, { kind: "file", path, oid: path, byteSize }])),
  };
  const applier = {
    apply: async (_address: unknown, change: Change) => {
      changes.push(change);
      return { kind: "check-reported", isWritten: true };
    },
  };
  const configured = paths.map((path) => ({ path }));
  const sources = { config: defaultConfig, configErrors: [], choice: { configured } };
  const run = { ports: { reader, pullRequests, applier }, address: {}, sources, plan: modelPlan };
  return run as unknown as Parameters<typeof checkPullRequests>[0];
}

test("of one pull request no more than two megabytes are read, and what is left out is named", async () => {
  const changes: Change[] = [];
  const read: string[] = [];
  await checkPullRequests(checking(changes, read), [{ kind: "pull-request", number: 7 }]);
  expect(read).toEqual(["docs/a.md", "docs/b.md"]);
  const [change] = changes;
  expect(change?.kind === "report-check" && change.report.conclusion).toBe("neutral");
  expect(change?.kind === "report-check" && change.report.summary).toContain(
    "- docs/c.md: not read, because it is no regular file, larger than 1 MiB, or beyond the 2 MiB",
  );
});
