/**
 * Pull requests linked to issues in the sidebar. GitHub sends no webhook for it and moves no
 * `updatedAt`; both timelines tell.
 */
import { requireWritable } from "./lookup.ts";
import type { Account, Issue, PullRequest } from "./model.ts";
import { applyClosingLinks } from "./text-effects.ts";
import { record } from "./timeline.ts";
import { WorldError } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

/** Links an issue to a pull request, which closes it when merged. */
export function connect(state: WorldState, actor: Account, pull: Issue, issue: Issue): void {
  const request = requirePair(pull, issue);
  if (request.connected.has(issue)) return;
  state.tick();
  request.connected.add(issue);
  request.closes = [...new Set([...request.closes, issue])];
  issue.linkedPulls.add(pull);
  tellBoth(state, actor, "ConnectedEvent", pull, issue);
}

/** Takes such a link away; what the body says it closes stays linked. */
export function disconnect(state: WorldState, actor: Account, pull: Issue, issue: Issue): void {
  const request = requirePair(pull, issue);
  if (!request.connected.delete(issue)) return;
  state.tick();
  request.closes = request.closes.filter((one) => one !== issue);
  issue.linkedPulls.delete(pull);
  applyClosingLinks(state, pull);
  tellBoth(state, actor, "DisconnectedEvent", pull, issue);
}

function requirePair(pull: Issue, issue: Issue): PullRequest {
  requireWritable(pull.repository);
  if (pull.pull !== null && issue.pull === null) return pull.pull;
  throw new WorldError("unprocessable", "Only a pull request and an issue can be linked");
}

function tellBoth(
  state: WorldState,
  actor: Account,
  type: string,
  pull: Issue,
  issue: Issue,
): void {
  const isCrossRepository = pull.repository !== issue.repository;
  record(state, issue, actor, type, { source: issue, subject: pull, isCrossRepository });
  record(state, pull, actor, type, { source: pull, subject: issue, isCrossRepository });
}
