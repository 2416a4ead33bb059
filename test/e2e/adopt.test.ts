import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "#test";
import { adopt } from "../../src/cli/adopt/adopt.ts";
import { parseRepository } from "../../src/cli/github-access.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { readCase } from "../adopt/adoption.ts";
import { bytes, withPlayground } from "./model-playground.ts";
import { accessTo } from "./preview-at-sandbox.ts";

const settings = { ".github/milepost.yml": bytes("# Ours.\n") };

async function withPlan(text: string, run: (file: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "milepost-adopt-"));
  try {
    const file = join(dir, "plan.md");
    await writeFile(file, text);
    await run(file);
  } finally {
    await rm(dir, { recursive: true });
  }
}

async function adoptAt(
  { sandbox, seeded }: Playground,
  file: string,
  options: { readonly milestone?: string; readonly write: boolean },
): Promise<string> {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  const access = await accessTo(sandbox, "example");
  await adopt(file, parseRepository(seeded.nameWithOwner), access, { ...options, print });
  return lines.join("\n");
}

const plan = "# M2\n\nOurs.\n\n**Remaining:** 11 issues\n\n**Complete (39/50):** 39 closed\n";

describe("adopt", () => {
  test("shows what it would do, and writes neither the file nor anything on GitHub", async () => {
    await withPlayground({ files: settings }, async (playground) => {
      await withPlan(plan, async (file) => {
        const mark = playground.sandbox.calls.mark();
        const said = await adoptAt(playground, file, { milestone: "M2", write: false });
        const writes = playground.sandbox.calls.since(mark).filter(({ kind }) => kind === "write");
        expect(writes).toEqual([]);
        expect(await readFile(file, "utf8")).toBe(plan);
        expect(said).toContain('Line 5 becomes the region "remaining".');
        expect(said).toContain("+**Remaining:** 11 issues: 7 Dual Persistence");
        expect(said).toContain("Nothing was written. Run it again with --write");
      });
    });
  });

  test("writes the file when told to, says how to name it, and has nothing to add then", async () => {
    await withPlayground({ files: settings }, async (playground) => {
      await withPlan(plan, async (file) => {
        const said = await adoptAt(playground, file, { milestone: "M2", write: true });
        const written = await readFile(file, "utf8");
        expect(written).toContain(
          "# M2\n\nOurs.\n\n<!-- milepost:remaining -->\n**Remaining:** 11",
        );
        expect(said).toMatch(/documents:\n {2}- path: \S+plan\.md\n {4}milestone: \d+\n/);
        const again = await adoptAt(playground, file, { milestone: "M2", write: true });
        expect(again).toContain("Nothing in it is what a block would say.");
        expect(await readFile(file, "utf8")).toBe(written);
      });
    });
  });

  test("reads a real plan against the issues that are there", async () => {
    await withPlayground({ files: settings }, async (playground) => {
      await withPlan(readCase("plans/m2-data-foundations.md"), async (file) => {
        await adoptAt(playground, file, { milestone: "M2", write: true });
        const written = await readFile(file, "utf8");
        expect(written).toContain("> **Status:** 39/50 (78%) · 3 ready · 6 blocked");
        expect(written).toContain("**Migration Risk**: #410 script may reveal schema issues");
      });
    });
  });

  test.each([
    ["M9", '"M9" is no milestone. Give --milestone one of: "M2 Data Foundations"'],
    ["M", '"M" fits several milestones.'],
  ])("names the milestones there are where %s is none of them", async (milestone, reason) => {
    await withPlayground({ files: settings }, async (playground) => {
      await withPlan(plan, async (file) => {
        await expect(adoptAt(playground, file, { milestone, write: true })).rejects.toThrow(reason);
        expect(await readFile(file, "utf8")).toBe(plan);
      });
    });
  });

  test("says which file cannot be read", async () => {
    await withPlayground({ files: settings }, async (playground) => {
      await expect(adoptAt(playground, "no/such.md", { write: false })).rejects.toThrow(
        "no/such.md cannot be read",
      );
    });
  });
});
