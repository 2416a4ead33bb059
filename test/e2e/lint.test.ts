import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "#test";
import { type LintOptions, lint } from "../../src/cli/lint/lint.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { readSurfaces } from "../../src/cli/play/read-surfaces.ts";
import { appToken } from "../conversations/other-app.ts";
import { modelDocument, withPlayground } from "./model-playground.ts";

/** Of the model plan: 39 of 50 are done, among them #311; #404 is open. */
const wrong =
  "# M2 Data Foundations\n\n> **Status:** 38/50 (76%)\n\n- [ ] #311 OTel\n- [ ] #404 Player\n";
const right = wrong.replace("38/50 (76%)", "39/50 (78%)").replace("[ ] #311", "[x] #311");

interface Linted {
  readonly isClean: boolean;
  readonly text: string;
  readonly said: readonly string[];
  /** What the file holds afterwards. */
  readonly after: string;
  readonly writes: number;
  readonly reads: number;
}

async function lintAt(
  { sandbox, seeded }: Playground,
  text: string,
  options: LintOptions = {},
): Promise<Linted> {
  const root = await mkdtemp(join(tmpdir(), "milepost-lint-"));
  try {
    await writeFile(join(root, "plan.md"), text);
    const env = {
      GH_TOKEN: await appToken(sandbox, "by-hand", "example"),
      GITHUB_API_URL: sandbox.url,
    };
    const [written, said]: [string[], string[]] = [[], []];
    const mark = sandbox.calls.mark();
    const isClean = await lint(
      ["plan.md"],
      { repository: seeded.nameWithOwner, ...options },
      { ...{ root, env }, write: (part) => written.push(part), say: (line) => said.push(line) },
    );
    const calls = sandbox.calls.since(mark);
    const count = (kind: string) => calls.filter((call) => call.kind === kind).length;
    const after = await readFile(join(root, "plan.md"), "utf8");
    const report = written.join("");
    return { isClean, text: report, said, after, writes: count("write"), reads: count("read") };
  } finally {
    await rm(root, { recursive: true });
  }
}

describe("milepost lint --repository", () => {
  test("finds what GitHub contradicts, fails, and writes nothing anywhere", async () => {
    await withPlayground({}, async (playground) => {
      const linted = await lintAt(playground, wrong);
      expect(linted.isClean).toBe(false);
      expect(linted.text).toContain("  3: error, count-differs: Line 3 says 38/50 (76%)");
      expect(linted.text).toContain("  5: error, state-differs: #311 is not done on line 5");
      expect(linted.text).toContain("1 document: 2 errors.");
      expect(linted).toMatchObject({ after: wrong, writes: 0, said: [] });
      expect(linted.reads).toBeGreaterThan(0);
    });
  });

  test("passes a document that is true", async () => {
    await withPlayground({}, async (playground) => {
      expect(await lintAt(playground, right)).toMatchObject({
        ...{ isClean: true, text: "1 document: no findings.\n", after: right, writes: 0 },
      });
    });
  });

  test("with --fix writes the file and nothing on GitHub, and says what is left", async () => {
    await withPlayground({}, async (playground) => {
      const before = readSurfaces(playground);
      const fixed = await lintAt(playground, wrong, { fix: true });
      expect(fixed).toMatchObject({
        ...{ isClean: false, writes: 0, said: ["plan.md: 1 finding fixed."] },
        after: wrong.replace("[ ] #311", "[x] #311"),
      });
      expect(fixed.text).toContain("1 document: 1 error.");
      await playground.settle();
      const after = readSurfaces(playground);
      expect(after.statusIssue?.body).toBe(before.statusIssue?.body);
      expect(after.documents.get(modelDocument)).toEqual(before.documents.get(modelDocument));
    });
  });

  test("says which repository has nothing to compare with", async () => {
    await withPlayground({}, async (playground) => {
      const { sandbox } = playground;
      sandbox.world.withoutWebhooks(() =>
        sandbox.world.createRepository({ owner: "example", name: "empty", files: {} }),
      );
      await expect(lintAt(playground, right, { repository: "example/empty" })).rejects.toThrow(
        "example/empty has no plan to compare with",
      );
    });
  });
});
