/** A GitHub that answers what a test wrote down, and remembers what it was asked. */

import nock from "nock";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "#test";
import { createOctokitClass, type OctokitSettings } from "../../src/github/octokit.ts";

export const address = { installation: 1, owner: "acme", name: "plan" };

/** For the top of a test file: nothing reaches the network, and every scripted answer must be used. */
export function useScriptedGithub(): void {
  // What nock replaces is shared by all test files of a process.
  beforeAll(() => {
    if (!nock.isActive()) nock.activate();
  });
  afterAll(() => nock.restore());
  beforeEach(() => nock.disableNetConnect());
  afterEach(() => {
    const unused = nock.pendingMocks();
    nock.cleanAll();
    nock.enableNetConnect();
    expect(unused).toEqual([]);
  });
}

export interface Asked {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

export const scope = () => nock("https://api.github.com");

export function octokitFor(settings: OctokitSettings = {}) {
  const TestOctokit = createOctokitClass({
    writeIntervalMilliseconds: 0,
    retryUnitMilliseconds: 1,
    ...settings,
  });
  return async (installation: number) =>
    new TestOctokit({ auth: { token: "t", installationId: installation }, log: silent });
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

interface Scripted {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: object | string;
}

/** Answers the next GraphQL calls in this order. */
export function answerGraphql(...answers: readonly Scripted[]): readonly Asked[] {
  const asked: Asked[] = [];
  for (const { status = 200, headers = {}, body } of answers) {
    const scripted = scope().post("/graphql").reply(status, body, headers);
    scripted.on("request", (_request, _interceptor, sent: string) => asked.push(JSON.parse(sent)));
  }
  return asked;
}

export const data = (value: object): Scripted => ({ body: { data: value } });

export function faults(value: object | null, ...errors: object[]): Scripted {
  return { body: { data: value, errors } };
}

export function page(nodes: readonly unknown[], next: string | null = null, total = nodes.length) {
  return {
    totalCount: next === null ? total : Math.max(total, nodes.length + 1),
    pageInfo: { hasNextPage: next !== null, endCursor: next },
    nodes,
  };
}

export function issueNode(number: number, overrides: object = {}) {
  return {
    id: `I_${number}`,
    number,
    title: `Issue ${number}`,
    body: "",
    url: `https://github.com/acme/plan/issues/${number}`,
    state: "OPEN",
    stateReason: null,
    viewerDidAuthor: false,
    author: null,
    isPinned: false,
    createdAt: "2025-11-01T09:00:00Z",
    updatedAt: "2025-11-10T09:00:00Z",
    closedAt: null,
    milestone: null,
    issueType: null,
    parent: null,
    duplicateOf: null,
    subIssuesSummary: { total: 0 },
    labels: page([]),
    assignees: page([]),
    blockedBy: page([]),
    closedByPullRequestsReferences: page([]),
    timelineItems: page([]),
    ...overrides,
  };
}

export function namedIssueNode(number: number, repository = "R_1") {
  return { repository: { id: repository }, ...issueNode(number) };
}

export function repositoryNode(overrides: object = {}) {
  return {
    id: "R_1",
    nameWithOwner: "acme/plan",
    url: "https://github.com/acme/plan",
    isPrivate: false,
    isArchived: false,
    hasIssuesEnabled: true,
    defaultBranchRef: { name: "main", target: { oid: "a".repeat(40) } },
    lastCommit: { target: { history: { nodes: [{ committedDate: "2025-11-09T08:00:00Z" }] } } },
    pinnedIssues: { nodes: [{ issue: { number: 7 } }] },
    milestones: page([]),
    all: { totalCount: 2 },
    issues: page([]),
    ...overrides,
  };
}
