/** The repository that a story begins with. */
import type { LocalSandbox } from "../../sandbox/create-sandbox.ts";
import { deletable, issueCount, type Story } from "./story.ts";
import { document, documentPath, exportPath } from "./tested-world.ts";

type Settings = Pick<Story, "commitsEvery" | "labelsBlocked">;

export function createPlanRepository(
  { world }: Pick<LocalSandbox, "world">,
  repository: string,
  { commitsEvery, labelsBlocked }: Settings,
): void {
  const settings = [
    `documents: [${documentPath}]`,
    `json: ${exportPath}`,
    `commits: {every: ${commitsEvery}}`,
    ...(labelsBlocked ? ["states: {blocked: blocked}"] : []),
  ];
  const files = { ".github/milepost.yml": `${settings.join("\n")}\n`, [documentPath]: document };
  const [owner = "", name = ""] = repository.split("/");
  world.createRepository({ owner, name, files });
  const maintainer = world.as("maintainer");
  maintainer.createMilestone(repository, { title: "M1 Start" });
  maintainer.createMilestone(repository, { title: "M2 Growth" });
  for (const points of [1, 2, 3]) maintainer.createLabel(repository, `points: ${points}`);
  for (let number = 1; number <= issueCount + deletable.length; number += 1) {
    const [title, body] = [`Issue ${number}`, `Text of issue ${number}.`];
    maintainer.createIssue(repository, { title, body, milestone: 1 + (number % 2) });
  }
}
