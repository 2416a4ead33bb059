/** Turns what happened into a delivery's body: each part in REST's shape, then the common keys. */
import { accountJson, organizationJson } from "../shapes/account-json.ts";
import { labelJson, milestoneJson } from "../shapes/catalogue-json.ts";
import { checkRunEventJson, checkSuiteJson } from "../shapes/check-json.ts";
import { commentJson, issueJson } from "../shapes/issue-json.ts";
import { pullJson } from "../shapes/pull-json.ts";
import { pushJson } from "../shapes/push-json.ts";
import { repositoryJson } from "../shapes/repository-json.ts";
import type { CheckRun, CheckSuite } from "../world/check-model.ts";
import type { Account, Comment, Issue, Label, Milestone, Repository } from "../world/model.ts";
import type { Push } from "../world/push.ts";
import type { WorldEvent } from "../world/world-event.ts";

type Thing =
  | Account
  | CheckRun
  | CheckSuite
  | Comment
  | Issue
  | Label
  | Milestone
  | Repository
  | ({ readonly kind: "push" } & Push);

/** The JSON body, ready to send; later changes of the world do not reach it. */
export function renderPayload(event: WorldEvent, installationId: number): Record<string, unknown> {
  const { push, ...parts } = event.parts;
  const { owner } = event.repository;
  return {
    ...(event.action === undefined ? {} : { action: event.action }),
    ...(push === undefined ? {} : pushJson(push as Push, event.sender)),
    ...Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, partJson(key, part)])),
    repository: repositoryJson(event.repository),
    ...(owner.type === "Organization" ? { organization: organizationJson(owner) } : {}),
    sender: accountJson(event.sender),
    installation: installationReference(installationId),
  };
}

/** The `installation` key of ordinary deliveries. */
export function installationReference(id: number): Record<string, unknown> {
  return { id, node_id: `MDIzOkluc3RhbGxhdGlvbg${id}` };
}

function partJson(key: string, part: unknown): unknown {
  if (isThing(part)) {
    if (key === "pull_request") return pullJson(part as Issue);
    if (key === "organization") return organizationJson(part as Account);
    return thingJson(part);
  }
  if (key !== "changes" || !isRecord(part)) return part;
  return changesJson(part);
}

/** What was there before, however deep it lies. */
function changesJson(changes: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(changes).map(([key, value]): [string, unknown] => [
    key,
    isRecord(value) && !isThing(value) ? changesJson(value) : partJson(key, value),
  ]);
  return Object.fromEntries(entries);
}

function thingJson(thing: Thing): unknown {
  switch (thing.kind) {
    case "account":
      return accountJson(thing);
    case "check-run":
      return checkRunEventJson(thing);
    case "check-suite":
      return checkSuiteJson(thing);
    case "comment":
      return commentJson(thing);
    case "issue":
      return issueJson(thing);
    case "label":
      return labelJson(thing);
    case "milestone":
      return milestoneJson(thing);
    case "repository":
      return repositoryJson(thing);
    case "push":
      return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isThing(value: unknown): value is Thing {
  return isRecord(value) && typeof value.kind === "string";
}
