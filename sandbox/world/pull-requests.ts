/** Pull requests, as far as a plan meets them: numbers, links to issues, merging, closing keywords. */
import { requireBodyFits, requireTitleFits } from "./bodies.ts";
import { addCommit, applyMessage, requireRef, tellOfPush } from "./commits.ts";
import { closeIssue } from "./issue-state.ts";
import { addIssue } from "./issues.ts";
import { requireWritable } from "./lookup.ts";
import { changeState } from "./milestone-counters.ts";
import type { Account, Commit, Issue, PullRequest, Repository } from "./model.ts";
import { touch } from "./recency.ts";
import { contains } from "./refs.ts";
import { applyClosingLinks, applyNewText } from "./text-effects.ts";
import { record } from "./timeline.ts";
import { invalid, WorldError } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

export interface NewPullRequest {
  readonly title: string;
  readonly body?: string;
  /** Branch names in the same repository. */
  readonly head: string;
  readonly base: string;
  readonly isDraft?: boolean;
}

/** Opens a pull request and links the issues that its body says it closes. */
export function createPullRequest(
  state: WorldState,
  actor: Account,
  repository: Repository,
  input: NewPullRequest,
): Issue {
  requireWritable(repository);
  requireTitleFits("PullRequest", input.title);
  requireBodyFits("PullRequest", input.body ?? "");
  const { head, base } = requireEnds(repository, input);
  requireNoOther(repository, input);
  state.tick();
  const pull: PullRequest = {
    ...{ headRef: input.head, baseRef: input.base, isDraft: input.isDraft ?? false },
    ...{ headCommit: head.target, baseCommit: base.target },
    ...{ mergedAt: null, mergedBy: null, mergeCommit: null },
    ...{ connected: new Set<Issue>(), closes: [] },
  };
  const issue = addIssue(state, actor, repository, input, pull);
  applyClosingLinks(state, issue);
  applyNewText(state, issue, actor, issue.body);
  tell(state, actor, issue, "opened");
  return issue;
}

/** Both branches, if there is something on the head that the base lacks. */
function requireEnds(repository: Repository, input: NewPullRequest) {
  const [head, base] = [repository.refs.get(input.head), repository.refs.get(input.base)];
  if (head === undefined || base === undefined) {
    const [field, end] = head === undefined ? ["head", "Head"] : ["base", "Base"];
    const between = `No commits between ${input.base} and ${input.head}`;
    const message = `Head sha can't be blank, Base sha can't be blank, ${between}, ${end} ref must be a branch`;
    throw new WorldError("unprocessable", message, [
      { resource: "PullRequest", field, code: "invalid" },
    ]);
  }
  if (contains(base.target, head.target)) {
    const message = `No commits between ${input.base} and ${input.head}`;
    throw invalid("PullRequest", "base", "custom", message);
  }
  return { head, base };
}

function requireNoOther(repository: Repository, input: NewPullRequest): void {
  for (const { state, pull } of repository.issues.values()) {
    if (state === "open" && pull?.headRef === input.head && pull.baseRef === input.base) {
      const message = `A pull request already exists for ${repository.owner.login}:${input.head}.`;
      throw invalid("PullRequest", "head", "custom", message);
    }
  }
}

/** Merges: moves the base branch, closes the linked issues, sends `pull_request.closed` and `push`. */
export function mergePullRequest(state: WorldState, actor: Account, issue: Issue): Commit {
  const { repository, pull } = issue;
  requireWritable(repository);
  if (pull === null || issue.state === "closed") {
    throw new WorldError("unprocessable", "Pull Request is not mergeable");
  }
  const base = requireRef(repository, pull.baseRef);
  const head = requireRef(repository, pull.headRef).target;
  const before = base.target;
  const at = state.tick();
  const commit = addMergeCommit(state, actor, issue, before, head);
  base.target = commit;
  repository.pushedAt = at;
  Object.assign(pull, { mergedAt: at, mergedBy: actor, mergeCommit: commit, baseCommit: before });
  changeState(issue, "closed");
  Object.assign(issue, { closedAt: at, closedBy: actor });
  touch(issue, at);
  record(state, issue, actor, "MergedEvent", {
    commit,
    pullRequest: issue,
    mergeRefName: base.name,
  });
  const details = { stateReason: null, duplicateOf: null, closer: null, closable: issue };
  record(state, issue, actor, "ClosedEvent", details);
  tell(state, actor, issue, "closed");
  const brought = firstParents(head, new Set(firstParents(before)));
  tellOfPush(state, actor, { ref: base, before, after: commit, commits: [...brought, commit] });
  for (const target of pull.closes) {
    if (target.state === "open") closeIssue(state, actor, target, { closer: issue });
  }
  if (base.name !== repository.defaultBranch) return commit;
  for (const one of brought) applyMessage(state, actor, one);
  return commit;
}

function addMergeCommit(
  state: WorldState,
  actor: Account,
  issue: Issue,
  base: Commit,
  head: Commit,
): Commit {
  const source = `${issue.repository.owner.login}/${issue.pull?.headRef}`;
  const message = `Merge pull request #${issue.number} from ${source}\n\n${issue.title}`;
  const files = firstParents(head).includes(base)
    ? head.files
    : new Map([...base.files, ...head.files]);
  return addCommit(state, actor, issue.repository, { message, files, parents: [base, head] });
}

/** The commit and its ancestors along first parents, oldest first, without those to leave out. */
function firstParents(commit: Commit, without: ReadonlySet<Commit> = new Set()): Commit[] {
  const chain: Commit[] = [];
  let next: Commit | undefined = commit;
  while (next !== undefined && !without.has(next)) {
    chain.unshift(next);
    next = next.parents[0];
  }
  return chain;
}

function tell(state: WorldState, sender: Account, issue: Issue, action: string): void {
  const { repository, number } = issue;
  const parts = { number, pull_request: issue };
  state.emit({ name: "pull_request", action, repository, sender, parts });
}
