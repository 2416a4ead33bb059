/** Check runs and suites in REST's shape. */
import type { Annotation, CheckApp, CheckRun, CheckSuite } from "../world/check-model.ts";
import { suiteOutcome } from "../world/checks.ts";
import type { Issue } from "../world/model.ts";
import { repositoryApi, repositoryPage } from "./addresses.ts";
import { integrationJson } from "./installation-json.ts";

/** A check run. */
export function checkRunJson(run: CheckRun): Record<string, unknown> {
  const { suite, annotations, title, summary, text } = run;
  const url = `${repositoryApi(suite.repository)}/check-runs/${run.id}`;
  return {
    ...{ id: run.id, node_id: run.nodeId, head_sha: suite.commit.sha, name: run.name },
    ...{ external_id: run.externalId, details_url: run.detailsUrl, url },
    html_url: `${repositoryPage(suite.repository)}/runs/${run.id}`,
    ...{ status: run.status, conclusion: run.conclusion },
    ...{ started_at: run.startedAt, completed_at: run.completedAt },
    output: {
      ...{ title, summary, text, annotations_count: annotations.length },
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: suite.id },
    app: appOf(suite.app),
    pull_requests: pullsOf(suite),
  };
}

/** A check run as its deliveries have it: with the whole suite. */
export function checkRunEventJson(run: CheckRun): Record<string, unknown> {
  return { ...checkRunJson(run), check_suite: suiteCore(run.suite) };
}

/** A check suite as its deliveries have it. */
export function checkSuiteJson(suite: CheckSuite): Record<string, unknown> {
  const { commit, runs } = suite;
  const person = { name: commit.author.login, email: commit.author.email };
  return {
    ...suiteCore(suite),
    ...{ latest_check_runs_count: runs.length, rerequestable: true, runs_rerequestable: true },
    check_runs_url: `${suiteUrl(suite)}/check-runs`,
    head_commit: {
      ...{ id: commit.sha, tree_id: commit.treeSha, message: commit.message },
      ...{ timestamp: commit.committedAt, author: person, committer: person },
    },
  };
}

function suiteCore(suite: CheckSuite): Record<string, unknown> {
  const { status, conclusion } = suiteOutcome(suite);
  return {
    ...{
      id: suite.id,
      node_id: suite.nodeId,
      head_branch: suite.branch,
      head_sha: suite.commit.sha,
    },
    ...{ status, conclusion, url: suiteUrl(suite) },
    before: suite.before?.sha ?? null,
    after: suite.commit.sha,
    pull_requests: pullsOf(suite),
    app: appOf(suite.app),
    ...{ created_at: suite.createdAt, updated_at: suite.updatedAt },
  };
}

function suiteUrl({ repository, id }: CheckSuite): string {
  return `${repositoryApi(repository)}/check-suites/${id}`;
}

function appOf(app: CheckApp): Record<string, unknown> {
  return integrationJson(app, { checks: "write", metadata: "read" }, ["check_run", "check_suite"]);
}

/** Open pull requests whose head is the commit. */
function pullsOf({ repository, commit }: CheckSuite): readonly Record<string, unknown>[] {
  const found = [...repository.issues.values()].filter(
    ({ pull, state }) => pull !== null && state === "open" && pull.headCommit === commit,
  );
  return found.map(pullMinimalJson);
}

function pullMinimalJson({ id, number, repository, pull }: Issue): Record<string, unknown> {
  const repo = { id: repository.id, url: repositoryApi(repository), name: repository.name };
  return {
    ...{ id, number, url: `${repositoryApi(repository)}/pulls/${number}` },
    head: { ref: pull?.headRef, sha: pull?.headCommit.sha, repo },
    base: { ref: pull?.baseRef, sha: pull?.baseCommit.sha, repo },
  };
}

/** An annotation of a run. */
export function annotationJson(run: CheckRun, annotation: Annotation): Record<string, unknown> {
  const { repository, commit } = run.suite;
  const place = `${commit.sha}/${encodeURI(annotation.path)}`;
  return { ...annotation, blob_href: `${repositoryPage(repository)}/blob/${place}` };
}
