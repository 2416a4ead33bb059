import { describe, expect, test } from "#test";
import { GoneError, RefusedError, RetryableError } from "../../src/engine/errors.ts";
import { createRepositoryReader } from "../../src/github/repository-reader.ts";
import {
  address,
  answerGraphql,
  data,
  faults,
  issueNode,
  namedIssueNode,
  octokitFor,
  page,
  repositoryNode,
  scope,
  useScriptedGithub,
} from "./scripted-github.ts";

const readBotId = async () => "BOT_1";
const reader = createRepositoryReader({ octokitFor: octokitFor(), readBotId });
const everything = { since: null, issues: [], paths: [] };

useScriptedGithub();

describe("one call", () => {
  test("reads repository, milestones, pins and issues", async () => {
    const milestone = {
      number: 2,
      title: "M2",
      description: null,
      url: "https://github.com/acme/plan/milestone/2",
      state: "OPEN",
      dueOn: "2025-12-01T00:00:00Z",
      closedAt: null,
      openIssueCount: 3,
      closedIssueCount: 4,
    };
    const issue = issueNode(5, {
      state: "CLOSED",
      stateReason: "DUPLICATE",
      viewerDidAuthor: true,
      author: { login: "grace" },
      isPinned: null,
      milestone: { number: 2 },
      issueType: { name: "Epic" },
      parent: { number: 1, repository: { nameWithOwner: "acme/plan" } },
      duplicateOf: { number: 9, repository: { nameWithOwner: "acme/other" } },
      subIssuesSummary: { total: 4 },
      labels: page([{ id: "L_1", name: "priority: high" }]),
      assignees: page([{ login: "ada" }]),
      closedByPullRequestsReferences: page([
        { number: 30, state: "OPEN", repository: { nameWithOwner: "acme/plan" } },
        { number: 31, state: "MERGED", repository: { nameWithOwner: "acme/plan" } },
        { number: 32, state: "OPEN", repository: { nameWithOwner: "fork/plan" } },
      ]),
      timelineItems: page([
        { __typename: "MilestonedEvent", createdAt: "2025-11-02T00:00:00Z", milestoneTitle: "M1" },
        {
          __typename: "DemilestonedEvent",
          createdAt: "2025-11-03T00:00:00Z",
          milestoneTitle: "M1",
        },
      ]),
    });
    const repository = repositoryNode({ milestones: page([milestone]), issues: page([issue]) });
    const asked = answerGraphql(data({ repository }));

    const reading = await reader.readRepository(address, {
      ...everything,
      since: "2025-11-09T00:00:00Z",
    });

    expect(reading.repository).toEqual({
      id: "R_1",
      nameWithOwner: "acme/plan",
      url: "https://github.com/acme/plan",
      isPrivate: false,
      isArchived: false,
      hasIssuesEnabled: true,
      defaultBranch: { name: "main", headOid: "a".repeat(40) },
      lastCommitAt: "2025-11-09T08:00:00Z",
      proposal: null,
      issueCount: 2,
      pinnedIssues: [7],
      milestones: [
        {
          number: 2,
          title: "M2",
          description: "",
          url: "https://github.com/acme/plan/milestone/2",
          state: "open",
          dueOn: "2025-12-01T00:00:00Z",
          closedAt: null,
          nativeOpen: 3,
          nativeClosed: 4,
        },
      ],
    });
    expect(reading.issues).toEqual([
      expect.objectContaining({
        state: "closed",
        stateReason: "duplicate",
        isOurs: true,
        author: "grace",
        ownEditAt: null,
        isPinned: false,
        milestone: 2,
        issueType: "Epic",
        parent: 1,
        duplicateOf: "acme/other#9",
        subIssueCount: 4,
        labels: [{ id: "L_1", name: "priority: high" }],
        assignees: ["ada"],
        linkedPullRequests: [30],
        milestoneHistory: [
          { at: "2025-11-02T00:00:00Z", kind: "added", title: "M1" },
          { at: "2025-11-03T00:00:00Z", kind: "removed", title: "M1" },
        ],
      }),
    ]);
    expect(asked[0]?.variables).toEqual({
      owner: "acme",
      name: "plan",
      author: "BOT_1",
      since: "2025-11-09T00:00:00Z",
      size: 100,
    });
  });

  test("reads an empty repository, which has no branch and no commit", async () => {
    const repository = repositoryNode({ defaultBranchRef: null, lastCommit: null });
    answerGraphql(data({ repository }));
    const reading = await reader.readRepository(address, { ...everything, paths: ["a.md"] });
    expect(reading.repository).toMatchObject({ defaultBranch: null, lastCommitAt: null });
    expect(reading.files).toEqual(new Map([["a.md", null]]));
  });

  test("tells files from symbolic links, folders and submodules", async () => {
    const entry = (mode: number, type: string) => ({ oid: `${mode}`, mode, type, size: 12 });
    const target = {
      oid: "a".repeat(40),
      file0: entry(0o100644, "blob"),
      file1: entry(0o100755, "blob"),
      file2: entry(0o120000, "blob"),
      file3: entry(0o40000, "tree"),
      file4: entry(0o160000, "commit"),
      file5: null,
    };
    const asked = answerGraphql(
      data({ repository: repositoryNode({ defaultBranchRef: { name: "main", target } }) }),
    );
    const paths = ["plan.md", "run.md", "link.md", "folder", "module", "none.md"];
    const { files } = await reader.readRepository(address, { ...everything, paths });
    expect([...files].map(([path, file]) => [path, file?.kind ?? null])).toEqual([
      ["plan.md", "file"],
      ["run.md", "file"],
      ["link.md", "other"],
      ["folder", "other"],
      ["module", "other"],
      ["none.md", null],
    ]);
    expect(files.get("plan.md")).toEqual({
      path: "plan.md",
      oid: "33188",
      byteSize: 12,
      kind: "file",
    });
    expect(asked[0]?.variables).toMatchObject({ path0: "plan.md", path5: "none.md" });
  });
});

