/** Check runs: make, change, read, list. All need the permission `checks`. */
import { annotationJson, checkRunJson } from "../shapes/check-json.ts";
import type { CheckApp, CheckRun } from "../world/check-model.ts";
import { createCheckRun, updateCheckRun } from "../world/checks.ts";
import { requireWritable } from "../world/lookup.ts";
import type { Commit, Repository } from "../world/model.ts";
import { WorldError } from "../world/world-error.ts";
import { requiredText } from "./body.ts";
import { readCheckInput } from "./check-input.ts";
import { cut, page } from "./paging.ts";
import {
  created,
  type Entry,
  enter,
  ok,
  type RestReply,
  type RestRequest,
  type RestRoute,
} from "./rest-route.ts";

const REPO = "/repos/{owner}/{repo}";
const RUN = `${REPO}/check-runs/{check_run_id}`;
const READ = ["checks", "read"] as const;
const WRITE = ["checks", "write"] as const;

export const checkRoutes: readonly RestRoute[] = [
  { method: "POST", template: `${REPO}/check-runs`, access: WRITE, handle: create },
  { method: "PATCH", template: RUN, access: WRITE, handle: update },
  {
    method: "GET",
    template: RUN,
    access: READ,
    handle: (request) => ok(checkRunJson(enterRun(request).run)),
  },
  { method: "GET", template: `${RUN}/annotations`, access: READ, handle: listAnnotations },
  { method: "GET", template: `${REPO}/commits/{ref}/check-runs`, access: READ, handle: list },
];

function appOf({ installation: { app } }: Entry): CheckApp {
  const { appId, clientId, slug } = app.app;
  return { appId, clientId, slug, bot: app.bot };
}

function enterRun(request: RestRequest): Entry & { readonly run: CheckRun } {
  const entry = enter(request);
  const run = entry.services.state.checkRuns.get(Number(request.params.check_run_id));
  if (run?.suite.repository !== entry.repository) throw new WorldError("not-found", "Not Found");
  return { ...entry, run };
}

function create(request: RestRequest): RestReply {
  const entry = enter(request);
  requireWritable(entry.repository);
  const name = requiredText(request.body, "name", "CheckRun");
  const sha = requiredText(request.body, "head_sha", "CheckRun");
  const commit = entry.repository.commits.get(sha);
  if (commit === undefined)
    throw new WorldError("unprocessable", `No commit found for SHA: ${sha}`);
  const input = { ...readCheckInput(request.body), name };
  return created(checkRunJson(createCheckRun(entry.services.state, appOf(entry), commit, input)));
}

function update(request: RestRequest): RestReply {
  const entry = enterRun(request);
  requireWritable(entry.repository);
  const input = readCheckInput(request.body);
  return ok(checkRunJson(updateCheckRun(entry.services.state, appOf(entry), entry.run, input)));
}

function listAnnotations(request: RestRequest): RestReply {
  const { run } = enterRun(request);
  return page(request, run.annotations, (annotation) => annotationJson(run, annotation));
}

function list(request: RestRequest): RestReply {
  const { repository, services } = enter(request);
  const { query } = request;
  const commit = commitOf(repository, request.params.ref ?? "");
  const name = query.get("check_name");
  const status = query.get("status");
  const appId = query.get("app_id");
  const all = [...services.state.checkRuns.values()].filter(
    (run) =>
      run.suite.commit === commit &&
      (name === null || run.name === name) &&
      (status === null || run.status === status) &&
      (appId === null || String(run.suite.app.appId) === appId),
  );
  const found = query.get("filter") === "all" ? all : latest(all);
  const { slice, headers } = cut(request, found.reverse());
  return ok({ total_count: found.length, check_runs: slice.map(checkRunJson) }, headers);
}

/** Of runs of one name and App only the newest. */
function latest(runs: readonly CheckRun[]): CheckRun[] {
  const byName = new Map(runs.map((run) => [`${run.suite.app.appId} ${run.name}`, run]));
  return runs.filter((run) => byName.get(`${run.suite.app.appId} ${run.name}`) === run);
}

function commitOf({ refs, commits }: Repository, name: string): Commit {
  const commit = refs.get(name.replace(/^heads\//, ""))?.target ?? commits.get(name);
  if (commit !== undefined) return commit;
  throw new WorldError("unprocessable", `No commit found for SHA: ${name}`);
}
