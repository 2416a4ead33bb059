import { describe, expect, test } from "#test";
import { defaultConfig } from "../../src/config/defaults.ts";
import { decideBlockedLabels } from "../../src/engine/blocked-label.ts";
import { done, item, plan } from "../domain/project-builder.ts";

const named = { states: { ...defaultConfig.states, blocked: "blocked" } };

describe("the label of blocked issues", () => {
  const state = plan([
    item(1),
    item(2, { waitsFor: [1] }),
    item(3, { waitsFor: [1], labels: ["Blocked"] }),
    item(4, { labels: ["blocked"] }),
    item(5, { hiddenBlockers: 1 }),
    done(6, { labels: ["blocked"] }),
  ]);

  test("is set on open issues that wait, and taken off those that do not", () => {
    expect(decideBlockedLabels(state, named)).toEqual([
      { kind: "add-label", issue: 2, label: "blocked" },
      { kind: "remove-label", issue: 4, label: "blocked" },
      { kind: "add-label", issue: 5, label: "blocked" },
    ]);
  });

  test("is nobody's business where the configuration names none", () => {
    expect(decideBlockedLabels(state, defaultConfig)).toEqual([]);
  });
});