describe("paging", () => {
  test("asks for each further page of issues from where the last one ended", async () => {
    const asked = answerGraphql(
      data({ repository: repositoryNode({ issues: page([issueNode(1)], "c1") }) }),
      data({ repository: { issues: page([issueNode(2)], "c2") } }),
      data({ repository: { issues: page([issueNode(3)]) } }),
    );
    const { issues } = await reader.readRepository(address, everything);
    expect(issues.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(asked.map(({ variables }) => variables.after)).toEqual([undefined, "c1", "c2"]);
  });

  test("keeps the later of two readings of an issue that changed meanwhile", async () => {
    const later = issueNode(1, { title: "later", updatedAt: "2025-11-10T09:00:05Z" });
    answerGraphql(
      data({ repository: repositoryNode({ issues: page([issueNode(1)], "c1") }) }),
      data({ repository: { issues: page([later]) } }),
    );
    const { issues } = await reader.readRepository(address, everything);
    expect(issues.map(({ title }) => title)).toEqual(["later"]);
  });

  test("reads milestones beyond the first hundred", async () => {
    const milestone = (number: number) => ({ number, title: `M${number}`, state: "OPEN" });
    const asked = answerGraphql(
      data({ repository: repositoryNode({ milestones: page([milestone(1)], "m1") }) }),
      data({ repository: { milestones: page([milestone(2)]) } }),
    );
    const { repository } = await reader.readRepository(address, everything);
    expect(repository.milestones.map(({ number }) => number)).toEqual([1, 2]);
    expect(asked[1]?.variables.after).toBe("m1");
  });

  test("splits many named issues and many paths into calls", async () => {
    const numbers = Array.from({ length: 120 }, (_, index) => index + 1);
    const paths = Array.from({ length: 130 }, (_, index) => `p${index}.md`);
    const asked = answerGraphql(
      data({ repository: repositoryNode() }),
      data({ repository: { id: "R_1", nameWithOwner: "acme/plan", issue51: namedIssueNode(51) } }),
      data({ repository: { id: "R_1", nameWithOwner: "acme/plan" } }),
      data({ repository: { defaultBranchRef: null } }),
    );
    const reading = await reader.readRepository(address, { since: null, issues: numbers, paths });
    expect(reading.issues.map(({ number }) => number)).toEqual([51]);
    expect(reading.gone).toHaveLength(119);
    expect(reading.files.size).toBe(130);
    expect(asked.map(({ query }) => query.match(/issue\d+:/g)?.length ?? 0)).toEqual([
      50, 50, 20, 0,
    ]);
    expect(asked[3]?.variables).toMatchObject({ path0: "p100.md", path29: "p129.md" });
  });

  test("asks for smaller pages when GitHub cannot answer", async () => {
    const tooHeavy = { status: 502, body: "" };
    const asked = answerGraphql(
      tooHeavy,
      tooHeavy,
      tooHeavy,
      data({ repository: repositoryNode({ issues: page([issueNode(1)]) }) }),
    );
    const { issues } = await reader.readRepository(address, everything);
    expect(issues).toHaveLength(1);
    expect(asked.map(({ variables }) => variables.size)).toEqual([100, 100, 100, 50]);
  });
});

describe("lists within an issue", () => {
  test("are read to their end when the first call was not enough", async () => {
    const label = (number: number) => ({ id: `L_${number}`, name: `l${number}` });
    const event = (day: string) => ({
      __typename: "MilestonedEvent",
      createdAt: `2025-11-${day}T00:00:00Z`,
      milestoneTitle: day,
    });
    const issue = issueNode(1, {
      labels: page([label(1)], "x"),
      timelineItems: page([event("21")], null, 2),
    });
    const asked = answerGraphql(
      data({ repository: repositoryNode({ issues: page([issue]) }) }),
      data({ node: { list: page([label(1)], "l1") } }),
      data({ node: { list: page([label(2)]) } }),
      data({ node: { list: page([event("01"), event("21")]) } }),
    );
    const { issues } = await reader.readRepository(address, everything);
    expect(issues[0]?.labels.map(({ name }) => name)).toEqual(["l1", "l2"]);
    expect(issues[0]?.milestoneHistory.map(({ title }) => title)).toEqual(["01", "21"]);
    expect(asked.slice(1).map(({ variables }) => variables)).toEqual([
      { id: "I_1", after: null },
      { id: "I_1", after: "l1" },
      { id: "I_1", after: null },
    ]);
  });

  test("name blockers of other repositories and leave out the unreadable", async () => {
    const seen = {
      number: 4,
      title: "API",
      state: "CLOSED",
      stateReason: "NOT_PLANNED",
      repository: { nameWithOwner: "acme/api", isPrivate: true },
    };
    const issue = issueNode(1, { blockedBy: page([null, seen]) });
    answerGraphql(
      faults(
        { repository: repositoryNode({ issues: page([issue]) }) },
        {
          type: "FORBIDDEN",
          message: "Resource not accessible by integration",
          path: ["repository", "issues", "nodes", 0, "blockedBy", "nodes", 0],
        },
      ),
    );
    const { issues } = await reader.readRepository(address, everything);
    expect(issues[0]?.blockedBy).toEqual([
      {
        reference: "acme/api#4",
        seen: { title: "API", state: "closed", stateReason: "not_planned", isPrivate: true },
      },
    ]);
  });

  test("may be unreadable altogether", async () => {
    const issue = issueNode(1, { closedByPullRequestsReferences: null });
    answerGraphql(
      faults(
        { repository: repositoryNode({ issues: page([issue]) }) },
        {
          type: "FORBIDDEN",
          message: "Resource not accessible by integration",
          path: ["repository", "issues", "nodes", 0, "closedByPullRequestsReferences"],
        },
      ),
    );
    const { issues } = await reader.readRepository(address, everything);
    expect(issues[0]?.linkedPullRequests).toEqual([]);
  });
});

describe("named issues", () => {
  test("that are deleted, pull requests or transferred are gone", async () => {
    const notFound = (number: number) => ({
      type: "NOT_FOUND",
      message: `Could not resolve to an Issue with the number of ${number}.`,
      path: ["repository", `issue${number}`],
    });
    const repository = repositoryNode({
      issue3: null,
      issue4: namedIssueNode(4, "R_2"),
      issue5: namedIssueNode(5),
    });
    answerGraphql(faults({ repository }, notFound(3)));
    const reading = await reader.readRepository(address, { ...everything, issues: [3, 4, 5, 5] });
    expect(reading.gone).toEqual([3, 4]);
    expect(reading.issues.map(({ number }) => number)).toEqual([5]);
  });
});

describe("what goes wrong", () => {
  test("a 502 is tried again at once", async () => {
    answerGraphql({ status: 502, body: "" }, data({ repository: repositoryNode() }));
    await expect(reader.readRepository(address, everything)).resolves.toBeDefined();
  });

  test("a repository that is not there is gone", async () => {
    answerGraphql(
      faults(
        { repository: null },
        {
          type: "NOT_FOUND",
          message: "Could not resolve to a Repository with the name 'acme/plan'.",
          path: ["repository"],
        },
      ),
    );
    await expect(reader.readRepository(address, everything)).rejects.toThrow(GoneError);
  });

  test("a repository whose issues may not be read is refused", async () => {
    answerGraphql(
      faults(
        { repository: null },
        {
          type: "FORBIDDEN",
          message: "Resource not accessible by integration",
          path: ["repository", "issues"],
        },
      ),
    );
    await expect(reader.readRepository(address, everything)).rejects.toThrow(RefusedError);
  });

  test("a fault of the query itself is not hidden", async () => {
    answerGraphql({ body: { errors: [{ message: "Field 'x' doesn't exist on type 'Issue'" }] } });
    await expect(reader.readRepository(address, everything)).rejects.toThrow("Field 'x'");
  });

  test("the primary limit says when to come back, by GitHub's clock", async () => {
    const own = createRepositoryReader({ octokitFor: octokitFor(), readBotId });
    answerGraphql({
      headers: {
        date: "Mon, 10 Nov 2025 09:00:00 GMT",
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": String(Date.parse("2025-11-10T09:10:00Z") / 1000),
      },
      body: { errors: [{ type: "RATE_LIMITED", message: "API rate limit exceeded" }] },
    });
    const failed = await own.readRepository(address, everything).catch((error) => error);
    expect(failed).toBeInstanceOf(RetryableError);
    expect(failed.retryAfterMilliseconds).toBe(601_000);
  });

  test("after a secondary limit nothing more is sent for that installation", async () => {
    const own = createRepositoryReader({ octokitFor: octokitFor(), readBotId });
    const limit = "You have exceeded a secondary rate limit.";
    answerGraphql({ status: 403, headers: { "retry-after": "30" }, body: { message: limit } });
    const first = await own.readRepository(address, everything).catch((error) => error);
    const second = await own.readRepository(address, everything).catch((error) => error);
    expect(first.retryAfterMilliseconds).toBe(30_000);
    expect(second).toBeInstanceOf(RetryableError);
    expect(second.message).toContain("next call is possible in");

    answerGraphql(data({ repository: repositoryNode() }));
    const other = { ...address, installation: 2 };
    await expect(own.readRepository(other, everything)).resolves.toBeDefined();
  });

  test("issues may speak of limits without closing anything", async () => {
    const issue = issueNode(1, { body: "You have exceeded a secondary rate limit. RATE_LIMITED" });
    answerGraphql(data({ repository: repositoryNode({ issues: page([issue]) }) }));
    await expect(reader.readRepository(address, everything)).resolves.toBeDefined();
  });
});

describe("files", () => {
  test("a blob comes byte for byte", async () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0xff, 0x0d, 0x0a]);
    scope()
      .get("/repos/acme/plan/git/blobs/abc")
      .reply(200, { content: Buffer.from(bytes).toString("base64"), encoding: "base64" });
    expect(await reader.readBlob(address, "abc")).toEqual(bytes);
  });

  test("all files of a commit come in one call, without folders, with what is no regular file told apart", async () => {
    const item = (path: string, mode: string, type: string, size?: number) => ({
      ...{ path, mode, type, sha: `oid of ${path}` },
      ...(size !== undefined && { size }),
    });
    const tree = [
      item("docs", "040000", "tree"),
      item("docs/a.md", "100644", "blob", 12),
      item("docs/run.md", "100755", "blob", 3),
      item("docs/link.md", "120000", "blob", 4),
      item("module", "160000", "commit"),
    ];
    scope()
      .get("/repos/acme/plan/git/trees/abc?recursive=1")
      .reply(200, { sha: "def", tree, truncated: true });
    const file = (path: string, byteSize: number, kind = "file") => ({
      ...{ path, oid: `oid of ${path}`, byteSize, kind },
    });
    expect(await reader.listFiles(address, "abc")).toEqual({
      files: [
        file("docs/a.md", 12),
        file("docs/run.md", 3),
        file("docs/link.md", 4, "other"),
        file("module", 0, "other"),
      ],
      isTruncated: true,
    });
  });

  test("a listing that is refused is refused in the engine's words", async () => {
    const path = "/repos/acme/plan/git/trees/abc?recursive=1";
    scope().get(path).reply(403, { message: "Resource not accessible by integration" });
    await expect(reader.listFiles(address, "abc")).rejects.toBeInstanceOf(RefusedError);
  });

  test("paths are looked up in one call", async () => {
    const target = {
      oid: "a",
      file0: { oid: "b", mode: 0o100644, type: "blob", size: 1 },
      file1: null,
    };
    const asked = answerGraphql(data({ repository: { defaultBranchRef: { target } } }));
    const files = await reader.readFiles(address, ["a.md", "b.md"]);
    expect([...files.values()].map((file) => file?.oid ?? null)).toEqual(["b", null]);
    expect(asked).toHaveLength(1);
  });
});
