/**
 * For each REST route of the sandbox, calls whose answers are checked against GitHub's description:
 * those that succeed and those that GitHub refuses.
 */
import type { Comment, Issue } from "../../../sandbox/world/model.ts";
import { REPO, type Workshop } from "../app-client.ts";

export interface RouteCall {
  /** With the parameters filled in. */
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
  /** The App itself instead of its installation. */
  readonly asApp?: boolean;
}

type MadeCalls = (shop: Workshop) => readonly RouteCall[];
type CallsOf = MadeCalls | ((shop: Workshop) => Promise<readonly RouteCall[]>);

const HOME = `/repos/${REPO}`;
const LIB = "acme/lib";

/** An issue with something in every field. */
export function fullIssue({ world }: Workshop): Issue {
  const [owner, triager] = [world.as("acme"), world.as("triager")];
  const issue = owner.createIssue(REPO, {
    ...{ title: "Full", body: "Text", milestone: 1, labels: ["bug"], assignees: ["writer"] },
    type: "Task",
  });
  const child = owner.createIssue(REPO, { title: "Child" });
  const parent = owner.createIssue(REPO, { title: "Parent" });
  triager.addSubIssue(REPO, issue.number, child.number);
  triager.addSubIssue(REPO, parent.number, issue.number);
  triager.addBlockedBy(REPO, issue.number, child.number);
  triager.addBlockedBy(REPO, issue.number, { repo: LIB, number: 1 });
  triager.addBlockedBy(REPO, parent.number, issue.number);
  owner.react(owner.comment(REPO, issue.number, "Said"), "eyes");
  owner.closeIssue(REPO, child.number, "not_planned");
  return issue;
}

function emptyIssue({ world }: Workshop): Issue {
  return world.as("reader").createIssue(REPO, { title: "Empty" });
}

function lockedIssue(shop: Workshop): Issue {
  const issue = emptyIssue(shop);
  shop.world.as("writer").lockIssue(REPO, issue.number);
  return issue;
}

/** A number that was deleted, one that went elsewhere, one that never was. */
function lostIssues(shop: Workshop): readonly [gone: number, moved: number, none: number] {
  const owner = shop.world.as("acme");
  const [gone, moved] = [emptyIssue(shop), emptyIssue(shop)];
  owner.deleteIssue(REPO, gone.number);
  owner.transferIssue(REPO, moved.number, LIB);
  return [gone.number, moved.number, 99_999];
}

const at = (issue: Issue, rest = "") => `${HOME}/issues/${issue.number}${rest}`;

function lost(shop: Workshop, rest = "", body?: unknown): RouteCall[] {
  const [gone, , none] = lostIssues(shop);
  return [
    { path: `${HOME}/issues/${gone}${rest}`, body, status: 410 },
    { path: `${HOME}/issues/${none}${rest}`, body, status: 404 },
  ];
}

function newComment(shop: Workshop): Comment {
  return shop.world.as("reader").comment(REPO, emptyIssue(shop).number, "x");
}

const comment = (shop: Workshop) => addressOf(newComment(shop));

function addressOf(subject: Comment | Issue): string {
  return subject.kind === "issue" ? at(subject) : `${HOME}/issues/comments/${subject.id}`;
}

function reactions(
  make: (shop: Workshop) => Comment | Issue,
): readonly [MadeCalls, MadeCalls, MadeCalls] {
  const subject = (shop: Workshop) => addressOf(make(shop));
  const list: MadeCalls = (shop) => {
    const one = make(shop);
    shop.world.as("reader").react(one, "+1");
    return [{ path: `${addressOf(one)}/reactions`, status: 200 }];
  };
  const add: MadeCalls = (shop) => {
    const path = `${subject(shop)}/reactions`;
    const body = { content: "eyes" };
    return [
      { path, body, status: 201 },
      { path, body, status: 200 },
      { path, body: { content: "nothing" }, status: 422 },
    ];
  };
  const remove: MadeCalls = (shop) => [
    ownReaction(shop, make(shop)),
    { path: `${subject(shop)}/reactions/99999`, status: 404 },
  ];
  return [list, add, remove];
}

