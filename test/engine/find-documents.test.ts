import { describe, expect, test } from "#test";
import { choiceFindings } from "../../src/engine/choice-findings.ts";
import { findDocuments, nothingChosen } from "../../src/engine/find-documents.ts";
import type { FileListing } from "../../src/engine/ports.ts";
import type { MatchedFiles } from "../../src/engine/repository-memory.ts";
import { observedRepository } from "./observation-builder.ts";

const address = { installation: 1, owner: "acme", name: "plan" };
const file = (path: string, kind: "file" | "other" = "file") => ({
  ...{ path, oid: `oid of ${path}`, byteSize: 1, kind },
});

/** Searches at a head, with what an earlier search left; also how often the files were listed. */
async function search(
  configured: readonly string[],
  headOid: string | null,
  known: MatchedFiles | null = null,
  listing: FileListing = { files: [file("plans/a.md"), file("b.md")], isTruncated: false },
) {
  const listed: string[] = [];
  const reader = {
    listFiles: async (_address: unknown, oid: string) => {
      listed.push(oid);
      return listing;
    },
  };
  const defaultBranch = headOid === null ? null : { name: "main", headOid };
  const memory = { repository: observedRepository({ defaultBranch }), matched: known };
  const entries = configured.map((path) => ({ path }));
  const result = await findDocuments(reader, address, memory, entries);
  return { ...result, listed, paths: result.choice.documents.map(({ path }) => path) };
}

describe("the files of patterns", () => {
  test("are listed once for a head and the same patterns", async () => {
    const first = await search(["plans/*.md"], "head-1");
    expect(first).toMatchObject({ listed: ["head-1"], paths: ["plans/a.md"] });
    expect([...first.found.keys()]).toEqual(["plans/a.md"]);
    const again = await search(["plans/*.md"], "head-1", first.matched);
    expect(again).toMatchObject({ listed: [], paths: ["plans/a.md"], matched: first.matched });
    expect((await search(["plans/*.md"], "head-2", first.matched)).listed).toEqual(["head-2"]);
    expect((await search(["*.md"], "head-1", first.matched)).paths).toEqual(["b.md"]);
  });

  test("are not asked for where there is no pattern or no commit", async () => {
    const named = await search(["b.md"], "head-1");
    expect(named).toMatchObject({ listed: [], paths: ["b.md"], matched: null });
    const empty = await search(["*.md"], null);
    expect(empty).toMatchObject({ listed: [], paths: [], matched: null });
  });

  test("are no symbolic links and no submodules", async () => {
    const listing = { files: [file("a.md", "other"), file("b.md")], isTruncated: false };
    expect((await search(["*.md"], "head-1", null, listing)).paths).toEqual(["b.md"]);
  });
});

describe("what is said of patterns", () => {
  const rulesOf = (more: Partial<typeof nothingChosen.choice>) =>
    choiceFindings({ ...nothingChosen.choice, ...more }).map(({ rule }) => rule);

  test("is nothing where all is well", () => {
    expect(rulesOf({})).toEqual([]);
  });

  test("names a pattern that no file fits", async () => {
    const { choice } = await search(["plans/*.md", "Plans/*.md"], "head-1");
    expect(choiceFindings(choice)).toMatchObject([
      { rule: "document-missing", message: expect.stringContaining("lists Plans/*.md as plan") },
    ]);
  });

  test("tells how many were left out, and how to narrow", () => {
    const [several] = choiceFindings({ ...nothingChosen.choice, leftOut: 12 });
    expect(several?.message).toContain("the last 12 were left out. Narrow the patterns");
    const [one] = choiceFindings({ ...nothingChosen.choice, leftOut: 1 });
    expect(one?.message).toContain("the last one was left out");
  });

  test("blames no pattern where GitHub did not list all files", async () => {
    const listing = { files: [], isTruncated: true };
    const { choice } = await search(["plans/*.md"], "head-1", null, listing);
    expect(choiceFindings(choice)).toMatchObject([
      { rule: "documents-not-all-listed", message: expect.stringContaining("List the paths") },
    ]);
  });
});
