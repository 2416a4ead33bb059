/**
 * What Apps find about a commit: a suite per App and commit, in it runs with a conclusion and
 * annotations. Only the App that made a run changes it.
 */
import type { Annotation, CheckApp, CheckRun, CheckStatus, CheckSuite } from "./check-model.ts";
import type { Account, Commit } from "./model.ts";
import { WorldError } from "./world-error.ts";
import type { WorldEvent } from "./world-event.ts";
import type { WorldState } from "./world-state.ts";

/** What an App says of a run; absent fields stay as they are. */
export interface CheckInput {
  readonly name?: string;
  readonly detailsUrl?: string;
  readonly externalId?: string;
  readonly status?: CheckStatus;
  readonly conclusion?: string;
  readonly startedAt?: string;
  readonly completedAt?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly text?: string;
  /** Added to those already there. */
  readonly annotations?: readonly Annotation[];
}

/** The suite of an App for a commit; made on first use. */
export function suiteFor(
  state: WorldState,
  commit: Commit,
  app: CheckApp,
  pushed: { readonly branch: string | null; readonly before: Commit | null },
): CheckSuite {
  const known = state.checkSuites.find(
    (suite) => suite.commit === commit && suite.app.appId === app.appId,
  );
  if (known !== undefined) return known;
  const at = state.clock.iso();
  const suite: CheckSuite = {
    kind: "check-suite",
    ...state.identify("CS"),
    ...{ repository: commit.repository, commit, app, ...pushed, createdAt: at, updatedAt: at },
    runs: [],
  };
  state.checkSuites.push(suite);
  return suite;
}

/** Makes a run; sends `created`, and `completed` when it is done at once. */
export function createCheckRun(
  state: WorldState,
  app: CheckApp,
  commit: Commit,
  input: CheckInput & { readonly name: string },
): CheckRun {
  const at = state.tick();
  const branch = [...commit.repository.refs.values()].find(({ target }) => target === commit);
  const suite = suiteFor(state, commit, app, { branch: branch?.name ?? null, before: null });
  const run: CheckRun = {
    kind: "check-run",
    ...state.identify("CR"),
    ...{ suite, name: input.name, status: "queued", conclusion: null, externalId: "" },
    ...{ detailsUrl: `https://github.com/apps/${app.slug}`, startedAt: at, completedAt: null },
    ...{ title: null, summary: null, text: null, annotations: [] },
  };
  suite.runs.push(run);
  state.checkRuns.set(run.id, run);
  apply(run, input, at);
  tellOfRun(state, app.bot, run, "created");
  if (run.status === "completed") complete(state, app.bot, run);
  return run;
}

/** Changes a run; sends `completed` when that is what it becomes. */
export function updateCheckRun(
  state: WorldState,
  app: CheckApp,
  run: CheckRun,
  input: CheckInput,
): CheckRun {
  if (run.suite.app.appId !== app.appId) {
    const words = "check run can only be modified by the GitHub App that created it.";
    throw new WorldError("forbidden", `Invalid app_id \`${app.appId}\` - ${words}`);
  }
  const wasDone = run.status === "completed";
  apply(run, input, state.tick());
  if (run.status === "completed" && !wasDone) complete(state, app.bot, run);
  return run;
}

function apply(run: CheckRun, input: CheckInput, at: string): void {
  const { annotations = [], conclusion, status, ...fields } = input;
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  Object.assign(run, Object.fromEntries(given));
  run.annotations.push(...annotations);
  run.suite.updatedAt = at;
  // A conclusion completes; any other status opens the run again.
  run.status = conclusion === undefined ? (status ?? run.status) : "completed";
  if (conclusion !== undefined) run.conclusion = conclusion;
  if (run.status === "completed") run.completedAt ??= at;
  else Object.assign(run, { conclusion: null, completedAt: null });
}

function complete(state: WorldState, sender: Account, run: CheckRun): void {
  tellOfRun(state, sender, run, "completed");
  const { suite } = run;
  if (suite.runs.some(({ status }) => status !== "completed")) return;
  tellOfSuite(state, sender, suite, "completed");
}

/** As when a person asks for a run once more: only its App is told, and may start over. */
export function rerequestRun(state: WorldState, actor: Account, run: CheckRun): void {
  state.tick();
  tellOfRun(state, actor, run, "rerequested", run.suite.app.appId);
}

/** As `rerequestRun`, for all runs of a commit. */
export function rerequestSuite(state: WorldState, actor: Account, suite: CheckSuite): void {
  state.tick();
  tellOfSuite(state, actor, suite, "rerequested", suite.app.appId);
}

function tellOfRun(
  state: WorldState,
  sender: Account,
  run: CheckRun,
  action: string,
  onlyTo?: number,
): void {
  const { repository } = run.suite;
  const event: WorldEvent = {
    name: "check_run",
    action,
    repository,
    sender,
    parts: { check_run: run },
  };
  state.emit(onlyTo === undefined ? event : { ...event, onlyTo });
}

function tellOfSuite(
  state: WorldState,
  sender: Account,
  suite: CheckSuite,
  action: string,
  onlyTo?: number,
): void {
  const { repository } = suite;
  const parts = { check_suite: suite };
  const event: WorldEvent = { name: "check_suite", action, repository, sender, parts };
  state.emit(onlyTo === undefined ? event : { ...event, onlyTo });
}

/** A suite's own status and conclusion: what is worst among its runs. */
export function suiteOutcome({ runs }: CheckSuite): {
  readonly status: CheckStatus;
  readonly conclusion: string | null;
} {
  if (runs.length === 0) return { status: "queued", conclusion: null };
  if (runs.some(({ status }) => status !== "completed")) {
    return { status: "in_progress", conclusion: null };
  }
  const worst = ["failure", "timed_out", "cancelled", "action_required", "success", "neutral"];
  const conclusion = worst.find((one) => runs.some((run) => run.conclusion === one));
  return { status: "completed", conclusion: conclusion ?? "neutral" };
}
