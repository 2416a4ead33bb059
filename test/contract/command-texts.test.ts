import { describe, expect, test } from "#test";
import { GoneError } from "../../src/engine/errors.ts";
import { createRepositoryReader } from "../../src/github/repository-reader.ts";
import {
  address,
  answerGraphql,
  data,
  faults,
  octokitFor,
  repositoryNode,
  useScriptedGithub,
} from "./scripted-github.ts";

const readBotId = async () => "BOT_1";
const reader = createRepositoryReader({ octokitFor: octokitFor(), readBotId });

useScriptedGithub();

const person = (login: string) => ({ __typename: "User", login });
const noReactions = { nodes: [] };

const lastPage = (nodes: readonly object[], startCursor: string | null = null) => ({
  pageInfo: { hasPreviousPage: startCursor !== null, startCursor },
  nodes,
});

const threadComment = (id: string, at: string, viewerDidAuthor = true) => ({
  id,
  createdAt: `2025-11-10T${at}Z`,
  viewerDidAuthor,
  isMinimized: false,
  body: `body of ${id}`,
});

function thread(overrides: object = {}) {
  return {
    id: "I_5",
    number: 5,
    locked: false,
    repository: { id: "R_1" },
    comments: lastPage([]),
    ...overrides,
  };
}

function commentNode(overrides: object = {}) {
  return {
    __typename: "IssueComment",
    id: "IC_1",
    body: "/start",
    createdAt: "2025-11-10T09:00:00Z",
    lastEditedAt: null,
    author: person("ada"),
    editor: null,
    userContentEdits: { nodes: [] },
    reactionGroups: [],
    rocket: noReactions,
    confused: noReactions,
    eyes: noReactions,
    fullDatabaseId: "3141592653589",
    pullRequest: null,
    issue: thread(),
    ...overrides,
  };
}

async function read(ids: readonly string[]) {
  const request = { since: null, issues: [], paths: [], texts: ids };
  return (await reader.readRepository(address, request)).texts;
}

async function readOne(overrides: object) {
  answerGraphql(data({ repository: repositoryNode(), texts: [commentNode(overrides)] }));
  const [text] = await read(["IC_1"]);
  if (!text) throw new Error("no text");
  return text;
}

describe("asking for texts", () => {
  test("is part of the first call", async () => {
    const asked = answerGraphql(data({ repository: repositoryNode(), texts: [commentNode()] }));
    const [text] = await read(["IC_1", "IC_1"]);
    expect(text).toMatchObject({ id: "IC_1", key: "c:3141592653589", issue: 5, issueId: "I_5" });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.variables.texts).toEqual(["IC_1"]);
  });

  test("is left out of it where there are none", async () => {
    const asked = answerGraphql(data({ repository: repositoryNode() }));
    expect(await read([])).toEqual([]);
    expect(asked[0]?.variables).not.toHaveProperty("texts");
    expect(asked[0]?.query).not.toContain("$texts");
  });

  test("takes one more call for each further 20", async () => {
    const ids = Array.from({ length: 45 }, (_, index) => `IC_${index}`);
    const nodesOf = (some: readonly string[]) => some.map((id) => commentNode({ id }));
    const asked = answerGraphql(
      data({ repository: repositoryNode(), texts: nodesOf(ids.slice(0, 20)) }),
      data({ texts: nodesOf(ids.slice(20, 40)) }),
      data({ texts: nodesOf(ids.slice(40)) }),
    );
    expect((await read(ids)).map(({ id }) => id)).toEqual(ids);
    expect(asked.slice(1).map(({ variables }) => variables)).toEqual([
      { texts: ids.slice(20, 40) },
      { texts: ids.slice(40) },
    ]);
  });
});