function ownReaction({ world }: Workshop, subject: Comment | Issue): RouteCall {
  world.as("planner[bot]").react(subject, "rocket");
  const id = subject.reactions.at(-1)?.id;
  return { path: `${addressOf(subject)}/reactions/${id}`, status: 204 };
}

const [listOfComment, addToComment, removeFromComment] = reactions(newComment);
const [listOfIssue, addToIssue, removeFromIssue] = reactions(emptyIssue);

const ISSUES = "/repos/{owner}/{repo}/issues";
const ISSUE = `${ISSUES}/{issue_number}`;

const appCalls: Readonly<Record<string, CallsOf>> = {
  "GET /app": () => [{ path: "/app", status: 200, asApp: true }],
  "GET /app/installations": () => [{ path: "/app/installations", status: 200, asApp: true }],
  "GET /app/installations/{installation_id}": ({ installation }) => [
    { path: `/app/installations/${installation.id}`, status: 200, asApp: true },
    { path: "/app/installations/1", status: 404, asApp: true },
  ],
  "POST /app/installations/{installation_id}/access_tokens": ({ installation }) => [
    { path: `/app/installations/${installation.id}/access_tokens`, status: 201, asApp: true },
    {
      path: `/app/installations/${installation.id}/access_tokens`,
      body: { repositories: ["app"], permissions: { issues: "read" } },
      status: 201,
      asApp: true,
    },
    {
      path: `/app/installations/${installation.id}/access_tokens`,
      body: { repositories: ["none"] },
      status: 422,
      asApp: true,
    },
    { path: "/app/installations/1/access_tokens", status: 404, asApp: true },
  ],
  "GET /repos/{owner}/{repo}/installation": () => [
    { path: `${HOME}/installation`, status: 200, asApp: true },
    { path: "/repos/acme/none/installation", status: 404, asApp: true },
  ],
  "GET /orgs/{org}/installation": ({ sandbox, world, app }) => {
    world.createRepository({ owner: "umbrella", name: "one", isOrganization: true });
    sandbox.install(app, { account: "umbrella", repositories: "all" });
    return [{ path: "/orgs/umbrella/installation", status: 200, asApp: true }];
  },
  "GET /users/{username}/installation": () => [
    { path: "/users/acme/installation", status: 200, asApp: true },
  ],
  "GET /installation/repositories": () => [{ path: "/installation/repositories", status: 200 }],
  "GET /users/{username}": () => [
    { path: "/users/planner%5Bbot%5D", status: 200 },
    { path: "/users/writer", status: 200 },
    { path: "/users/nobody-at-all", status: 404 },
  ],
  "GET /rate_limit": () => [{ path: "/rate_limit", status: 200 }],
  "GET /app/hook/deliveries": () => [{ path: "/app/hook/deliveries", status: 200, asApp: true }],
  "GET /app/hook/deliveries/{delivery_id}": () => [
    { path: "/app/hook/deliveries/1", status: 200, asApp: true },
    { path: "/app/hook/deliveries/99999", status: 404, asApp: true },
  ],
  "POST /app/hook/deliveries/{delivery_id}/attempts": () => [
    { path: "/app/hook/deliveries/1/attempts", status: 202, asApp: true },
  ],
};

