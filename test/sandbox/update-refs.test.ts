import { afterEach, beforeEach, describe, expect, test } from "#test";
import { REPO, startWorkshop, type Workshop } from "./app-client.ts";

const nothing = "0".repeat(40);
const mutation = `
mutation($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }`;

interface Update {
  readonly name: string;
  readonly beforeOid?: string;
  readonly afterOid: string;
  readonly force?: boolean;
}

describe("updateRefs", () => {
  let shop: Workshop;
  let base: string;
  let work: string;

  beforeEach(async () => {
    shop = await startWorkshop(({ world }) => {
      world.as("writer").push(REPO, { "a.md": "A" }, "Work", "topic");
    });
    base = headOf("main") ?? "";
    work = headOf("topic") ?? "";
  });
  afterEach(() => shop.stop());

  function headOf(branch: string): string | undefined {
    return shop.world.repository(REPO).refs.get(branch)?.target.sha;
  }

  async function update(...updates: readonly Update[]) {
    const refUpdates = updates.map((one) => ({ ...one, name: `refs/heads/${one.name}` }));
    const repositoryId = shop.world.repository(REPO).nodeId;
    const answer = await shop.graphql(mutation, { input: { repositoryId, refUpdates } });
    return answer.errors?.[0];
  }

  test("makes, moves and deletes branches in one call", async () => {
    const done = await update(
      { name: "new", beforeOid: nothing, afterOid: work },
      { name: "main", beforeOid: base, afterOid: work },
      { name: "topic", beforeOid: work, afterOid: nothing },
    );
    expect(done).toBeUndefined();
    expect([headOf("new"), headOf("main"), headOf("topic")]).toEqual([work, work, undefined]);
  });

  test("moves none of them where one is elsewhere than its mover believes", async () => {
    const refused = await update(
      { name: "new", beforeOid: nothing, afterOid: work },
      { name: "topic", beforeOid: base, afterOid: nothing },
    );
    expect(refused).toMatchObject({ type: "UNPROCESSABLE", path: ["updateRefs"] });
    expect(refused.message).toContain(`refs/heads/topic to point to "${base}"`);
    expect([headOf("new"), headOf("topic")]).toEqual([undefined, work]);
  });

  test("takes a branch for new only where there is none", async () => {
    const made = await update({ name: "topic", beforeOid: nothing, afterOid: base, force: true });
    expect(made).toMatchObject({ type: "UNPROCESSABLE" });
    expect(headOf("topic")).toBe(work);
  });

  test("goes back only by force", async () => {
    const back = { name: "topic", beforeOid: work, afterOid: base };
    expect((await update(back)).message).toContain("not a fast forward");
    expect(headOf("topic")).toBe(work);
    expect(await update({ ...back, force: true })).toBeUndefined();
    expect(headOf("topic")).toBe(base);
  });

  test("asks for no place where none is named", async () => {
    expect(await update({ name: "topic", afterOid: base, force: true })).toBeUndefined();
    expect(headOf("topic")).toBe(base);
  });

  test("moves nothing that a rule protects, and nothing beside it", async () => {
    shop.world.protectBranch(REPO, "main");
    const refused = await update(
      { name: "new", beforeOid: nothing, afterOid: work },
      { name: "main", beforeOid: base, afterOid: work },
    );
    expect(refused.message).toContain("pull request");
    expect([headOf("new"), headOf("main")]).toEqual([undefined, base]);
  });

  test("knows no commit that the repository does not have, and no tag", async () => {
    const unknown = { name: "new", afterOid: "1".repeat(40) };
    expect((await update(unknown)).message).toContain("is not a commit");
    const repositoryId = shop.world.repository(REPO).nodeId;
    const refUpdates = [{ name: "refs/tags/v1", afterOid: work }];
    const answer = await shop.graphql(mutation, { input: { repositoryId, refUpdates } });
    expect(answer.errors[0].message).toContain("refs/tags/v1 is not a branch");
  });

  test("needs the permission to write contents", async () => {
    shop.sandbox.setPermissions(shop.installation, { contents: "read" });
    const refused = await update({ name: "new", afterOid: work });
    expect(refused.type).toBe("FORBIDDEN");
    expect(headOf("new")).toBeUndefined();
  });
});
