/** Plans that people bring: what is made of them, and what is said where nothing can be. */
import { describe, expect, test } from "@jest/globals";
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
    ["<!-- milepost:status-line -->\n", "Its markers have a fault"],
  ])("is remarked on: %p", async (text, remark) => {
    const { remarks } = await readOwnPlan({ name: "plan.md", text });
    expect(remarks.join()).toContain(remark);
  });
});