const talkCalls: Readonly<Record<string, CallsOf>> = {
  [`GET ${ISSUES}/comments`]: () => [{ path: `${HOME}/issues/comments`, status: 200 }],
  [`GET ${ISSUE}/comments`]: (shop) => [
    { path: at(fullIssue(shop), "/comments"), status: 200 },
    ...lost(shop, "/comments"),
  ],
  [`POST ${ISSUE}/comments`]: (shop) => [
    { path: at(emptyIssue(shop), "/comments"), body: { body: "x" }, status: 201 },
    { path: at(emptyIssue(shop), "/comments"), body: { body: "" }, status: 422 },
    { path: at(lockedIssue(shop), "/comments"), body: { body: "x" }, status: 403 },
    ...lost(shop, "/comments", { body: "x" }),
  ],
  [`GET ${ISSUES}/comments/{comment_id}`]: (shop) => [
    { path: comment(shop), status: 200 },
    { path: `${HOME}/issues/comments/1`, status: 404 },
  ],
  [`PATCH ${ISSUES}/comments/{comment_id}`]: (shop) => [
    { path: comment(shop), body: { body: "y" }, status: 200 },
    { path: comment(shop), body: {}, status: 422 },
  ],
  [`DELETE ${ISSUES}/comments/{comment_id}`]: (shop) => [{ path: comment(shop), status: 204 }],
  [`GET ${ISSUES}/comments/{comment_id}/reactions`]: listOfComment,
  [`POST ${ISSUES}/comments/{comment_id}/reactions`]: addToComment,
  [`DELETE ${ISSUES}/comments/{comment_id}/reactions/{reaction_id}`]: removeFromComment,
  [`GET ${ISSUE}/reactions`]: (shop) => [...listOfIssue(shop), ...lost(shop, "/reactions")],
  [`POST ${ISSUE}/reactions`]: addToIssue,
  [`DELETE ${ISSUE}/reactions/{reaction_id}`]: removeFromIssue,
};

const issueCalls: Readonly<Record<string, CallsOf>> = {
  [`GET ${ISSUES}`]: (shop) => {
    fullIssue(shop);
    return [
      { path: `${HOME}/issues?state=all&per_page=100`, status: 200 },
      { path: `${HOME}/issues?state=nothing`, status: 422 },
      { path: "/repos/acme/none/issues", status: 404 },
    ];
  },
  [`POST ${ISSUES}`]: () => [
    { path: `${HOME}/issues`, body: { title: "New", milestone: 1, labels: ["bug"] }, status: 201 },
    { path: `${HOME}/issues`, body: { title: "" }, status: 422 },
    { path: `${HOME}/issues`, body: { title: "New", milestone: 99 }, status: 422 },
    { path: `${HOME}/issues`, body: { title: "New", assignees: ["nobody"] }, status: 422 },
    { path: `${HOME}/issues`, body: "{", status: 400 },
  ],
  [`GET ${ISSUE}`]: (shop) => {
    const [, moved] = lostIssues(shop);
    return [
      { path: at(fullIssue(shop)), status: 200 },
      { path: at(emptyIssue(shop)), status: 200 },
      { path: `${HOME}/issues/${moved}`, status: 301 },
      ...lost(shop),
    ];
  },
  [`PATCH ${ISSUE}`]: (shop) => [
    { path: at(fullIssue(shop)), body: { body: null, labels: [], milestone: null }, status: 200 },
    {
      path: at(fullIssue(shop)),
      body: { state: "closed", state_reason: "duplicate" },
      status: 200,
    },
    { path: at(emptyIssue(shop)), body: { state: "nothing" }, status: 422 },
    { path: at(emptyIssue(shop)), body: { milestone: 99 }, status: 422 },
    { path: at(emptyIssue(shop)), body: { assignees: ["nobody"] }, status: 422 },
    ...lost(shop, "", { title: "x" }),
  ],
  [`GET ${ISSUE}/labels`]: (shop) => [
    { path: at(fullIssue(shop), "/labels"), status: 200 },
    ...lost(shop, "/labels"),
  ],
  [`POST ${ISSUE}/labels`]: (shop) => [
    { path: at(emptyIssue(shop), "/labels"), body: { labels: ["bug"] }, status: 200 },
    ...lost(shop, "/labels", { labels: ["bug"] }),
  ],
  [`PUT ${ISSUE}/labels`]: (shop) => [
    { path: at(fullIssue(shop), "/labels"), body: ["documentation"], status: 200 },
  ],
  [`DELETE ${ISSUE}/labels/{name}`]: (shop) => [
    { path: at(fullIssue(shop), "/labels/bug"), status: 200 },
    { path: at(emptyIssue(shop), "/labels/bug"), status: 404 },
  ],
  [`POST ${ISSUE}/assignees`]: (shop) => [
    { path: at(emptyIssue(shop), "/assignees"), body: { assignees: ["writer"] }, status: 201 },
  ],
  [`DELETE ${ISSUE}/assignees`]: (shop) => [
    { path: at(fullIssue(shop), "/assignees"), body: { assignees: ["writer"] }, status: 200 },
  ],
  [`PUT ${ISSUE}/lock`]: (shop) => [{ path: at(emptyIssue(shop), "/lock"), status: 204 }],
  [`DELETE ${ISSUE}/lock`]: (shop) => [{ path: at(lockedIssue(shop), "/lock"), status: 204 }],
};

