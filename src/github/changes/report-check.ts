/**
 * A check run with annotations, 50 a call. It is looked for by its key first: where a process died between two
 * calls it goes on where that one ended, and what is finished is not said again.
 */
import type { Applied, CheckAnnotation, CheckReport } from "../../engine/change.ts";
import type { RepositoryAddress } from "../../engine/ports.ts";
import { writeRest } from "../call-rest.ts";
import { chunk } from "../chunk.ts";
import type { Octokit } from "../octokit.ts";
import { translateError } from "../translate-error.ts";

const name = "Plan documents";
const keyPrefix = "milepost-lint:";
const annotationsPerCall = 50;

interface FoundRun {
  readonly id: number | bigint;
  readonly external_id: string | null;
  readonly status: string;
  readonly output: { readonly annotations_count: number };
}

type Send = (run: FoundRun["id"] | null, body: object) => Promise<FoundRun["id"]>;

export async function reportCheck(
  octokit: Octokit,
  address: RepositoryAddress,
  report: CheckReport,
): Promise<Applied> {
  const key = `${keyPrefix}${report.key}`;
  const runs = await findRuns(octokit, address, report.headOid);
  const send = sender(octokit, address, report, key);
  for (const { id, status, external_id } of runs) {
    if (status !== "completed" && external_id !== key) await send(id, { conclusion: "cancelled" });
  }
  const known = runs.find(({ external_id }) => external_id === key);
  if (known?.status === "completed") return { kind: "check-reported", isWritten: false };
  await sendAll(send, report, known ?? null);
  return { kind: "check-reported", isWritten: true };
}

/** Open until the last annotation is there: nobody reads half a report as the whole. */
async function sendAll(send: Send, report: CheckReport, known: FoundRun | null): Promise<void> {
  const { annotations, title, summary, conclusion } = report;
  const left = annotations.slice(known?.output.annotations_count ?? 0);
  const parts = left.length === 0 ? [[]] : chunk(left, annotationsPerCall);
  let run = known?.id ?? null;
  for (const [index, part] of parts.entries()) {
    const output = { title, summary, annotations: part.map(toAnnotation) };
    const isLast = index === parts.length - 1;
    run = await send(run, { output, ...(isLast ? { conclusion } : { status: "in_progress" }) });
  }
}

function sender(
  octokit: Octokit,
  { owner, name: repo }: RepositoryAddress,
  { headOid }: CheckReport,
  key: string,
): Send {
  return async (run, body) => {
    if (run !== null) {
      const route = "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}";
      await writeRest(() => octokit.request(route, { owner, repo, check_run_id: run, ...body }));
      return run;
    }
    const made = { owner, repo, name, head_sha: headOid, external_id: key, ...body };
    const route = "POST /repos/{owner}/{repo}/check-runs";
    const { data } = await writeRest(() => octokit.request(route, made));
    return data.id;
  };
}

/** Milepost's own runs of this commit. */
async function findRuns(
  octokit: Octokit,
  { owner, name: repo }: RepositoryAddress,
  ref: string,
): Promise<readonly FoundRun[]> {
  try {
    const route = "GET /repos/{owner}/{repo}/commits/{ref}/check-runs";
    const wanted = { owner, repo, ref, check_name: name, filter: "all" as const, per_page: 100 };
    const { data } = await octokit.request(route, wanted);
    return data.check_runs.filter((run) => run.external_id?.startsWith(keyPrefix));
  } catch (error) {
    throw translateError(error, "write");
  }
}

function toAnnotation({ path, line, level, title, message, details }: CheckAnnotation) {
  return {
    ...{ path, start_line: line, end_line: line, annotation_level: level, title, message },
    ...(details === "" ? {} : { raw_details: details }),
  };
}
