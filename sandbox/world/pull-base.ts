/** Pointing a pull request at another base. */
import type { Account, Issue } from "./model.ts";
import { touch } from "./recency.ts";
import { applyClosingLinks } from "./text-effects.ts";
import { record } from "./timeline.ts";
import { WorldError } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

/** Changes the base and sends `edited`; the branch must be there. */
export function changeBase(state: WorldState, sender: Account, issue: Issue, base: string): void {
  const { repository, number, pull } = issue;
  if (pull === null || pull.baseRef === base) return;
  const ref = repository.refs.get(base);
  if (ref === undefined) {
    const entry = { resource: "PullRequest", field: "base", code: "invalid" };
    throw new WorldError("unprocessable", "Base ref must be a branch", [entry]);
  }
  const from = { ref: { from: pull.baseRef }, sha: { from: pull.baseCommit.sha } };
  touch(issue, state.tick());
  record(state, issue, sender, "BaseRefChangedEvent", {
    ...{ previousRefName: pull.baseRef, currentRefName: base, pullRequest: issue },
  });
  pull.baseRef = base;
  pull.baseCommit = ref.target;
  applyClosingLinks(state, issue);
  const parts = { number, changes: { base: from }, pull_request: issue };
  state.emit({ name: "pull_request", action: "edited", repository, sender, parts });
}
