/** Builds a spec's repository in the sandbox, as people would have built it over time. */
import type { Sandbox } from "../../../sandbox/start-sandbox.ts";
import type { Person } from "../../../sandbox/world/world.ts";
import { bodyOf, labelsOf } from "./issue-text.ts";
import { descriptionOf } from "./milestone-text.ts";
import { type NumberedIssue, numberIssues } from "./number-issues.ts";
import type { Spec } from "./spec-schema.ts";

export interface SeededRepository {
  readonly nameWithOwner: string;
  /** Key → number, for events that name issues and milestones by key. */
  readonly issues: ReadonlyMap<string, number>;
  readonly milestones: ReadonlyMap<string, number>;
}

export const owner = "example";

/** No webhooks are sent: the App is not installed yet. Issues are closed last, as in life. */
export function seedRepository(
  sandbox: Sandbox,
  spec: Spec,
  files: Readonly<Record<string, Uint8Array>>,
): SeededRepository {
  const name = spec.project
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const nameWithOwner = `${owner}/${name || "plan"}`;
  return sandbox.world.withoutWebhooks(() => {
    sandbox.world.createRepository({ owner, name: name || "plan", files });
    const issues = numberIssues(spec);
    const maintainer = sandbox.world.as("maintainer");
    const milestones = seedMilestones(maintainer, nameWithOwner, spec, issues);
    const numbers = new Map(issues.map((issue) => [issue.key, issue.number]));
    const seeded = { nameWithOwner, issues: numbers, milestones };
    const labels = new Set(issues.flatMap(labelsOf));
    for (const label of labels) maintainer.createLabel(nameWithOwner, label);
    for (const issue of issues) createIssue(maintainer, seeded, issue);
    for (const issue of issues) linkIssue(maintainer, seeded, issue);
    for (const issue of issues) closeIssue(maintainer, seeded, issue);
    return seeded;
  });
}

function seedMilestones(
  person: Person,
  repository: string,
  spec: Spec,
  issues: readonly NumberedIssue[],
): ReadonlyMap<string, number> {
  const titles = new Map(spec.milestones.map(({ key, title }) => [key, title]));
  return new Map(
    spec.milestones.map((milestone) => {
      const { number } = person.createMilestone(repository, {
        title: milestone.title,
        description: descriptionOf(milestone, issues, titles),
        dueOn: milestone.due_on ? `${milestone.due_on}T00:00:00Z` : undefined,
        state: milestone.state ?? "open",
      });
      return [milestone.key, number];
    }),
  );
}

function createIssue(person: Person, seeded: SeededRepository, issue: NumberedIssue): void {
  const { nameWithOwner, milestones } = seeded;
  const first = issue.moved_from ?? issue.milestone;
  person.createIssue(nameWithOwner, {
    number: issue.number,
    title: issue.title,
    body: bodyOf(issue),
    milestone: first ? milestones.get(first) : undefined,
    labels: labelsOf(issue),
  });
  if (!issue.moved_from) return;
  const now = issue.milestone ? milestones.get(issue.milestone) : undefined;
  person.setMilestone(nameWithOwner, issue.number, now ?? null);
}

function linkIssue(person: Person, seeded: SeededRepository, issue: NumberedIssue): void {
  const { nameWithOwner, issues } = seeded;
  for (const key of issue.blocked_by ?? []) {
    const number = issues.get(key);
    if (number) person.addBlockedBy(nameWithOwner, issue.number, number);
  }
  const parent = issue.parent ? issues.get(issue.parent) : undefined;
  if (parent) person.addSubIssue(nameWithOwner, parent, issue.number);
}

function closeIssue(person: Person, seeded: SeededRepository, issue: NumberedIssue): void {
  if (issue.state !== "closed") return;
  const original = issue.duplicate_of ? seeded.issues.get(issue.duplicate_of) : undefined;
  const reason = issue.state_reason ?? "completed";
  person.closeIssue(seeded.nameWithOwner, issue.number, reason, original);
}