const edgeCalls: Readonly<Record<string, CallsOf>> = {
  [`GET ${ISSUE}/dependencies/blocked_by`]: (shop) => [
    { path: at(fullIssue(shop), "/dependencies/blocked_by"), status: 200 },
    ...lost(shop, "/dependencies/blocked_by"),
  ],
  [`POST ${ISSUE}/dependencies/blocked_by`]: (shop) => {
    const [issue, blocker] = [emptyIssue(shop), emptyIssue(shop)];
    const path = at(issue, "/dependencies/blocked_by");
    return [
      { path, body: { issue_id: blocker.id }, status: 201 },
      { path, body: { issue_id: blocker.id }, status: 422 },
      { path, body: { issue_id: 1 }, status: 404 },
      ...lost(shop, "/dependencies/blocked_by", { issue_id: blocker.id }),
    ];
  },
  [`DELETE ${ISSUE}/dependencies/blocked_by/{issue_id}`]: (shop) => {
    const issue = fullIssue(shop);
    const [blocker] = issue.blockedBy;
    const path = at(issue, `/dependencies/blocked_by/${blocker?.id}`);
    return [
      { path, status: 200 },
      { path, status: 200 },
    ];
  },
  [`GET ${ISSUE}/dependencies/blocking`]: (shop) => [
    { path: at(fullIssue(shop), "/dependencies/blocking"), status: 200 },
  ],
  [`GET ${ISSUE}/sub_issues`]: (shop) => [
    { path: at(fullIssue(shop), "/sub_issues"), status: 200 },
    ...lost(shop, "/sub_issues"),
  ],
  [`POST ${ISSUE}/sub_issues`]: (shop) => {
    const [issue, child] = [emptyIssue(shop), emptyIssue(shop)];
    const call = { path: at(issue, "/sub_issues"), body: { sub_issue_id: child.id } };
    return [
      { ...call, status: 201 },
      { ...call, status: 422 },
    ];
  },
  [`DELETE ${ISSUE}/sub_issue`]: (shop) => {
    const issue = fullIssue(shop);
    const body = { sub_issue_id: issue.subIssues[0]?.id };
    return [{ path: at(issue, "/sub_issue"), body, status: 200 }];
  },
  [`GET ${ISSUE}/parent`]: (shop) => [
    { path: at(fullIssue(shop), "/parent"), status: 200 },
    { path: at(emptyIssue(shop), "/parent"), status: 404 },
  ],
};

const MILESTONES = "/repos/{owner}/{repo}/milestones";
const LABELS = "/repos/{owner}/{repo}/labels";

function milestone({ world }: Workshop): string {
  const made = world.as("writer").createMilestone(REPO, {
    ...{ title: `M at ${world.repository(REPO).nextMilestone}`, dueOn: "2026-01-01" },
    description: "Words",
  });
  return `${HOME}/milestones/${made.number}`;
}

function label({ world }: Workshop): string {
  const name = `label ${world.repository(REPO).labels.size}`;
  world.as("writer").createLabel(REPO, { name, description: "Words" });
  return `${HOME}/labels/${encodeURIComponent(name)}`;
}

