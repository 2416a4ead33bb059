/** Creates an issue. By REST, which needs no repository id and tells the body as GitHub keeps it. */
import type { Applied } from "../../engine/change.ts";
import type { RepositoryAddress } from "../../engine/ports.ts";
import type { Octokit } from "../octokit.ts";
import { translateError } from "../translate-error.ts";

export async function createIssue(
  octokit: Octokit,
  { owner, name }: RepositoryAddress,
  { title, body }: { readonly title: string; readonly body: string },
): Promise<Applied> {
  try {
    const route = "POST /repos/{owner}/{repo}/issues";
    const { data } = await octokit.request(route, { owner, repo: name, title, body });
    const kept = data.body ?? "";
    return { kind: "issue-created", number: data.number, issueId: data.node_id, body: kept };
  } catch (error) {
    throw translateError(error);
  }
}
