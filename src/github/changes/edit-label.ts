/** Puts a label on an issue, or takes it off. One that the repository does not have is made first. */
import type { Applied, Change } from "../../engine/change.ts";
import type { RepositoryAddress } from "../../engine/ports.ts";
import { goneIssue, hasStatus, writeRest } from "../call-rest.ts";
import { labelColor } from "../label-color.ts";
import type { Octokit } from "../octokit.ts";

type EditLabel = Extract<Change, { kind: "add-label" | "remove-label" }>;

export async function addLabel(
  octokit: Octokit,
  { owner, name }: RepositoryAddress,
  { issue, label }: EditLabel,
): Promise<Applied> {
  const repository = { owner, repo: name };
  if (!(await hasLabel(octokit, repository, label))) await createLabel(octokit, repository, label);
  const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/labels";
  const parameters = { ...repository, issue_number: issue, labels: [label] };
  await writeRest(() => octokit.request(route, parameters), goneIssue(issue));
  return { kind: "fact-changed" };
}

export async function removeLabel(
  octokit: Octokit,
  { owner, name }: RepositoryAddress,
  { issue, label }: EditLabel,
): Promise<Applied> {
  const route = "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}";
  const parameters = { owner, repo: name, issue_number: issue, name: label };
  await writeRest(async () => {
    await octokit.request(route, parameters).catch(pass(isAbsent));
  }, goneIssue(issue));
  return { kind: "fact-changed" };
}

interface RepositoryParameters {
  readonly owner: string;
  readonly repo: string;
}

async function hasLabel(
  octokit: Octokit,
  repository: RepositoryParameters,
  name: string,
): Promise<boolean> {
  const route = "GET /repos/{owner}/{repo}/labels/{name}";
  const isMissing = (error: unknown) => hasStatus(error, 404);
  const found = await writeRest(() =>
    octokit.request(route, { ...repository, name }).catch(pass(isMissing)),
  );
  return found !== undefined;
}

async function createLabel(
  octokit: Octokit,
  repository: RepositoryParameters,
  name: string,
): Promise<void> {
  const route = "POST /repos/{owner}/{repo}/labels";
  const parameters = { ...repository, name, color: labelColor(name) };
  await writeRest(() => octokit.request(route, parameters).catch(pass(isTaken)));
}

/** Somebody else made it meanwhile. */
function isTaken(error: unknown): boolean {
  return hasStatus(error, 422) && /already_exists/.test(String(error));
}

/** Not on the issue. That the issue itself is gone is told in other words. */
function isAbsent(error: unknown): boolean {
  return hasStatus(error, 404) && /label does not exist/i.test(String(error));
}

/** For `catch`: lets pass what is no error here. */
function pass(isMeant: (error: unknown) => boolean): (error: unknown) => undefined {
  return (error) => {
    if (!isMeant(error)) throw error;
    return undefined;
  };
}
