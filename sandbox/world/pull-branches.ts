/** What happens to open pull requests when their branches move or go. */
import { closeIssue } from "./issue-state.ts";
import type { Account, Commit, Issue } from "./model.ts";
import type { Push } from "./push.ts";
import { touch } from "./recency.ts";
import { record } from "./timeline.ts";
import type { WorldState } from "./world-state.ts";

/** Sends `synchronize` where the head moved, `closed` where head or base was deleted. */
export function followPush(state: WorldState, actor: Account, push: Push): void {
  const { name, repository } = push.ref;
  for (const issue of repository.issues.values()) {
    const { pull } = issue;
    if (pull === null || issue.state === "closed") continue;
    if (pull.headRef === name) followHead(state, actor, issue, push);
    else if (pull.baseRef === name && push.after === null) lose(state, actor, issue, "base");
  }
}

function followHead(state: WorldState, actor: Account, issue: Issue, push: Push): void {
  const { before, after } = push;
  if (after === null) lose(state, actor, issue, "head");
  else if (before !== null) synchronize(state, actor, issue, { before, after });
}

function lose(state: WorldState, actor: Account, issue: Issue, end: "head" | "base"): void {
  const type = end === "head" ? "HeadRefDeletedEvent" : "BaseRefDeletedEvent";
  record(state, issue, actor, type, {
    [`${end}RefName`]: end === "head" ? issue.pull?.headRef : issue.pull?.baseRef,
    pullRequest: issue,
  });
  closeIssue(state, actor, issue);
}

function synchronize(
  state: WorldState,
  sender: Account,
  issue: Issue,
  { before, after }: { readonly before: Commit; readonly after: Commit },
): void {
  const { repository, number, pull } = issue;
  if (pull === null) return;
  pull.headCommit = after;
  pull.baseCommit = repository.refs.get(pull.baseRef)?.target ?? pull.baseCommit;
  touch(issue, state.clock.iso());
  const parts = { number, before: before.sha, after: after.sha, pull_request: issue };
  state.emit({ name: "pull_request", action: "synchronize", repository, sender, parts });
}
