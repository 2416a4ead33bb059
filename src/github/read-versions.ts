/** The history of issues' texts: one call for 20 issues. */
import type { ObservedVersion } from "../domain/observation.ts";
import { nodesOf } from "./answer.ts";
import { queryGraphql } from "./call-graphql.ts";
import { chunk } from "./chunk.ts";
import type { Octokit } from "./octokit.ts";

export const issuesPerVersionsCall = 20;

/** GitHub lists the newest first, and the text as it was first written as the oldest. */
export const versionsQuery = `
query ReadVersions($issues: [ID!]!) {
  issues: nodes(ids: $issues) {
    ... on Issue {
      id userContentEdits(first: 20) { nodes { diff editor { ... on Bot { id } } } }
    }
  }
}`;

interface VersionNode {
  /** The whole text after this edit; null where somebody deleted that version. */
  readonly diff: string | null;
  readonly editor: { readonly id?: string } | null;
}

interface VersionsAnswer {
  /** Empty where the id is not an issue's. */
  readonly issues: readonly ({
    readonly id?: string;
    readonly userContentEdits?: { readonly nodes: readonly (VersionNode | null)[] | null } | null;
  } | null)[];
}

/** By node id, newest first; without those that are gone. `botId` is the node id of the App's own bot. */
export async function readVersions(
  octokit: Octokit,
  issueIds: readonly string[],
  botId: string,
): Promise<ReadonlyMap<string, readonly ObservedVersion[]>> {
  const found = new Map<string, readonly ObservedVersion[]>();
  for (const issues of chunk([...new Set(issueIds)], issuesPerVersionsCall)) {
    const answer = await queryGraphql<VersionsAnswer>(octokit, versionsQuery, { issues });
    for (const issue of answer.issues) {
      if (issue?.id === undefined) continue;
      const versions = nodesOf(issue.userContentEdits);
      found.set(
        issue.id,
        versions.map(({ diff, editor }) => ({ text: diff, isOurs: editor?.id === botId })),
      );
    }
  }
  return found;
}
