/** The filters and orders of GitHub's list of a repository's issues. */
import { requireMilestone } from "../world/lookup.ts";
import type { Issue, Repository } from "../world/model.ts";
import { byRecency } from "../world/recency.ts";
import { invalid } from "../world/world-error.ts";

type Test = (issue: Issue) => boolean;

/** The issues and pull requests asked for, newest created first unless the query says otherwise. */
export function queryIssues(repository: Repository, query: URLSearchParams): readonly Issue[] {
  const tests = [
    stateTest(query.get("state") ?? "open"),
    sinceTest(query.get("since")),
    milestoneTest(repository, query.get("milestone")),
    labelTest(query.get("labels")),
    assigneeTest(query.get("assignee")),
    creatorTest(query.get("creator")),
  ];
  const found = byRecency(repository).filter((issue) => tests.every((test) => test(issue)));
  if (query.get("sort") !== "updated") found.sort((a, b) => a.id - b.id || a.number - b.number);
  return query.get("direction") === "asc" ? found : found.reverse();
}

function stateTest(state: string): Test {
  if (!["open", "closed", "all"].includes(state)) throw invalid("Issue", "state", "invalid");
  return (issue) => state === "all" || issue.state === state;
}

function sinceTest(since: string | null): Test {
  if (since === null) return () => true;
  if (Number.isNaN(Date.parse(since))) throw invalid("Issue", "since", "invalid");
  const from = new Date(since).toISOString();
  return (issue) => issue.updatedAt >= from.replace(/\.\d+Z$/, "Z");
}

function milestoneTest(repository: Repository, milestone: string | null): Test {
  if (milestone === null) return () => true;
  if (milestone === "none") return (issue) => issue.milestone === null;
  if (milestone === "*") return (issue) => issue.milestone !== null;
  const wanted = requireMilestone(repository, Number(milestone));
  return (issue) => issue.milestone === wanted;
}

function labelTest(labels: string | null): Test {
  const wanted = (labels ?? "").split(",").filter((name) => name !== "");
  return (issue) =>
    wanted.every((name) => {
      const label = issue.repository.labels.get(name.toLowerCase());
      return label !== undefined && issue.labels.has(label);
    });
}

function assigneeTest(assignee: string | null): Test {
  if (assignee === null) return () => true;
  if (assignee === "none") return (issue) => issue.assignees.size === 0;
  if (assignee === "*") return (issue) => issue.assignees.size > 0;
  return (issue) =>
    [...issue.assignees].some(({ login }) => login.toLowerCase() === assignee.toLowerCase());
}

function creatorTest(creator: string | null): Test {
  return (issue) => creator === null || issue.author.login.toLowerCase() === creator.toLowerCase();
}
