/** What people changed in issues since an instant: one call for 50 issues, more where there are many events. */
import type { PersonsChange } from "../domain/command-text.ts";
import { nodesOf, type PageAfterPage } from "./answer.ts";
import { queryGraphql } from "./call-graphql.ts";
import { chunk } from "./chunk.ts";
import type { Octokit } from "./octokit.ts";
import type {
  ChangedIssueNode,
  ChangeEventNode,
  ChangesAnswer,
  FurtherChangesAnswer,
} from "./people-answer.ts";
import { changesQuery, furtherChangesQuery, issuesPerHistory } from "./people-query.ts";
import { toPersonsChanges } from "./to-persons-change.ts";

/** Oldest first. Issues that are gone have none. */
export async function readChangesSince(
  octokit: Octokit,
  issueIds: readonly string[],
  since: string,
): Promise<readonly PersonsChange[]> {
  const changes: PersonsChange[] = [];
  for (const issues of chunk([...new Set(issueIds)], issuesPerHistory)) {
    const variables = { issues, since };
    const answer = await queryGraphql<ChangesAnswer>(octokit, changesQuery, variables);
    const question = { since, ownId: answer.viewer.databaseId };
    for (const issue of answer.issues) {
      if (!isIssue(issue)) continue;
      const events = await readEvents(octokit, issue, since);
      changes.push(...toPersonsChanges(issue, events, question));
    }
  }
  return changes.sort((a, b) => Number(a.at > b.at) - Number(a.at < b.at));
}

function isIssue(node: ChangesAnswer["issues"][number]): node is ChangedIssueNode {
  return node !== null && "id" in node;
}

async function readEvents(
  octokit: Octokit,
  { id, timelineItems }: ChangedIssueNode,
  since: string,
): Promise<readonly ChangeEventNode[]> {
  const events = [...nodesOf(timelineItems)];
  let page: PageAfterPage<ChangeEventNode> | undefined = timelineItems;
  while (page?.pageInfo.hasNextPage) {
    const variables = { id, since, after: page.pageInfo.endCursor };
    const answer: FurtherChangesAnswer = await queryGraphql(
      octokit,
      furtherChangesQuery,
      variables,
    );
    page = answer.node?.timelineItems;
    events.push(...nodesOf(page));
  }
  return events;
}