describe("texts that are no texts of this repository's issues", () => {
  const notFound = (path: readonly (string | number)[]) => ({
    type: "NOT_FOUND",
    message: "Could not resolve to a node with the global id of 'IC_0'.",
    path,
  });

  test.each([
    ["deleted", notFound(["texts", 0])],
    ["deleted, told of the list", notFound(["texts"])],
    ["without an issue", notFound(["texts", 0, "issue"])],
    ["not to be read", { ...notFound(["texts", 0]), type: "FORBIDDEN" }],
  ])("are left out, and the others stay: %s", async (_name, fault) => {
    answerGraphql(faults({ repository: repositoryNode(), texts: [null, commentNode()] }, fault));
    expect((await read(["IC_0", "IC_1"])).map(({ id }) => id)).toEqual(["IC_1"]);
  });

  test.each([
    ["a pull request's", { pullRequest: { id: "PR_1" } }],
    ["another repository's", { issue: thread({ repository: { id: "R_2" } }) }],
    ["of another kind", { __typename: "PullRequestReviewComment" }],
  ])("are left out: %s", async (_name, overrides) => {
    answerGraphql(data({ repository: repositoryNode(), texts: [commentNode(overrides)] }));
    expect(await read(["IC_1"])).toEqual([]);
  });

  test("hide no repository that is gone", async () => {
    const gone = { ...notFound(["repository"]), message: "Could not resolve to a Repository" };
    answerGraphql(faults({ repository: null, texts: [null] }, gone, notFound(["texts", 0])));
    await expect(read(["IC_1"])).rejects.toThrow(GoneError);
  });
});

describe("who wrote it", () => {
  test.each([
    [person("ada"), { login: "ada", isBot: false }],
    [
      { __typename: "Bot", login: "dependabot" },
      { login: "dependabot", isBot: true },
    ],
    [
      { __typename: "Mannequin", login: "old" },
      { login: "old", isBot: false },
    ],
    [null, null],
  ])("is told: %j", async (author, expected) => {
    expect((await readOne({ author, editor: author })).author).toEqual(expected);
  });
});

describe("versions", () => {
  const edit = (minute: number, diff: string | null) => ({
    editedAt: `2025-11-10T09:0${minute}:00Z`,
    diff,
    editor: person(`editor${minute}`),
  });
  const edited = (nodes: readonly object[] | null, body = "three") => ({
    body,
    lastEditedAt: "2025-11-10T09:02:00Z",
    editor: person("bob"),
    userContentEdits: nodes && { nodes },
  });
  const textsOf = async (overrides: object) =>
    (await readOne(overrides)).versions.map(({ at, text }) => `${at.slice(14, 16)} ${text}`);

  test.each([
    ["newest first", [edit(2, "three"), edit(1, "two"), edit(0, "one")]],
    ["oldest first", [edit(0, "one"), edit(1, "two"), edit(2, "three")]],
  ])("come oldest first, where GitHub lists them %s", async (_name, nodes) => {
    expect(await textsOf(edited(nodes))).toEqual(["00 one", "01 two", "02 three"]);
  });

  test("tell who wrote each", async () => {
    const nodes = [edit(1, "two"), { ...edit(0, "one"), editor: null }];
    const { versions } = await readOne(edited(nodes));
    expect(versions.map(({ editor }) => editor)).toEqual([
      null,
      { login: "editor1", isBot: false },
      { login: "bob", isBot: false },
    ]);
    expect((await readOne({})).versions[0]?.editor).toEqual({ login: "ada", isBot: false });
  });

  test("of one second keep GitHub's order, newest first", async () => {
    const nodes = [edit(2, "three"), edit(2, "two"), edit(0, "one")];
    expect(await textsOf(edited(nodes))).toEqual(["00 one", "02 two", "02 three"]);
  });

  test.each([
    ["a deleted version", [edit(2, "three"), edit(1, null), edit(0, "one")]],
    ["an unreadable node", [edit(2, "three"), null, edit(0, "one")]],
  ])("leave out %s", async (_name, nodes) => {
    expect(await textsOf(edited(nodes as readonly object[]))).toEqual(["00 one", "02 three"]);
  });

  test.each([
    ["is not told", [edit(0, "one")], ["00 one", "02 three"]],
    ["is told without its text", [edit(2, null), edit(0, "one")], ["00 one", "02 three"]],
    ["and all others may not be read", null, ["02 three"]],
  ])("end with the present text where it %s", async (_name, nodes, expected) => {
    expect(await textsOf(edited(nodes))).toEqual(expected);
  });
});

