/**
 * `milepost leave OWNER/REPO`: takes Milepost out of a repository. The pull request that documents waited in
 * goes, and its branch; markers go, what they held stays as text; the status issue is closed; what remains is
 * listed. Running it again changes nothing.
 */
import { createMemoryCache } from "../../backends/memory/memory-cache.ts";
import { configPath } from "../../config/settings-file.ts";
import { proposalBranch } from "../../domain/proposal.ts";
import type { FileChange } from "../../engine/change.ts";
import { decideWithdrawal } from "../../engine/decide-proposal.ts";
import { findStatusIssue } from "../../engine/decide-status.ts";
import { RefusedError } from "../../engine/errors.ts";
import type { RepositoryAddress } from "../../engine/ports.ts";
import { readSources, type SyncSources } from "../../engine/read-sources.ts";
import { removeMarkers } from "../../markdown/remove-markers.ts";
import type { GithubAccess } from "../github-access.ts";

/** Prints what was done and what remains. Throws what reading and writing throw. */
export async function leave(
  address: RepositoryAddress,
  access: GithubAccess,
  print: (line: string) => void,
): Promise<void> {
  const ports = { reader: access.reader, cache: createMemoryCache() };
  const sources = await readSources(ports, address, [{ kind: "everything" }]);
  await withdrawProposal(address, access, sources, print);
  await removeFromDocuments(address, access, sources, print);
  await closeStatusIssue(address, access, sources, print);
  for (const line of remaining(sources)) print(line);
}

/** What the App made, and whoever wrote the status issue is the App; a branch with others' commits is theirs. */
async function withdrawProposal(
  address: RepositoryAddress,
  { applier, readerAsAuthorOf }: GithubAccess,
  { memory }: SyncSources,
  print: (line: string) => void,
): Promise<void> {
  const status = findStatusIssue(memory.issues);
  if (!status) return;
  const request = { since: status.updatedAt, issues: [], paths: [] };
  const reading = await readerAsAuthorOf(status.id).readRepository(address, request);
  const withdrawal = decideWithdrawal(
    { repository: reading.repository, refusals: [] },
    status.updatedAt,
  );
  if (withdrawal === null) return;
  await applier.apply(address, withdrawal);
  const pullRequest = reading.repository.proposal?.pullRequest;
  if (pullRequest?.state === "open") print(`Closed pull request #${pullRequest.number}.`);
  print(`Deleted its branch, ${proposalBranch}.`);
}

async function removeFromDocuments(
  address: RepositoryAddress,
  { applier }: GithubAccess,
  { memory, config, files }: SyncSources,
  print: (line: string) => void,
): Promise<void> {
  const branch = memory.repository.defaultBranch;
  const changes = config.documents.flatMap(({ path }): FileChange[] => {
    const file = files.get(path);
    if (file?.kind !== "file") return [];
    const bytes = removeMarkers(file.bytes);
    return bytes === file.bytes ? [] : [{ path, bytes }];
  });
  if (!branch || changes.length === 0) return print("No document holds markers.");
  const headline = "docs(plan): keep the plan as plain text";
  const commit = { branch: branch.name, expectedHead: branch.headOid, headline, body: "" };
  try {
    await applier.apply(address, { kind: "commit-files", ...commit, files: changes });
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    print(`GitHub refused a commit to ${branch.name}: ${error.message}`);
    for (const { path } of changes) print(`Remove the lines with "<!-- milepost:" from ${path}.`);
    return;
  }
  for (const { path } of changes) print(`Removed the markers from ${path}; its text stays.`);
}

async function closeStatusIssue(
  address: RepositoryAddress,
  { applier }: GithubAccess,
  { memory }: SyncSources,
  print: (line: string) => void,
): Promise<void> {
  const issue = findStatusIssue(memory.issues);
  if (issue?.state !== "open") return print("No status issue is open.");
  await applier.apply(address, {
    kind: "close-issue",
    issueId: issue.id,
    reason: "not_planned",
  });
  print(`Closed the status issue, #${issue.number}.`);
}

function remaining({ memory, config, hasConfigFile }: SyncSources): readonly string[] {
  const { repository, issues } = memory;
  const status = findStatusIssue(issues);
  const isPinned = status !== undefined && repository.pinnedIssues.includes(status.number);
  return [
    "What remains, to remove by hand if you like:",
    ...(hasConfigFile ? [`- ${configPath}`] : []),
    ...(config.json === undefined ? [] : [`- ${config.json}, the plan as JSON`]),
    ...(isPinned ? [`- the pin of issue #${status.number}`] : []),
    "- labels, and the lines Start:, Needs: and Note: in milestones: they are your own words",
    `- the App itself: ${repository.url}/settings/installations`,
  ];
}
