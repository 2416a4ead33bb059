/** Plans that people bring: what is made of them, and what is said where nothing can be. */
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "#test";
import { readOwnPlan } from "../../src/cli/demo/own-plan.ts";
import { createPlanShelf } from "../../src/cli/demo/plan-shelf.ts";
import { InputError } from "../../src/cli/input-error.ts";

const spec = {
  version: 1,
  project: "Garden",
  milestones: [{ key: "A", title: "Spring" }],
  issues: [{ key: "dig", title: "Dig", milestone: "A", colour: "green" }],
};
const brought = (value: object, name = "plan.json") => ({ name, text: JSON.stringify(value) });

describe("a spec", () => {
  test("becomes a repository, and what is not understood is named", async () => {
    const plan = await readOwnPlan(brought(spec));
    expect(plan.title).toBe("Garden");
    expect(plan.remarks).toEqual([expect.stringContaining('the field "colour" of 1 issues')]);
  });

  test("is known by its first character where it was pasted", async () => {
    expect((await readOwnPlan(brought(spec, ""))).title).toBe("Garden");
  });

  test("that is no JSON is refused with the place", async () => {
    const broken = { name: "plan.json", text: '{"version": 1,' };
    await expect((async () => readOwnPlan(broken))()).rejects.toThrow(InputError);
  });

  test("that no host would take is refused in the host's words", async () => {
    const twice = { ...spec, milestones: [...spec.milestones, { key: "B", title: "Spring" }] };
    const opening = await createPlanShelf(() => undefined).openOwn(brought(twice));
    expect(opening).toEqual({
      kind: "refused",
      because: expect.stringContaining("Milestone title: already_exists"),
    });
  });
});

describe("a document", () => {
  const status = "<!-- milepost:status-line -->\n<!-- milepost:end -->\n";

  test.each([
    ["My plan (2).md", "docs/My-plan-2.md"],
    ["../../etc/passwd.md", "docs/etc-passwd.md"],
    [".md", "docs/plan.md"],
    ["", "docs/plan.md"],
    ["Plan.markdown", "docs/Plan.md"],
  ])("called %p is put at %p and named in the settings", async (name, path) => {
    const { files, path: page } = await readOwnPlan({ name, text: status });
    expect(page).toBe(`blob/main/${path}`);
    expect(Object.keys(files)).toEqual([path, ".github/milepost.yml"]);
    expect(new TextDecoder().decode(files[".github/milepost.yml"])).toContain(path);
  });

  test.each([
    [`# Plan\n\n${status}`, "1 of its regions are kept"],
    ["# Plan\n", "It has no regions to keep yet"],
    ["# Plan\n", "It names no issues (such as #12)"],
    ["<!-- milepost:status-line -->\n", "Its markers have a fault"],
  ])("is remarked on: %p", async (text, remark) => {
    const { remarks } = await readOwnPlan({ name: "plan.md", text });
    expect(remarks.join()).toContain(remark);
  });
});

