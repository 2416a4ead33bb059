/**
 * Lints the plan documents that a pull request touches, as they are at its head, and says so in a check run.
 * Which documents these are is said by the default branch alone: nothing of a pull request is configuration.
 */
import type { DocumentConfig } from "../../config/config.ts";
import { isNamedIn, selectDocuments } from "../../config/select-documents.ts";
import type { Plan } from "../../domain/plan.ts";
import type { FileReport } from "../../lint/lint-document.ts";
import { decodeText } from "../../markdown/bytes.ts";
import { RefusedError } from "../errors.ts";
import type { Hint } from "../hint.ts";
import type { PullRequestReader, RepositoryAddress } from "../ports.ts";
import { mostBytes, type SyncSources } from "../read-sources.ts";
import type { SyncPorts } from "../sync-ports.ts";
import { toCheckReport } from "./check-report.ts";

interface Checking {
  readonly ports: SyncPorts;
  readonly address: RepositoryAddress;
  readonly sources: SyncSources;
  readonly plan: Plan;
}

/** Kinds of what was written, in order. Costs nothing where no hint names a pull request. */
export async function checkPullRequests(
  run: Checking,
  hints: readonly Hint[],
): Promise<readonly string[]> {
  const { pullRequests } = run.ports;
  const { configured } = run.sources.choice;
  if (!pullRequests || configured.length === 0) return [];
  const numbers = new Set(
    hints.flatMap((hint) => (hint.kind === "pull-request" ? [hint.number] : [])),
  );
  const written: string[] = [];
  for (const number of numbers) {
    const isWritten = await checkUnlessRefused(run, pullRequests, number);
    if (isWritten) written.push("check-reported");
  }
  return written;
}

/** A permission that was not granted yet must not keep the surfaces from being true. */
async function checkUnlessRefused(
  run: Checking,
  pullRequests: PullRequestReader,
  number: number,
): Promise<boolean> {
  try {
    return await checkOne(run, pullRequests, number);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const because = error.message;
    run.ports.log.warn(
      { pullRequest: number, because },
      "A pull request's documents were not checked: GitHub refuses it. Grant the App the permission to write checks.",
    );
    return false;
  }
}

/** Anybody may open a pull request: what it holds must not keep a server busy. */
const mostBytesInAll = 2 * 1024 * 1024;

async function checkOne(
  { ports, address, sources, plan }: Checking,
  pullRequests: PullRequestReader,
  number: number,
): Promise<boolean> {
  const head = await pullRequests.readHead(address, number);
  const touched = head?.isOpen ? findTouched(sources.choice.configured, head.paths) : [];
  if (!head || touched.length === 0) return false;
  const files = await pullRequests.readFilesAt(address, head.headOid, touched);
  const [reports, unread]: [FileReport[], string[]] = [[], []];
  // Its rules take some megabytes, and many servers never need them.
  const { lintDocument } = await import("../../lint/lint-document.ts");
  let left = mostBytesInAll;
  for (const path of touched) {
    const file = files.get(path);
    if (file?.kind !== "file" || file.byteSize > Math.min(mostBytes.document, left)) {
      unread.push(path);
      continue;
    }
    left -= file.byteSize;
    const text = decodeText(await ports.reader.readBlob(address, file.oid));
    const isNamed = isNamedIn(sources.choice.configured, path);
    reports.push(lintDocument({ path, text, isNamed }, plan));
  }
  const report = toCheckReport(head.headOid, reports, unread);
  const applied = await ports.applier.apply(address, { kind: "report-check", report });
  return applied.kind === "check-reported" && applied.isWritten;
}

/** A pattern also finds what the pull request adds. */
function findTouched(
  configured: readonly DocumentConfig[],
  changed: ReadonlySet<string>,
): readonly string[] {
  const { documents } = selectDocuments(configured, [...changed]);
  return documents.map(({ path }) => path).filter((path) => changed.has(path));
}
