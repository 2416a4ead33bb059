/** Performs the commit and says what is known of the repository afterwards. */

import type { Plan } from "../domain/plan.ts";
import { summarise } from "../domain/plan-summary.ts";
import type { Finding } from "../domain/project.ts";
import type { Change } from "./change.ts";
import { RefusedError } from "./errors.ts";
import { gitBlobOid } from "./git-blob.ts";
import type { ChangeApplier, Clock, RepositoryAddress, RepositoryCache } from "./ports.ts";
import type { RepositoryMemory } from "./repository-memory.ts";

export interface CommitPorts {
  readonly applier: ChangeApplier;
  readonly cache: RepositoryCache;
  readonly clock: Clock;
}

export type CommitResult =
  | { readonly kind: "committed"; readonly memory: RepositoryMemory }
  | { readonly kind: "refused"; readonly finding: Finding };

export async function writeDocuments(
  ports: CommitPorts,
  address: RepositoryAddress,
  memory: RepositoryMemory,
  commit: { change: Extract<Change, { kind: "commit-files" }>; plan: Plan },
): Promise<CommitResult> {
  try {
    const applied = await ports.applier.apply(address, commit.change);
    const headOid = applied.kind === "committed" ? applied.headOid : commit.change.expectedHead;
    return { kind: "committed", memory: await remember(ports, memory, headOid, commit) };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { kind: "refused", finding: refusal(error, commit.change.branch) };
  }
}

async function remember(
  { cache, clock }: CommitPorts,
  memory: RepositoryMemory,
  headOid: string,
  { change, plan }: { change: Extract<Change, { kind: "commit-files" }>; plan: Plan },
): Promise<RepositoryMemory> {
  const files = new Map(memory.files);
  for (const { path, bytes } of change.files) {
    const oid = gitBlobOid(bytes);
    files.set(path, { path, oid, byteSize: bytes.byteLength, kind: "file" });
    await cache.saveBlob(oid, bytes);
  }
  const defaultBranch = { name: change.branch, headOid };
  const repository = { ...memory.repository, defaultBranch, lastCommitAt: clock.now() };
  return { ...memory, repository, files, committed: summarise(plan) };
}

function refusal(error: RefusedError, branch: string): Finding {
  return {
    rule: "commit-refused",
    severity: "error",
    issues: [],
    milestone: null,
    message: `GitHub refused to commit the plan documents to the branch "${branch}": ${error.message} Let Milepost bypass that rule, or take the documents out of .github/milepost.yml. This issue is kept up to date meanwhile.`,
  };
}
