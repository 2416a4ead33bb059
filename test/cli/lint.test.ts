import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "#test";
import { type LintOptions, lint } from "../../src/cli/lint/lint.ts";

const wrong = "## Parser (2/3)\n- [x] #4 Tokens\n- [x] #5 Tree\n- [x] #6 Errors\n";
const right = wrong.replace("2/3", "3/3");

describe("milepost lint", () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "milepost-lint-"));
  });
  afterEach(() => rm(root, { recursive: true }));

  const put = async (path: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  };
  const run = async (files: readonly string[] = [], options: LintOptions = {}) => {
    const [written, said]: [string[], string[]] = [[], []];
    const isClean = await lint(files, options, {
      ...{ root, env: {}, write: (text) => written.push(text), say: (line) => said.push(line) },
    });
    return { isClean, text: written.join(""), said };
  };
  const paths = async (files?: readonly string[]) => {
    const { documents } = JSON.parse((await run(files, { format: "json" })).text);
    return documents.map(({ path }: { path: string }) => path);
  };

  test("an error fails the run, and a true document passes", async () => {
    await put("plan.md", wrong);
    expect(await run(["plan.md"])).toMatchObject({ isClean: false });
    await put("plan.md", right);
    expect(await run(["plan.md"])).toMatchObject({
      ...{ isClean: true, text: "1 document: no findings.\n" },
    });
  });

  test("without names it takes the configuration's documents, else what is below docs/", async () => {
    await put("docs/b.md", right);
    await put("docs/deep/a.markdown", right);
    await put("docs/picture.png", "");
    await put("plan.md", right);
    expect(await paths()).toEqual(["docs/b.md", "docs/deep/a.markdown"]);
    expect(await paths(["plan.md", "docs/b.md", "docs"])).toEqual([
      ...["plan.md", "docs/b.md", "docs/deep/a.markdown"],
    ]);
    await put(".github/milepost.yml", "documents:\n  - path: plan.md\n");
    expect(await paths()).toEqual(["plan.md"]);
  });

  test("a report makes no claims of a plan, unless the configuration names it", async () => {
    await put("docs/report.md", wrong);
    expect(await run()).toMatchObject({ isClean: true });
    await put(".github/milepost.yml", "documents: [docs/*.md]\n");
    expect(await run()).toMatchObject({ isClean: true });
    await put(".github/milepost.yml", "documents: [docs/report.md]\n");
    expect(await run()).toMatchObject({ isClean: false });
    expect(await run(["./docs/report.md"])).toMatchObject({ isClean: false });
  });

  test("patterns of the configuration find what the App finds with them", async () => {
    for (const path of ["plans/b.md", "plans/deep/a-plan.md", "plans/deep/a.md", "c-plan.md"]) {
      await put(path, right);
    }
    await put("node_modules/x/d-plan.md", right);
    await put("plans/.hidden/e-plan.md", right);
    await put(".github/milepost.yml", 'documents: ["**/*-plan.md", plans/b.md]\n');
    expect(await paths()).toEqual(["c-plan.md", "plans/deep/a-plan.md", "plans/b.md"]);
    await put(".github/milepost.yml", "documents: [plans/b.md, none/*.md]\n");
    await expect(run()).rejects.toThrow("No Markdown file fits none/*.md");
  });

  test.each([
    ["a file that is not there", ["none.md"], {}, "none.md can't be read: there is no such file."],
    ["nothing to look at", [], {}, "There is nothing to look at"],
    [
      "an unknown format",
      [],
      { format: "xml" },
      '--format takes one of text, json, sarif, github, not "xml".',
    ],
  ])("%s is said in words", async (_, files, options, message) => {
    await expect(run(files, options)).rejects.toThrow(message);
  });

  test("a repository without a token, or no repository, is said in words", async () => {
    await put("plan.md", right);
    await expect(run(["plan.md"], { repository: "a/b" })).rejects.toThrow("GH_TOKEN is not set");
    await expect(run(["plan.md"], { repository: "b" })).rejects.toThrow("OWNER/REPO");
  });

  test("--fix mends a broken encoding in place and says what it did", async () => {
    const cases = new URL("../cases/", import.meta.url);
    const name = "sprint-1-ingestion";
    await cp(fileURLToPath(new URL(`encodings/${name}.md`, cases)), join(root, "plan.md"));
    const { said } = await run(["plan.md"], { fix: true });
    expect(said[0]).toBe("plan.md: 1 finding fixed.");
    expect(said[1]).toContain("taken for Mac OS Roman");
    const mended = await readFile(new URL(`plans/${name}.md`, cases));
    expect(await readFile(join(root, "plan.md"))).toEqual(mended);
  });

  test("--fix leaves bytes that are no UTF-8 as they are", async () => {
    const lead = "**Moved to M3:** #4 Parser\n**Moved to M5:** #5 Printer\r\n";
    const bytes = Buffer.concat([Buffer.from(lead), Buffer.from([0xff, 0x80, 0x0a])]);
    await put("plan.md", bytes);
    await run(["plan.md"], { fix: true });
    const fixed = await readFile(join(root, "plan.md"));
    expect(fixed.subarray(-3)).toEqual(Buffer.from([0xff, 0x80, 0x0a]));
    expect(fixed.toString("latin1")).toContain("Parser  \n");
    expect(fixed.length).toBe(bytes.length + 2);
  });
});
