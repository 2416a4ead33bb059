import { describe, expect, test } from "#test";
import {
  findExtendsFault,
  formatSettingsFile,
  resolveExtends,
} from "../../src/config/settings-file.ts";

const home = { repository: "acme/plan", path: ".github/milepost.yml" };
const meant = (text: string) => formatSettingsFile(resolveExtends(text, home));

describe("_extends", () => {
  test.each([
    ["standards", "acme/standards:.github/milepost.yml"],
    [".github", "acme/.github:.github/milepost.yml"],
    ["other/repo.js", "other/repo.js:.github/milepost.yml"],
    ["other/repo:plans/team.yaml", "other/repo:plans/team.yaml"],
    ["standards:team.yml", "acme/standards:team.yml"],
    [":.github/base.yml", "acme/plan:.github/base.yml"],
  ])("%s means %s", (text, file) => {
    expect(findExtendsFault(text)).toBeUndefined();
    expect(meant(text)).toBe(file);
  });

  test.each([
    "",
    ":",
    "a/b/c",
    "a b",
    "..",
    "acme/..",
    "repo:",
    "repo:../x.yml",
    "repo:a//b.yml",
    "repo:/a.yml",
    "repo:a.json",
    ":a.yml:b.yml",
    "https://github.com/acme/repo",
    "acme/repo@main",
    `acme/${"r".repeat(300)}`,
  ])("refuses %j", (text) => expect(findExtendsFault(text)).toMatch(/^must name a repository/));
});
