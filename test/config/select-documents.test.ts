import { describe, expect, test } from "#test";
import { selectDocuments } from "../../src/config/select-documents.ts";

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => `plans/${String(index).padStart(3, "0")}.md`);

describe("documents by pattern", () => {
  test("take the milestone and the mode of their entry, sorted by path", () => {
    const configured = [{ path: "plans/*.md", milestone: "M2", live: true, titles: true }];
    const by = { pattern: "plans/*.md", milestone: "M2", live: true, titles: true };
    expect(selectDocuments(configured, ["plans/b.md", "README.md", "plans/a.md"])).toEqual({
      documents: [
        { path: "plans/a.md", ...by },
        { path: "plans/b.md", ...by },
      ],
      unmatched: [],
      leftOut: 0,
    });
  });

  test("leave to its own entry what is named itself, before or after", () => {
    const configured = [
      { path: "plans/*.md", live: true },
      { path: "plans/a.md", milestone: "M1" },
    ];
    const { documents, unmatched } = selectDocuments(configured, ["plans/a.md"]);
    expect(documents).toEqual([{ path: "plans/a.md", milestone: "M1" }]);
    expect(unmatched).toEqual([]);
  });

  test("belong to the first pattern that finds them", () => {
    const configured = [{ path: "plans/a*.md", milestone: "M1" }, { path: "plans/*.md" }];
    const { documents } = selectDocuments(configured, ["plans/b.md", "plans/a1.md"]);
    expect(documents).toEqual([
      { path: "plans/a1.md", milestone: "M1", pattern: "plans/a*.md" },
      { path: "plans/b.md", pattern: "plans/*.md" },
    ]);
  });

  test("are never what acts, what lies elsewhere, or no Markdown", () => {
    const paths = [".github/a.md", ".git/a.md", "docs/a.txt", "docs/\\a.md", "docs/a.md"];
    const configured = [{ path: ".g*/*.md" }, { path: "**/.github/*.md" }, { path: "**/*.md" }];
    const { documents, unmatched } = selectDocuments(configured, paths);
    expect(documents.map(({ path }) => path)).toEqual(["docs/a.md"]);
    expect(unmatched).toEqual([".g*/*.md", "**/.github/*.md"]);
  });

  test("are at most 100 with those that are named, whatever their order", () => {
    const configured = [{ path: "plans/*.md" }, { path: "PLAN.md" }, { path: "plans/103.md" }];
    const { documents, leftOut } = selectDocuments(configured, numbered(104));
    expect(documents).toHaveLength(100);
    expect(documents.map(({ path }) => path)).toEqual([...numbered(98), "PLAN.md", "plans/103.md"]);
    expect(leftOut).toBe(5);
  });

  test("that none fits are named", () => {
    const configured = [{ path: "plan/*.md" }, { path: "gone.md" }];
    expect(selectDocuments(configured, ["plans/a.md"])).toEqual({
      documents: [{ path: "gone.md" }],
      unmatched: ["plan/*.md"],
      leftOut: 0,
    });
  });
});
