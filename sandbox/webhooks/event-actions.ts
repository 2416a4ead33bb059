/** Every event the sandbox sends, with its actions; `""` where an event has none. */
export const EVENT_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  check_run: ["created", "completed", "rerequested"],
  check_suite: ["requested", "completed", "rerequested"],
  installation: ["created", "deleted", "new_permissions_accepted", "suspend", "unsuspend"],
  installation_repositories: ["added", "removed"],
  issue_comment: ["created", "deleted", "edited"],
  issue_dependencies: [
    ...["blocked_by_added", "blocked_by_removed", "blocking_added", "blocking_removed"],
  ],
  issues: [
    ...["opened", "edited", "closed", "reopened", "deleted", "transferred"],
    ...["labeled", "unlabeled", "milestoned", "demilestoned", "assigned", "unassigned"],
    ...["typed", "untyped", "pinned", "unpinned", "locked", "unlocked"],
  ],
  label: ["created", "deleted", "edited"],
  milestone: ["created", "edited", "closed", "opened", "deleted"],
  pull_request: [
    ...["opened", "edited", "closed", "reopened", "synchronize"],
    ...["labeled", "unlabeled", "milestoned", "demilestoned", "assigned", "unassigned"],
  ],
  push: [""],
  repository: [
    ...["created", "edited", "renamed", "archived", "unarchived"],
    ...["privatized", "publicized", "transferred", "deleted"],
  ],
  sub_issues: [
    ...["parent_issue_added", "parent_issue_removed", "sub_issue_added", "sub_issue_removed"],
  ],
};

/** Throws for an event that is not listed, because nothing would check its shape. */
export function requireKnown(event: string, action: unknown): void {
  const name = typeof action === "string" ? action : "";
  if (EVENT_ACTIONS[event]?.includes(name)) return;
  throw new Error(`sandbox: ${event}.${name} is sent and not listed in event-actions.ts`);
}