const catalogueCalls: Readonly<Record<string, CallsOf>> = {
  [`GET ${MILESTONES}`]: () => [{ path: `${HOME}/milestones?state=all`, status: 200 }],
  [`POST ${MILESTONES}`]: () => [
    { path: `${HOME}/milestones`, body: { title: "Made", due_on: "2026-01-01" }, status: 201 },
    { path: `${HOME}/milestones`, body: { title: "Made" }, status: 422 },
  ],
  [`GET ${MILESTONES}/{milestone_number}`]: (shop) => [
    { path: milestone(shop), status: 200 },
    { path: `${HOME}/milestones/999`, status: 404 },
  ],
  [`PATCH ${MILESTONES}/{milestone_number}`]: (shop) => [
    { path: milestone(shop), body: { state: "closed", due_on: null }, status: 200 },
  ],
  [`DELETE ${MILESTONES}/{milestone_number}`]: (shop) => [
    { path: milestone(shop), status: 204 },
    { path: `${HOME}/milestones/999`, status: 404 },
  ],
  [`GET ${LABELS}`]: () => [{ path: `${HOME}/labels`, status: 200 }],
  [`POST ${LABELS}`]: () => [
    { path: `${HOME}/labels`, body: { name: "made", color: "ff0000" }, status: 201 },
    { path: `${HOME}/labels`, body: { name: "made" }, status: 422 },
  ],
  [`GET ${LABELS}/{name}`]: (shop) => [
    { path: label(shop), status: 200 },
    { path: `${HOME}/labels/none`, status: 404 },
  ],
  [`PATCH ${LABELS}/{name}`]: (shop) => [
    { path: label(shop), body: { color: "00ff00" }, status: 200 },
  ],
  [`DELETE ${LABELS}/{name}`]: (shop) => [{ path: label(shop), status: 204 }],
};

function pull({ world }: Workshop): Issue {
  const branch = `topic-${world.repository(REPO).refs.size}`;
  const writer = world.as("writer");
  writer.push(REPO, { [`${branch}.md`]: "x" }, "Work", branch);
  return writer.createPullRequest(REPO, { title: branch, head: branch, base: "main" });
}

const REPOSITORY = "/repos/{owner}/{repo}";