describe("the receipt", () => {
  const reaction = (minute: number, user: object | null = null) => ({
    createdAt: `2025-11-10T09:0${minute}:00Z`,
    user,
  });
  const group = (content: string, viewerHasReacted = true, minute = 0) => ({
    content,
    viewerHasReacted,
    createdAt: reaction(minute).createdAt,
  });
  const receiptOf = async (overrides: object) => (await readOne(overrides)).receipt;

  test("is our reaction, not the persons' beside it", async () => {
    const nodes = [reaction(1, { id: "U_1" }), reaction(2), reaction(3, { id: "U_2" })];
    const receipt = await receiptOf({
      reactionGroups: [group("HEART", false), group("ROCKET")],
      rocket: { nodes },
    });
    expect(receipt).toEqual({ at: "2025-11-10T09:02:00Z", contents: ["rocket"] });
  });

  test("is the earliest of several bots', to be sure", async () => {
    const reactionGroups = [group("EYES")];
    const receipt = await receiptOf({
      reactionGroups,
      eyes: { nodes: [reaction(4), reaction(3)] },
    });
    expect(receipt).toEqual({ at: "2025-11-10T09:03:00Z", contents: ["eyes"] });
  });

  test("is the latest where we left several", async () => {
    const receipt = await receiptOf({
      reactionGroups: [group("CONFUSED"), group("ROCKET")],
      confused: { nodes: [reaction(5)] },
      rocket: { nodes: [reaction(4)] },
    });
    expect(receipt).toEqual({ at: "2025-11-10T09:05:00Z", contents: ["rocket", "confused"] });
  });

  test("has the date of its group where our own reaction is not among those read", async () => {
    const rocket = { nodes: [reaction(3, { id: "U_1" })] };
    const receipt = await receiptOf({ reactionGroups: [group("ROCKET", true, 3)], rocket });
    expect(receipt).toEqual({ at: "2025-11-10T09:03:00Z", contents: ["rocket"] });
  });

  test.each([
    ["another bot's reaction", [group("ROCKET", false)]],
    ["our reaction of another kind", [group("HEART")]],
    ["nothing at all", null],
  ])("is not %s", async (_name, reactionGroups) => {
    expect(await receiptOf({ reactionGroups, rocket: { nodes: [reaction(1)] } })).toBeNull();
  });
});

describe("replies", () => {
  const repliesOf = async (comments: object) =>
    (await readOne({ issue: thread({ comments }) })).replies;

  test("are our comments since the text", async () => {
    const comments = lastPage([
      threadComment("before", "08:59:59"),
      threadComment("same-second", "09:00:00"),
      threadComment("theirs", "09:01:00", false),
      { ...threadComment("folded", "09:02:00"), isMinimized: true },
    ]);
    expect(await repliesOf(comments)).toEqual([
      { id: "same-second", body: "body of same-second", isHidden: false },
      { id: "folded", body: "body of folded", isHidden: true },
    ]);
  });

  test("are looked for further back only while nothing older than the text was seen", async () => {
    const last = lastPage([threadComment("c", "09:30:00")], "before-c");
    const comment = commentNode({ issue: thread({ comments: last }) });
    const asked = answerGraphql(
      data({ repository: repositoryNode(), texts: [comment] }),
      data({ node: { comments: lastPage([threadComment("b", "09:20:00")], "before-b") } }),
      data({
        node: {
          comments: lastPage(
            [threadComment("old", "08:00:00"), threadComment("a", "09:10:00")],
            "before-old",
          ),
        },
      }),
    );
    const [text] = await read(["IC_1"]);
    expect(text?.replies.map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect(asked.slice(1).map(({ variables }) => variables)).toEqual([
      { id: "I_5", before: "before-c" },
      { id: "I_5", before: "before-b" },
    ]);
  });

  test("stand as they were read where the issue is deleted meanwhile", async () => {
    const last = lastPage([threadComment("c", "09:30:00")], "before-c");
    const comment = commentNode({ issue: thread({ comments: last }) });
    const missing = { type: "NOT_FOUND", message: "Could not resolve", path: ["node"] };
    answerGraphql(
      data({ repository: repositoryNode(), texts: [comment] }),
      faults({ node: null }, missing),
    );
    expect((await read(["IC_1"]))[0]?.replies.map(({ id }) => id)).toEqual(["c"]);
  });
});

describe("own comments since an instant", () => {
  test("take one call", async () => {
    const nodes = [
      threadComment("before", "08:00:00"),
      threadComment("theirs", "09:10:00", false),
      threadComment("ours", "09:20:00"),
    ];
    const asked = answerGraphql(data({ node: { comments: lastPage(nodes, "more") } }));
    const since = "2025-11-10T09:00:00Z";
    expect(await reader.readOwnComments(address, "I_5", since)).toEqual(["body of ours"]);
    expect(asked[0]?.variables).toEqual({ id: "I_5", before: null });
  });
});
