/** Why documents that differ are not on the default branch, and what a person can do. Pure. */
import type { Finding } from "../domain/project.ts";
import { proposalBranch } from "../domain/proposal.ts";
import type { RepositoryMemory } from "./repository-memory.ts";

/** Of documents that differ, after everything was done that could be done. */
export function documentFindings({ repository, refusals }: RepositoryMemory): readonly Finding[] {
  const { branch = null, pullRequest = null } = repository.proposal ?? {};
  const name = repository.defaultBranch?.name;
  const refused = refusals.find((one) => one.branch === name);
  const isOpen = pullRequest?.state === "open";
  if (isOpen && branch?.isOurs) return [waiting(pullRequest.number)];
  if (!refused) return [];
  const refusedToo = refusals.find((one) => one.branch === proposalBranch);
  if (refusedToo) return [refusedTwice(refused.because, refusedToo.because)];
  if (pullRequest?.state === "declined") return [declined(pullRequest.number)];
  return branch?.isOurs === false ? [taken()] : [];
}

/** Of documents to start with: only where a person can still take them. */
export function offerFindings({ repository }: RepositoryMemory): readonly Finding[] {
  const { branch = null, pullRequest = null } = repository.proposal ?? {};
  if (pullRequest?.state !== "open" || !branch?.isOurs) return [];
  const { number } = pullRequest;
  const message = `Pull request #${number} offers plan documents to start with. Merge it to have them kept up to date, or close it.`;
  return [{ ...finding("documents-offered", "info", message), related: [number] }];
}

function waiting(number: number): Finding {
  const message = `The default branch takes no commits from Milepost, so the plan documents wait in pull request #${number}. Merge it, or let Milepost bypass the branch's rules.`;
  return { ...finding("documents-proposed", "info", message), related: [number] };
}

function declined(number: number): Finding {
  const message = `The default branch takes no commits from Milepost, and somebody closed pull request #${number} with the plan documents. Reopen it, or let Milepost bypass the branch's rules, or take the documents out of .github/milepost.yml.`;
  return { ...finding("documents-declined", "warning", message), related: [number] };
}

function taken(): Finding {
  const message = `The default branch takes no commits from Milepost, and the branch ${proposalBranch} for its pull request holds commits of somebody else, so it was left alone. Merge what is on that branch, or delete it.`;
  return finding("documents-branch-taken", "warning", message);
}

function refusedTwice(because: string, becauseToo: string): Finding {
  const message = `GitHub refused to commit the plan documents to the default branch: ${sentence(because)} A pull request from the branch ${proposalBranch} was refused too: ${sentence(becauseToo)} Let Milepost bypass one of these rules, or take the documents out of .github/milepost.yml. Milepost tries again once a day; this issue is kept up to date meanwhile.`;
  return finding("commit-refused", "error", message);
}

function finding(rule: string, severity: Finding["severity"], message: string): Finding {
  return { rule, severity, issues: [], milestone: null, message };
}

function sentence(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
