/** Pinned issues: three at most per repository. Pinning moves no `updatedAt`. */
import { requireWritable } from "./lookup.ts";
import type { Account, Issue, Pin } from "./model.ts";
import { record } from "./timeline.ts";
import { WorldError } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

const PIN_LIMIT = 3;

/** Pins an issue; refuses a fourth. */
export function pinIssue(state: WorldState, actor: Account, issue: Issue): void {
  const { repository } = issue;
  requireWritable(repository);
  if (isPinned(issue)) throw new WorldError("unprocessable", "This issue is already pinned");
  if (repository.pins.length >= PIN_LIMIT) {
    throw new WorldError("unprocessable", "Maximum 3 pinned issues per repository");
  }
  state.tick();
  const pin: Pin = { kind: "pin", ...state.identify("PI"), issue, pinnedBy: actor };
  repository.pins.push(pin);
  state.nodes.set(pin.nodeId, pin);
  record(state, issue, actor, "PinnedEvent", { issue });
  state.emit({ name: "issues", action: "pinned", repository, sender: actor, parts: { issue } });
}

/** Unpins an issue that is pinned. */
export function unpinIssue(state: WorldState, actor: Account, issue: Issue): void {
  const { repository } = issue;
  requireWritable(repository);
  if (!isPinned(issue)) throw new WorldError("unprocessable", "This issue is not pinned");
  state.tick();
  dropPin(state, issue);
  record(state, issue, actor, "UnpinnedEvent", { issue });
  state.emit({ name: "issues", action: "unpinned", repository, sender: actor, parts: { issue } });
}

/** Whether the issue is pinned in its repository. */
export function isPinned(issue: Issue): boolean {
  return issue.repository.pins.some((pin) => pin.issue === issue);
}

/** Takes the pin away silently, as when the issue itself goes. */
export function dropPin(state: WorldState, issue: Issue): void {
  const { pins } = issue.repository;
  const index = pins.findIndex((pin) => pin.issue === issue);
  for (const pin of index < 0 ? [] : pins.splice(index, 1)) state.nodes.delete(pin.nodeId);
}
