import type { Person } from "../../sandbox/world/world.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import type { Act } from "./conversation-schema.ts";

type Issue = ReturnType<Playground["sandbox"]["world"]["issue"]>;

/** The facts of an issue that commands change, in words. */
export function factsOf(issue: Issue) {
  const labels = [...issue.labels].map(({ name }) => name);
  return {
    title: issue.title,
    state: issue.state === "open" ? "open" : `closed as ${issue.stateReason}`,
    milestone: issue.milestone?.title ?? null,
    labels: labels.sort(),
    assignees: [...issue.assignees].map(({ login }) => login).sort(),
    blockedBy: [...issue.blockedBy].map(({ number }) => number).sort((a, b) => a - b),
    parent: issue.parent?.number ?? null,
    duplicateOf: issue.duplicateOf?.number ?? null,
    body: issue.body,
  };
}

/** All that people plan with: neither the status issue nor comments. */
export function planOf({ sandbox, seeded }: Playground) {
  const issues = sandbox.world
    .issues(seeded.nameWithOwner)
    .filter(({ body }) => !body.includes("milepost-status-issue"));
  const milestones = issues.flatMap(({ milestone }) => (milestone ? [milestone] : []));
  return {
    issues: issues.map((issue) => ({ number: issue.number, ...factsOf(issue) })),
    milestones: milestones.map(({ title, description }) => ({ title, description })),
  };
}

export function statusBody({ sandbox, seeded }: Playground): string {
  const issues = sandbox.world.issues(seeded.nameWithOwner);
  return issues.find(({ body }) => body.includes("milepost-status-issue"))?.body ?? "";
}

export function perform({ sandbox, seeded }: Playground, act: Act): void {
  const repo = seeded.nameWithOwner;
  const by = act.do === "comment" ? act.by : "maintainer";
  performAs(sandbox.world.as(by), repo, act, (title) => milestoneNumber(sandbox, repo, title));
}

function performAs(
  person: Person,
  repo: string,
  act: Act,
  numberOf: (title: string) => number,
): void {
  switch (act.do) {
    case "milestone":
      person.setMilestone(repo, act.issue, act.to === null ? null : numberOf(act.to));
      return;
    case "label":
      person.addLabels(repo, act.issue, [act.label]);
      return;
    case "unlabel":
      person.removeLabel(repo, act.issue, act.label);
      return;
    case "block":
      person.addBlockedBy(repo, act.issue, act.by);
      return;
    case "unblock":
      person.removeBlockedBy(repo, act.issue, act.by);
      return;
    case "assign":
      person.assign(repo, act.issue, act.who);
      return;
    case "unassign":
      person.unassign(repo, act.issue, act.who);
      return;
    case "close":
      person.closeIssue(repo, act.issue, "completed");
      return;
    case "reopen":
      person.reopenIssue(repo, act.issue);
      return;
    case "child":
      person.addSubIssue(repo, act.of, act.issue);
      return;
    case "edit":
      person.editIssue(repo, act.issue, { body: act.body });
      return;
    case "describe":
      person.editMilestone(repo, numberOf(act.milestone), { description: act.text });
      return;
    case "comment":
      person.comment(repo, act.issue, act.body);
      return;
  }
}

function milestoneNumber(sandbox: Playground["sandbox"], repo: string, title: string): number {
  const found = sandbox.world
    .issues(repo)
    .map(({ milestone }) => milestone)
    .find((milestone) => milestone?.title.startsWith(title));
  if (!found) throw new Error(`no milestone ${title}`);
  return found.number;
}
