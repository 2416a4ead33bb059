import { describe, expect, test } from "#test";
import {
  pullRequestBody,
  pullRequestEdit,
  pullRequestTitle,
} from "../../src/cli/adopt/pull-request-text.ts";
import { adoptionBranch } from "../../src/engine/decide-adoption.ts";
import { adoptInto, encode, m2Plan, readCase } from "../adopt/adoption.ts";

function proposed(text: string, path = "docs/plan.md") {
  const bytes = encode(text);
  const milestone = m2Plan.milestones.find(({ title }) => title === "M2 Data Foundations") ?? null;
  const adoption = adoptInto(m2Plan, "M2 Data Foundations", bytes);
  return { document: { path, bytes, milestone }, adoption, isNamed: false };
}

const small = proposed("# M2\n\n**Remaining:** 11 issues\n");

describe("the text of a pull request that adopts a document", () => {
  test.each([
    ["docs/m2-plan.md", "Adopt docs/m2-plan.md"],
    ["docs/closes #4.md", "Adopt a plan document"],
    ["docs/@team/plan.md", "Adopt a plan document"],
    ["docs/GH-4.md", "Adopt a plan document"],
  ])("names %s in its title only where that cannot act", (path, title) => {
    expect(pullRequestTitle({ path })).toBe(title);
  });

  test("holds no reference outside of code, whatever the path", () => {
    const body = pullRequestBody(proposed("# M2\n\n**Remaining:** 11 issues\n", "docs/@a #4.md"));
    expect(body.replace(/^```\w+\n[\s\S]*?\n```$/gm, "")).not.toMatch(/@a|(?<!&)#\d/);
  });

  test.each([
    ["many passages", `${readCase("plans/m2-data-foundations.md")}\n\n`.repeat(20)],
    ["a long passage", `**Remaining:** 11 issues (${"word ".repeat(30_000)})\n`],
    ["a long label", `**Remaining ${"word ".repeat(30_000)}:** 11 issues\n`],
  ])("is below 60,000 characters for %s", (_what, text) => {
    expect(pullRequestBody(proposed(`# M2\n\n${text}`)).length).toBeLessThan(60_100);
  });

  test("takes the place of its own text and leaves what people wrote around it", () => {
    const edit = pullRequestEdit(small);
    const body = pullRequestBody(small);
    expect(edit(`Mine.\n\n${body.replace("become regions", "x")}\nMine, too.\n`)).toBe(
      `Mine.\n\n${body}\nMine, too.\n`,
    );
    expect(edit(body)).toBe(body);
  });

  test("is not written where its markers are gone", () => {
    expect(pullRequestEdit(small)("Mine alone.")).toBeUndefined();
    expect(pullRequestEdit(small)("<!-- milepost:adoption -->\nbroken")).toBeUndefined();
  });
});

describe("the branch of a document", () => {
  test("is another one for each path, and a name that git takes", () => {
    const paths = [
      "docs/a-b.md",
      "docs/a/b.md",
      "docs/A-b.md",
      "文/計.md",
      `${"x".repeat(300)}.md`,
    ];
    const branches = paths.map(adoptionBranch);
    expect(new Set(branches).size).toBe(paths.length);
    for (const branch of branches) expect(branch).toMatch(/^milepost\/adopt-[a-z0-9-]{1,80}$/);
  });
});
