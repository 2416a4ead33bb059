import fc from "fast-check";
import { describe, expect, test } from "#test";
import { parseConfig } from "../../src/config/parse-config.ts";
import { writeSettings } from "../../src/onboarding/settings-text.ts";

const none = { present: null, extendsOwners: false, documents: [], labels: new Map() };
const plan = { path: "docs/m1-plan.md", milestone: 1, about: "M1" };

describe("starting settings", () => {
  test("name each document, its milestone and the labels that group issues", () => {
    const board = { path: "docs/STATUS.md", milestone: null, about: "where they stand" };
    const labels = new Map([["area", "area/"]]);
    expect(writeSettings({ ...none, documents: [plan, board], labels })).toBe(
      [
        "# What Milepost keeps true in this repository.",
        "documents:",
        "  - path: docs/m1-plan.md # M1",
        "    milestone: 1",
        "  - path: docs/STATUS.md # where they stand",
        "labels:",
        "  area: area/",
        "",
      ].join("\n"),
    );
  });

  test("hold on to what the owner of the repository set for all", () => {
    const text = writeSettings({ ...none, extendsOwners: true, documents: [plan] });
    expect(text.split("\n")[1]).toBe("_extends: .github");
  });

  test("come behind what a person wrote, whose every character stays", () => {
    const present = "# Ours.\r\nunit: points";
    expect(writeSettings({ ...none, present, documents: [plan] })).toBe(
      `${present}\ndocuments:\n  - path: docs/m1-plan.md # M1\n    milestone: 1\n`,
    );
  });

  test("are valid and mean the same, whatever a milestone is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (about) => {
        const result = parseConfig(writeSettings({ ...none, documents: [{ ...plan, about }] }));
        expect(result).toMatchObject({
          kind: "valid",
          config: { documents: [{ path: plan.path, milestone: 1 }] },
        });
      }),
    );
  });
});
