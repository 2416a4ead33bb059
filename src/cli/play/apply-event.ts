/** Does one step in the sandbox, as a person would on GitHub. */
import type { Sandbox } from "../../../sandbox/start-sandbox.ts";
import type { Person, World } from "../../../sandbox/world/world.ts";
import { WorldError } from "../../../sandbox/world/world-error.ts";
import { InputError } from "../input-error.ts";
import type { SeededRepository } from "../spec/seed-repository.ts";
import { describeEvent } from "./describe-event.ts";
import type { PlayedEvent, SingleEvent } from "./event-schema.ts";

/**
 * What the host refused, in its words, as a person would see it: the step then changes nothing there.
 * Throws an InputError when the step names what is not in the plan.
 */
export function applyEvent(
  sandbox: Sandbox,
  seeded: SeededRepository,
  event: PlayedEvent,
): readonly string[] {
  const events = event.do === "all" ? event.events : [event];
  return events.flatMap((one) => {
    try {
      applyOne(sandbox, seeded, one);
      return [];
    } catch (error) {
      if (!(error instanceof WorldError)) throw error;
      return [`${describeEvent(one)} was refused: ${error.message}.`];
    }
  });
}

function applyOne(sandbox: Sandbox, seeded: SeededRepository, event: SingleEvent): void {
  const person = sandbox.world.as("maintainer");
  const repository = seeded.nameWithOwner;
  switch (event.do) {
    case "advance":
      sandbox.clock.advance({ days: event.days });
      return;
    case "push":
      person.push(repository, event.files, "Change files");
      return;
    case "rename-milestone": {
      const number = milestoneNumber(sandbox.world, seeded, event.milestone);
      person.editMilestone(repository, number, { title: event.title });
      return;
    }
    case "create": {
      const milestone = event.milestone
        ? milestoneNumber(sandbox.world, seeded, event.milestone)
        : undefined;
      const { title, body, labels } = event;
      for (const label of labels ?? []) ensureLabel(sandbox.world, person, repository, label);
      person.createIssue(repository, { title, body, milestone, labels });
      return;
    }
    case "comment":
      sandbox.world.as(event.by).comment(repository, issueNumber(seeded, event.issue), event.body);
      return;
    default:
      applyToIssue(sandbox.world, seeded, event);
  }
}

type IssueEvent = Exclude<
  SingleEvent,
  { do: "advance" | "push" | "rename-milestone" | "create" | "comment" }
>;

function applyToIssue(world: World, seeded: SeededRepository, event: IssueEvent): void {
  const person = world.as("maintainer");
  const repo = seeded.nameWithOwner;
  const issue = issueNumber(seeded, event.issue);
  switch (event.do) {
    case "close":
      person.closeIssue(repo, issue, event.reason ?? "completed");
      return;
    case "reopen":
      person.reopenIssue(repo, issue);
      return;
    case "move":
      person.setMilestone(
        repo,
        issue,
        event.milestone === null ? null : milestoneNumber(world, seeded, event.milestone),
      );
      return;
    case "label":
      ensureLabel(world, person, repo, event.label);
      person.addLabels(repo, issue, [event.label]);
      return;
    case "unlabel":
      person.removeLabel(repo, issue, event.label);
      return;
    case "block":
      person.addBlockedBy(repo, issue, issueNumber(seeded, event.by));
      return;
    case "unblock":
      person.removeBlockedBy(repo, issue, issueNumber(seeded, event.by));
      return;
    case "edit":
      person.editIssue(repo, issue, { title: event.title, body: event.body });
      return;
  }
}

/** A number is taken as it is; issues that steps create have no key. */
function issueNumber(seeded: SeededRepository, issue: number | string): number {
  const number = typeof issue === "number" ? issue : seeded.issues.get(issue);
  if (number === undefined)
    throw new InputError(`A step names the issue "${issue}", but no issue has that key.`);
  return number;
}

/** By its key in the spec, or by its title as it is now. */
function milestoneNumber(world: World, seeded: SeededRepository, name: string): number {
  const present = [...world.repository(seeded.nameWithOwner).milestones.values()];
  const number =
    seeded.milestones.get(name) ?? present.find((milestone) => milestone.title === name)?.number;
  if (number !== undefined) return number;
  const known = [...seeded.milestones.keys()].join(", ");
  throw new InputError(`A step names the milestone "${name}". The spec has: ${known || "none"}.`);
}

function ensureLabel(world: World, person: Person, repo: string, label: string): void {
  if (!world.repository(repo).labels.has(label.toLowerCase())) person.createLabel(repo, label);
}