describe("a document that names issues", () => {
  const text = [
    "# M2 Data – Implementation Plan",
    "**Chain:** #3 → (#4, #5) → #6",
    "**Backwards:** #6 → #3",
    "- [x] #3 Schema",
    "- [ ] #4 Import",
    "- 🔨 #5 Export",
    "- [ ] #6 Release, duplicates of #9",
    "**Moved to M5:** #7 (alerts)",
    "",
  ].join("\n\n");
  const own = (words: string) => readOwnPlan({ name: "plan.md", text: words });
  const settingsOf = (plan: { files: Readonly<Record<string, Uint8Array>> }) =>
    new TextDecoder().decode(plan.files[".github/milepost.yml"]);

  test("becomes their repository: names, marks, chains and moves are what it claims", async () => {
    const { spec } = await own(text);
    expect(spec.milestones.map(({ title }) => title)).toEqual(["M2 Data", "M5"]);
    const [home, later] = spec.milestones.map(({ key }) => key);
    const facts = Object.fromEntries(spec.issues.map((issue) => [issue.key, issue]));
    expect(facts).toMatchObject({
      "#3": { title: "Schema", state: "closed", milestone: home, blocked_by: [] },
      "#4": { title: "Import", state: "open", milestone: home, blocked_by: ["#3"] },
      "#5": { title: "Export", state: "open", labels: ["in progress"], blocked_by: ["#3"] },
      "#6": { title: "Release", state: "open", milestone: home, blocked_by: ["#4", "#5"] },
      "#7": { title: "alerts", state: "open", milestone: later, moved_from: home },
      "#9": { state: "open", milestone: null },
    });
  });

  test("is kept live, by the milestone that it is about, and shown with its findings", async () => {
    const plan = await own(text);
    expect(plan.path).toBe("findings");
    expect(settingsOf(plan)).toContain('milestone: "M2 Data"\n    live: true\n');
    expect(plan.remarks.join(" ")).toContain("6 issues were made from what it says, 1 of them");
  });

  test("names its milestone in the status line where it has no title", async () => {
    const { spec } = await own("> **Status:** M7 Launch | 0/1\n\n- [ ] #1 Go\n");
    expect(spec.milestones.map(({ title }) => title)).toEqual(["M7 Launch"]);
  });

  test("whose characters are broken is mended first, and says so", async () => {
    const broken = new TextDecoder("windows-1252").decode(
      new TextEncoder().encode("# Plan – M1\n\n- ✔ #1 Dig – done\n- 🔨 #2 Sow\n"),
    );
    const { files, remarks, spec } = await own(broken);
    expect(new TextDecoder().decode(files["docs/plan.md"])).toContain("✔ #1 Dig – done");
    expect(remarks[0]).toContain("Its characters were broken");
    expect(spec.issues.map(({ state }) => state)).toEqual(["closed", "open"]);
  });

  test("of one mebibyte is read, and a longer one is refused", async () => {
    const line = "Water the garden.\n";
    const named = "- [ ] #12 Dig\n\n";
    const long = named + line.repeat(Math.floor((1024 * 1024 - named.length) / line.length));
    expect((await own(long)).spec.issues).toHaveLength(1);
    await expect(own(`${long}${line.repeat(2)}`)).rejects.toThrow("longer than 1 MiB");
  });

  test("has milestones apart where words differ by case alone", async () => {
    const { spec } = await own("# M1 Go\n\n**Moved to M5:** #1\n\n**Moved to m5:** #2\n");
    expect(new Set(spec.milestones.map(({ title }) => title.toLowerCase())).size).toBe(
      spec.milestones.length,
    );
  });

  test.each([
    ["nothing", "", "is empty"],
    ["white space", " \n\t", "is empty"],
    ["a picture", "\u0089PNG\0\0\0", "no text in UTF-8"],
    ["too many mentions", "- [ ] #12 Dig\n".repeat(3001), "names issues 3001 times"],
    ["another encoding", "\ufffd\ufffd\ufffd plan", "no text in UTF-8"],
    [
      "too many issues",
      Array.from({ length: 2001 }, (_, at) => `- [ ] #${at + 1}`).join("\n"),
      "names 2001 issues",
    ],
  ])("that is %s is refused with what to do", async (_what, words, because) => {
    await expect(own(words)).rejects.toThrow(InputError);
    await expect(own(words)).rejects.toThrow(because);
  });

  test.each(["m2-data-foundations.md"])("such as %s opens in the sandbox", async (name) => {
    const words = await readFile(new URL(`../cases/plans/${name}`, import.meta.url), "utf8");
    const opening = await createPlanShelf(() => undefined).openOwn({ name, text: words });
    if (opening.kind === "refused") throw new Error(opening.because);
    expect(opening.exhibit.check?.brought.length).toBeGreaterThan(20);
    opening.exhibit.live.end();
    await opening.exhibit.stop();
  });
});
