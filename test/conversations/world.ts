import { parseSpec } from "../../src/cli/spec/parse-spec.ts";

/** What every conversation begins with; the status issue becomes #12. All was opened by "maintainer". */
export const smallPlan = parseSpec(
  JSON.stringify({
    version: 1,
    project: "small plan",
    milestones: [
      { key: "M0", title: "M0 Past", state: "closed" },
      { key: "M1", title: "M1 Start" },
      { key: "M2", title: "M2 Growth" },
    ],
    issues: [
      { key: "1", title: "Alpha", milestone: "M1" },
      { key: "2", title: "Beta", milestone: "M1", cluster: "Storage" },
      { key: "3", title: "Gamma", milestone: "M1", blocked_by: ["2"] },
      { key: "4", title: "Delta", milestone: "M2" },
      { key: "5", title: "Done before", milestone: "M1", state: "closed" },
      {
        key: "6",
        title: "With tasks",
        milestone: "M1",
        body: "What is to do:\n\n- [x] first\n- [ ] second\n  - [ ] nested\n\nThat is all.",
      },
      { key: "7", title: "DB-001: Schema", milestone: "M2" },
      { key: "8", title: "DB-002: Migration", milestone: "M2" },
      { key: "9", title: "DB-003: Backup", milestone: "M2" },
      { key: "10", title: "Easy", milestone: "M1", labels: ["good first issue"] },
      { key: "11", title: "Parent", milestone: "M2" },
    ].map((issue) => ({ ...issue, number_in_document: Number(issue.key) })),
  }),
  "small-plan.json",
).spec;
