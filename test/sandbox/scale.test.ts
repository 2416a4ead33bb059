import { describe, expect, test } from "#test";
import { REPO, startWorkshop } from "./app-client.ts";

const PAGE = `query($after:String){repository(owner:"acme",name:"app"){issues(first:100,after:$after,orderBy:{field:UPDATED_AT,direction:ASC}){
  totalCount pageInfo{hasNextPage endCursor} nodes{number blockedBy(first:20){totalCount}}}}}`;
const ISSUES = 10_000;

describe("scale", () => {
  test("10,000 issues with 20,000 dependencies are built and read in full", async () => {
    const shop = await startWorkshop(({ world }) => {
      const writer = world.as("writer");
      world.withoutWebhooks(() => {
        writer.createMilestone(REPO, { title: "M1" });
        for (let number = 1; number <= ISSUES; number += 1) {
          writer.createIssue(REPO, { title: `Issue ${number}`, milestone: 1, labels: ["bug"] });
        }
        for (let number = 3; number <= ISSUES; number += 1) {
          writer.addBlockedBy(REPO, number, number - 1);
          writer.addBlockedBy(REPO, number, number - 2);
        }
      });
    });
    const seen = new Set<number>();
    let edges = 0;
    let after: string | null = null;
    for (let isMore = true; isMore; ) {
      const answer: Awaited<ReturnType<typeof shop.graphql>> = await shop.graphql(PAGE, { after });
      const { issues } = answer.data.repository;
      for (const issue of issues.nodes) {
        seen.add(issue.number);
        edges += issue.blockedBy.totalCount;
      }
      expect(issues.totalCount).toBe(ISSUES);
      after = issues.pageInfo.endCursor;
      isMore = issues.pageInfo.hasNextPage;
    }
    expect(seen.size).toBe(ISSUES);
    expect(edges).toBe(2 * (ISSUES - 2));
    expect(shop.sandbox.calls.all().filter(({ kind }) => kind === "read")).toHaveLength(100);
    const milestone = (await shop.rest("GET", `/repos/${REPO}/milestones/1`)).json;
    expect(milestone).toMatchObject({ open_issues: ISSUES, closed_issues: 0 });
    await shop.stop();
  });
});