const repositoryCalls: Readonly<Record<string, CallsOf>> = {
  [`GET ${REPOSITORY}`]: () => [
    { path: HOME, status: 200 },
    { path: "/repos/acme/former", status: 301 },
    { path: "/repos/acme/none", status: 404 },
  ],
  [`GET ${REPOSITORY}/collaborators/{username}/permission`]: () => [
    { path: `${HOME}/collaborators/triager/permission`, status: 200 },
    { path: `${HOME}/collaborators/nobody-at-all/permission`, status: 404 },
  ],
  [`GET ${REPOSITORY}/assignees`]: () => [{ path: `${HOME}/assignees`, status: 200 }],
  [`GET ${REPOSITORY}/assignees/{assignee}`]: () => [
    { path: `${HOME}/assignees/triager`, status: 204 },
    { path: `${HOME}/assignees/nobody-at-all`, status: 404 },
  ],
  [`GET ${REPOSITORY}/contents/{path}`]: ({ world }) => {
    world.as("writer").push(REPO, { link: { mode: "120000", content: "README.md" } }, "Link");
    return [
      { path: `${HOME}/contents/README.md`, status: 200 },
      { path: `${HOME}/contents/link`, status: 200 },
      { path: `${HOME}/contents/docs`, status: 200 },
      { path: `${HOME}/contents/none`, status: 404 },
    ];
  },
  [`GET ${REPOSITORY}/git/blobs/{file_sha}`]: ({ world }) => {
    const sha = world.commits(REPO)[0]?.files.get("README.md")?.sha;
    return [
      { path: `${HOME}/git/blobs/${sha}`, status: 200 },
      { path: `${HOME}/git/blobs/${"0".repeat(40)}`, status: 404 },
    ];
  },
  [`GET ${REPOSITORY}/git/trees/{tree_sha}`]: ({ world }) => {
    const commit = world.commits(REPO)[0];
    return [
      { path: `${HOME}/git/trees/${commit?.sha}?recursive=1`, status: 200 },
      { path: `${HOME}/git/trees/${commit?.treeSha}`, status: 200 },
      { path: `${HOME}/git/trees/main`, status: 200 },
      { path: `${HOME}/git/trees/${"0".repeat(40)}`, status: 404 },
    ];
  },
  [`GET ${REPOSITORY}/git/ref/{ref}`]: () => [
    { path: `${HOME}/git/ref/heads/main`, status: 200 },
    { path: `${HOME}/git/ref/heads/none`, status: 404 },
  ],
  [`POST ${REPOSITORY}/git/refs`]: ({ world }) => {
    const body = { ref: "refs/heads/made", sha: world.commits(REPO)[0]?.sha };
    return [
      { path: `${HOME}/git/refs`, body, status: 201 },
      { path: `${HOME}/git/refs`, body, status: 422 },
    ];
  },
  [`GET ${REPOSITORY}/git/matching-refs/{ref}`]: () => [
    { path: `${HOME}/git/matching-refs/heads/ma`, status: 200 },
  ],
  [`PATCH ${REPOSITORY}/git/refs/{ref}`]: ({ world }) => {
    world.as("writer").push(REPO, { "moved.md": "1" }, "One", "moved");
    const [, first] = world.commits(REPO, "moved");
    const path = `${HOME}/git/refs/heads/moved`;
    return [
      { path, body: { sha: first?.sha }, status: 422 },
      { path, body: { sha: first?.sha, force: true }, status: 200 },
      { path: `${HOME}/git/refs/heads/none`, body: { sha: first?.sha }, status: 422 },
    ];
  },
  [`DELETE ${REPOSITORY}/git/refs/{ref}`]: ({ world }) => {
    world.as("writer").push(REPO, { "gone.md": "1" }, "One", "gone");
    return [
      { path: `${HOME}/git/refs/heads/gone`, status: 204 },
      { path: `${HOME}/git/refs/heads/gone`, status: 422 },
    ];
  },
  [`PUT ${REPOSITORY}/contents/{path}`]: ({ world }) => {
    const path = `${HOME}/contents/docs/made.md`;
    const body = { message: "Made", content: "TWFkZQ==" };
    const sha = "4f6d1c4c7c0d4a2b9c2b8a55a0ad0ddbb4a5c9ab";
    world.as("acme").push(REPO, { "old.md": "Old" }, "Old");
    return [
      { path, body, status: 201 },
      { path: `${HOME}/contents/old.md`, body, status: 422 },
      { path: `${HOME}/contents/old.md`, body: { ...body, sha }, status: 409 },
      {
        path: `${HOME}/contents/old.md`,
        body: { ...body, sha: world.commits(REPO)[0]?.files.get("old.md")?.sha },
        status: 200,
      },
      { path, body: { ...body, branch: "none" }, status: 404 },
    ];
  },
  [`DELETE ${REPOSITORY}/contents/{path}`]: ({ world }) => {
    world.as("acme").push(REPO, { "drop.md": "Drop" }, "Drop");
    const sha = world.commits(REPO)[0]?.files.get("drop.md")?.sha;
    const path = `${HOME}/contents/drop.md`;
    return [
      { path, body: { message: "Drop", sha: "0".repeat(40) }, status: 409 },
      { path, body: { message: "Drop", sha }, status: 200 },
      { path, body: { message: "Drop", sha }, status: 404 },
    ];
  },
  [`GET ${REPOSITORY}/branches/{branch}`]: () => [
    { path: `${HOME}/branches/main`, status: 200 },
    { path: `${HOME}/branches/none`, status: 404 },
  ],
  [`GET ${REPOSITORY}/rules/branches/{branch}`]: ({ world }) => {
    const rules = [
      { type: "creation" },
      { type: "update" },
      { type: "deletion" },
      { type: "non_fast_forward" },
      { type: "pull_request" },
      { type: "commit_message_pattern", contains: "x" },
    ] as const;
    world.addRuleset(REPO, { branches: ["ruled/*"], rules });
    return [{ path: `${HOME}/rules/branches/ruled/one`, status: 200 }];
  },
  [`GET ${REPOSITORY}/pulls`]: (shop) => {
    pull(shop);
    return [{ path: `${HOME}/pulls`, status: 200 }];
  },
  [`POST ${REPOSITORY}/pulls`]: (shop) => {
    shop.world.as("writer").push(REPO, { "own.md": "x" }, "Work", "own");
    const body = { title: "Own", head: "own", base: "main" };
    return [
      { path: `${HOME}/pulls`, body, status: 201 },
      { path: `${HOME}/pulls`, body, status: 422 },
      { path: `${HOME}/pulls`, body: { ...body, head: "none" }, status: 422 },
    ];
  },
  [`PATCH ${REPOSITORY}/pulls/{pull_number}`]: (shop) => {
    const path = `${HOME}/pulls/${pull(shop).number}`;
    return [
      { path, body: { title: "T", body: "B", state: "closed" }, status: 200 },
      { path, body: { state: "open" }, status: 200 },
      { path, body: { base: "none" }, status: 422 },
    ];
  },
  [`GET ${REPOSITORY}/pulls/{pull_number}/files`]: (shop) => [
    { path: `${HOME}/pulls/${pull(shop).number}/files`, status: 200 },
  ],
  [`GET ${REPOSITORY}/pulls/{pull_number}`]: (shop) => {
    const merged = pull(shop);
    shop.world.as("writer").mergePullRequest(REPO, merged.number);
    return [
      { path: `${HOME}/pulls/${pull(shop).number}`, status: 200 },
      { path: `${HOME}/pulls/${merged.number}`, status: 200 },
      { path: `${HOME}/pulls/99999`, status: 404 },
    ];
  },
};

