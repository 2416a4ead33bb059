import { expect, test } from "#test";
import { modelSpec, withPlayground } from "./model-playground.ts";

const clustered = "zz: Last";

test("what stands behind the hundredth label, sub-issue, blocker or move of an issue is not lost", async () => {
  const spec = {
    ...modelSpec,
    milestones: modelSpec.milestones.slice(0, 2),
    issues: [
      { key: "many", title: "Many", milestone: "M2" },
      { key: "epic", title: "Epic", milestone: "M2" },
      ...Array.from({ length: 100 }, (_, index) => ({
        key: `child-${index}`,
        title: `Child ${index}`,
        milestone: "M2",
        parent: "epic",
      })),
    ],
  };
  const text = `labels:\n  cluster: "zz: "\n`;
  const files = { ".github/milepost.yml": new TextEncoder().encode(text) };
  await withPlayground({ spec, files }, async ({ sandbox, seeded, settle, plan }) => {
    const repository = seeded.nameWithOwner;
    const person = sandbox.world.as("maintainer");
    const number = (key: string) => seeded.issues.get(key) ?? 0;
    const many = number("many");
    sandbox.world.withoutWebhooks(() => {
      for (let index = 0; index < 99; index += 1) {
        person.createLabel(repository, `a-${index}`);
        person.addLabels(repository, many, [`a-${index}`]);
      }
      person.createLabel(repository, clustered);
      person.addLabels(repository, many, [clustered]);
      for (let index = 0; index < 30; index += 1) {
        person.addBlockedBy(repository, many, number(`child-${index}`));
      }
      person.setMilestone(repository, many, 2);
      for (let index = 0; index < 60; index += 1) {
        person.setMilestone(repository, many, null);
        person.setMilestone(repository, many, 2);
      }
    });
    person.editIssue(repository, many, { body: "Look again." });
    await settle();
    const item = plan()?.items.get(many);
    expect(item?.dimensions).toEqual({ cluster: "Last" });
    expect(item?.openBlockers).toHaveLength(30);
    expect(plan()?.milestones[0]?.moved.map((moved) => moved.number)).toContain(many);
    expect(plan()?.items.get(number("epic"))?.progress).toEqual({ done: 0, total: 100 });
  });
});
