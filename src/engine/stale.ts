/**
 * What each webhook makes stale: one table, by event and action. An entry names parts of the payload
 * (the app turns them into hints) or says why the event changes nothing in a plan. An action that is
 * not listed falls to its event's "*", so that those GitHub adds later still count.
 */

export type Stale =
  /** What a read of the latest changes finds. */
  | "changes"
  | "everything"
  | "issue"
  | "gone-issue"
  /** The issues of this repository at both ends of a dependency: GitHub moves the date of neither. */
  | "dependency"
  /** The same of a parent and its sub-issue. */
  | "sub-issue"
  | "renamed-label"
  | "deleted-label"
  /** The issues that a pull request's text says it closes. */
  | "closing-issues"
  /** What is found in the plan documents that a pull request touches. */
  | "pull-request"
  /** A comment or an opening text that may hold commands. */
  | "text"
  /** Everything, in each repository that the payload lists. */
  | "listed-repositories";

export type Staleness = readonly Stale[] | { readonly ignored: string };

const pullRequest: Staleness = ["changes", "closing-issues"];
const ignored = (because: string): Staleness => ({ ignored: because });

const table: Readonly<Record<string, Staleness>> = {
  "issues.*": ["changes", "issue"],
  "issues.opened": ["changes", "issue", "text"],
  "issues.edited": ["changes", "issue", "text"],
  "issues.deleted": ["gone-issue"],
  "issues.transferred": ["gone-issue"],
  "issue_dependencies.*": ["changes", "dependency"],
  "sub_issues.*": ["changes", "sub-issue"],
  "milestone.*": ["changes"],
  "label.*": ["changes"],
  "label.created": ignored("a new label is on no issue yet"),
  "label.edited": ["renamed-label"],
  "label.deleted": ["deleted-label"],
  "issue_comment.*": ignored("only what a comment says when it is written or edited is a command"),
  "issue_comment.created": ["text"],
  "issue_comment.edited": ["text"],
  "pull_request.*": ignored("this changes neither a pull request's state nor what it closes"),
  "pull_request.opened": [...pullRequest, "pull-request"],
  "pull_request.synchronize": ["pull-request"],
  "pull_request.edited": pullRequest,
  "pull_request.closed": pullRequest,
  "pull_request.reopened": [...pullRequest, "pull-request"],
  "pull_request.ready_for_review": pullRequest,
  "pull_request.converted_to_draft": pullRequest,
  "push.*": ["changes"],
  "repository.*": ["everything"],
  "repository.created": ignored("the installation's own event names a new repository"),
  "repository.archived": ignored("an archived repository cannot be written to"),
  "repository.deleted": ignored("the repository is gone"),
  "installation.*": ignored("no repository was added"),
  "installation.created": ["listed-repositories"],
  "installation.unsuspend": ["listed-repositories"],
  "installation.new_permissions_accepted": ["listed-repositories"],
  "installation_repositories.*": ignored("no repository was added"),
  "installation_repositories.added": ["listed-repositories"],
};

export function findStaleness(event: string, action: string | undefined): Staleness {
  return (
    table[`${event}.${action}`] ??
    table[`${event}.*`] ??
    ignored(`Milepost does not act on ${event} events`)
  );
}