function checked(shop: Workshop): { readonly sha: string | undefined; readonly path: string } {
  shop.sandbox.setPermissions(shop.installation, { checks: "write" });
  const { headCommit } = pull(shop).pull ?? {};
  return { sha: headCommit?.sha, path: `${HOME}/check-runs` };
}

/** The address of a finished run with everything in it. */
async function checkRun(shop: Workshop): Promise<string> {
  const { sha, path } = checked(shop);
  const output = { title: "T", summary: "S", text: "X", annotations: [ANNOTATION] };
  const body = { name: "Plan", head_sha: sha, conclusion: "neutral", output };
  return `${path}/${(await shop.rest("POST", path, body)).json.id}`;
}

function lastBranch({ world }: Workshop): string {
  return [...world.repository(REPO).refs.keys()].at(-1) ?? "";
}

const ANNOTATION = {
  ...{ path: "a.md", start_line: 1, end_line: 2, message: "M", title: "T" },
  annotation_level: "warning",
} as const;

const CHECK = `${REPOSITORY}/check-runs/{check_run_id}`;

const checkCalls: Readonly<Record<string, CallsOf>> = {
  [`POST ${REPOSITORY}/check-runs`]: (shop) => {
    const { sha, path } = checked(shop);
    const body = { name: "Plan", head_sha: sha };
    const output = { title: "T", summary: "S", text: "X", annotations: [ANNOTATION] };
    return [
      { path, body, status: 201 },
      { path, body: { ...body, conclusion: "success", output }, status: 201 },
    ];
  },
  [`PATCH ${CHECK}`]: async (shop) => [
    { path: await checkRun(shop), body: { status: "in_progress" }, status: 200 },
  ],
  [`GET ${CHECK}`]: async (shop) => [{ path: await checkRun(shop), status: 200 }],
  [`GET ${CHECK}/annotations`]: async (shop) => [
    { path: `${await checkRun(shop)}/annotations`, status: 200 },
  ],
  [`GET ${REPOSITORY}/commits/{ref}/check-runs`]: async (shop) => {
    await checkRun(shop);
    return [{ path: `${HOME}/commits/${lastBranch(shop)}/check-runs`, status: 200 }];
  },
};

/** By method and template; made when the route's turn comes, so that each has a world it knows. */
export const ROUTE_CALLS: Readonly<Record<string, CallsOf>> = {
  ...appCalls,
  ...talkCalls,
  ...issueCalls,
  ...edgeCalls,
  ...catalogueCalls,
  ...repositoryCalls,
  ...checkCalls,
};
