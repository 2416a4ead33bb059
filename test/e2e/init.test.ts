import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "#test";
import { parseRepository } from "../../src/cli/github-access.ts";
import { init } from "../../src/cli/init/init.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { bytes, modelFiles, withPlayground } from "./model-playground.ts";
import { accessTo } from "./preview-at-sandbox.ts";

const settings = ".github/milepost.yml";

async function withFolder(run: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "milepost-init-"));
  try {
    await run(dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}

async function initIn(dir: string, { sandbox, seeded }: Playground): Promise<readonly string[]> {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  const access = await accessTo(sandbox, "example");
  await init(parseRepository(seeded.nameWithOwner), access, { dir, print });
  return lines;
}

describe("init", () => {
  test("writes settings and filled documents into a folder, and nothing on GitHub", async () => {
    await withPlayground({ files: {} }, async (playground) => {
      await withFolder(async (dir) => {
        const mark = playground.sandbox.calls.mark();
        const lines = await initIn(dir, playground);
        const writes = playground.sandbox.calls.since(mark).filter(({ kind }) => kind === "write");
        expect(writes).toEqual([]);
        expect(lines.slice(0, 2)).toEqual([
          `wrote ${join(dir, settings)}`,
          `wrote ${join(dir, "docs/m2-data-foundations-plan.md")}`,
        ]);
        const read = (path: string) => readFile(join(dir, path), "utf8");
        expect(await read(settings)).toContain("path: docs/m2-data-foundations-plan.md");
        expect(await read("docs/m2-data-foundations-plan.md")).toContain("39/50 (78%)");
      });
    });
  });

  test("leaves a folder as it is that holds one of the files", async () => {
    await withPlayground({ files: {} }, async (playground) => {
      await withFolder(async (dir) => {
        await initIn(dir, playground);
        await writeFile(join(dir, settings), "# Ours.\n");
        await expect(initIn(dir, playground)).rejects.toThrow("already, so nothing was written.");
        expect(await readFile(join(dir, settings), "utf8")).toBe("# Ours.\n");
      });
    });
  });

  test.each([
    [modelFiles, "has plan documents already: .github/milepost.yml names docs/M2-plan.md"],
    [{ [settings]: bytes("unit: apples\n") }, ".github/milepost.yml, line 1: "],
  ])("says why there is nothing to start with", async (files, reason) => {
    await withPlayground({ files }, async (playground) => {
      await withFolder(async (dir) => {
        await expect(initIn(dir, playground)).rejects.toThrow(reason);
      });
    });
  });
});
