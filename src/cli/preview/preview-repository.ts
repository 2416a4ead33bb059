/**
 * `milepost preview OWNER/REPO`: what Milepost would write in a real repository, by the very code that
 * would write it. It writes nothing.
 */

import { systemClock } from "../../app/system-clock.ts";
import { createMemoryCache } from "../../backends/memory/memory-cache.ts";
import { configPath } from "../../config/settings-file.ts";
import type { RepositoryAddress, RepositoryCache } from "../../engine/ports.ts";
import type { SkipReason } from "../../engine/reason-to-skip.ts";
import { createSyncJob } from "../../engine/sync-job.ts";
import type { SyncReport, Wanted } from "../../engine/sync-report.ts";
import type { GithubAccess } from "../github-access.ts";
import { quietLog } from "../quiet-log.ts";
import { unifiedDiff } from "../unified-diff.ts";

/** Prints the status issue and each file's difference. Throws what reading throws. */
export async function previewRepository(
  address: RepositoryAddress,
  { reader, applier }: GithubAccess,
  print: (line: string) => void,
): Promise<void> {
  const cache = createMemoryCache();
  const reports: SyncReport[] = [];
  const onSynced = (_address: RepositoryAddress, report: SyncReport) => reports.push(report);
  const ports = { reader, applier, cache, clock: systemClock, log: quietLog(print), onSynced };
  await createSyncJob(ports, { observe: true })(address, [{ kind: "everything" }]);
  const [report] = reports;
  const wanted = report?.wanted;
  if (!wanted) {
    print(skipText(address, report?.skipped ?? "nothing-planned"));
    return;
  }
  printStatus(wanted, print);
  await printFiles(wanted, address, cache, print);
  print(furtherText(wanted));
}

function printStatus({ status }: Wanted, print: (line: string) => void): void {
  if (status === null) {
    print("The status issue's markers are broken, so it would be left as it is.");
    return;
  }
  const title = status.before === null ? "A new status issue" : "The status issue";
  print(`${title} would say:\n\n${visiblePart(status.after)}\n`);
}

/** What a reader sees: without the markers and the notebook. */
function visiblePart(body: string): string {
  return body
    .replace(/<!-- milepost[\s\S]*?-->\n?/g, "")
    .replace(/^\[[^\]\n]+\]: \S+\n/gm, "")
    .trim();
}

/** The texts as they are were read by the job and lie in its cache. */
async function printFiles(
  { files }: Wanted,
  address: RepositoryAddress,
  cache: RepositoryCache,
  print: (line: string) => void,
): Promise<void> {
  const memory = await cache.load(address);
  const text = (file: Uint8Array | null) => new TextDecoder().decode(file ?? new Uint8Array());
  for (const { path, bytes } of files) {
    const oid = memory?.files.get(path)?.oid;
    const before = oid === undefined ? null : await cache.loadBlob(oid);
    print(`${unifiedDiff(path, text(before), text(bytes))}\n`);
  }
}

function furtherText({ files }: Wanted): string {
  const written = files.length === 0 ? `To keep documents, list them in ${configPath}.` : "";
  return `Nothing was written. To have this kept, install Milepost on the repository. ${written}`.trim();
}

function skipText({ owner, name }: RepositoryAddress, reason: SkipReason): string {
  return `In ${owner}/${name} Milepost would write nothing: ${reasons[reason]}`;
}

const reasons: Readonly<Record<SkipReason, string>> = {
  archived: "the repository is archived.",
  "issues-disabled": "issues are disabled in its settings.",
  "waits-for-configuration": `it has no ${configPath}, and Milepost is installed on all repositories of the account. Add the file.`,
  paused: "its status issue is closed, which pauses Milepost. Reopen it to resume.",
  "nothing-planned": `it has no open milestone and no ${configPath}. Create a milestone, and give it issues.`,
};
