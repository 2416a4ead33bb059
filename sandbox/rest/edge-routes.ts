/** What is attached to one issue: labels, assignees, dependencies, sub-issues, lock, timeline. */
import { labelJson } from "../shapes/catalogue-json.ts";
import { issueJson } from "../shapes/issue-json.ts";
import { assignableLogins } from "../world/assignees.ts";
import { addBlockedBy, removeBlockedBy } from "../world/dependencies.ts";
import { addLabels, assign, removeLabel, setLabels, unassign } from "../world/issue-fields.ts";
import { lockIssue } from "../world/issue-state.ts";
import { requireLabel } from "../world/lookup.ts";
import type { Issue } from "../world/model.ts";
import { addSubIssue, removeSubIssue } from "../world/sub-issues.ts";
import { invalid, WorldError } from "../world/world-error.ts";
import { integer, texts } from "./body.ts";
import { ensureLabels } from "./issue-parts.ts";
import { page } from "./paging.ts";
import {
  created,
  enterIssue,
  noContent,
  ok,
  type RestReply,
  type RestRequest,
  type RestRoute,
} from "./rest-route.ts";

const ISSUE = "/repos/{owner}/{repo}/issues/{issue_number}";
const READ = ["issues", "read"] as const;
const WRITE = ["issues", "write"] as const;

export const edgeRoutes: readonly RestRoute[] = [
  {
    method: "GET",
    template: `${ISSUE}/labels`,
    access: READ,
    handle: (request) => page(request, [...enterIssue(request).issue.labels], labelJson),
  },
  {
    method: "POST",
    template: `${ISSUE}/labels`,
    access: WRITE,
    handle: (request) => changeLabels(request, addLabels),
  },
  {
    method: "PUT",
    template: `${ISSUE}/labels`,
    access: WRITE,
    handle: (request) => changeLabels(request, setLabels),
  },
  { method: "DELETE", template: `${ISSUE}/labels/{name}`, access: WRITE, handle: dropLabel },
  {
    method: "POST",
    template: `${ISSUE}/assignees`,
    access: WRITE,
    handle: addAssignees,
  },
  {
    method: "DELETE",
    template: `${ISSUE}/assignees`,
    access: WRITE,
    handle: dropAssignees,
  },
  {
    method: "GET",
    template: `${ISSUE}/dependencies/blocked_by`,
    access: READ,
    handle: (request) => listIssues(request, "blockedBy"),
  },
  { method: "POST", template: `${ISSUE}/dependencies/blocked_by`, access: WRITE, handle: block },
  {
    method: "DELETE",
    template: `${ISSUE}/dependencies/blocked_by/{issue_id}`,
    access: WRITE,
    handle: unblock,
  },
  {
    method: "GET",
    template: `${ISSUE}/dependencies/blocking`,
    access: READ,
    handle: (request) => listIssues(request, "blocking"),
  },
  {
    method: "GET",
    template: `${ISSUE}/sub_issues`,
    access: READ,
    handle: (request) => listIssues(request, "subIssues"),
  },
  { method: "POST", template: `${ISSUE}/sub_issues`, access: WRITE, handle: adopt },
  { method: "DELETE", template: `${ISSUE}/sub_issue`, access: WRITE, handle: release },
  { method: "GET", template: `${ISSUE}/parent`, access: READ, handle: parent },
  {
    method: "PUT",
    template: `${ISSUE}/lock`,
    access: WRITE,
    handle: (request) => lock(request, true),
  },
  {
    method: "DELETE",
    template: `${ISSUE}/lock`,
    access: WRITE,
    handle: (request) => lock(request, false),
  },
];

function changeLabels(request: RestRequest, change: typeof addLabels): RestReply {
  const { services, actor, issue, repository } = enterIssue(request);
  const names = texts(request.body, "labels") ?? [];
  ensureLabels(services.state, actor, repository, names);
  change(services.state, actor, issue, names);
  return ok([...issue.labels].map(labelJson));
}

function dropLabel(request: RestRequest): RestReply {
  const { services, actor, issue, repository } = enterIssue(request);
  const label = requireLabel(repository, request.params.name ?? "");
  if (!issue.labels.has(label)) throw new WorldError("not-found", "Label does not exist");
  removeLabel(services.state, actor, issue, label);
  return ok([...issue.labels].map(labelJson));
}

/** Who may not be assigned is left out without a word. */
function addAssignees(request: RestRequest): RestReply {
  const { services, actor, issue, repository } = enterIssue(request);
  const { state } = services;
  const logins = assignableLogins(state, repository, loginsOf(request), issue);
  assign(state, actor, issue, logins);
  return created(issueJson(issue));
}

function dropAssignees(request: RestRequest): RestReply {
  const { services, actor, issue } = enterIssue(request);
  unassign(services.state, actor, issue, loginsOf(request));
  return ok(issueJson(issue));
}

function loginsOf({ body }: RestRequest): readonly string[] {
  return texts(body, "assignees") ?? [];
}

function listIssues(request: RestRequest, edge: "blockedBy" | "blocking" | "subIssues"): RestReply {
  const { issue, installation, services } = enterIssue(request);
  const isReadable = ({ repository }: Issue) =>
    !repository.isPrivate || services.registry.covers(installation, repository);
  return page(request, [...issue[edge]].filter(isReadable), issueJson);
}

/** The issue whose database id a body or address names; throws 404 when nobody has it. */
function byId(request: RestRequest, id: number | undefined): Issue {
  if (id === undefined) throw invalid("Issue", "issue_id", "missing_field");
  const issue = request.services.state.issuesById.get(id);
  if (issue === undefined) throw new WorldError("not-found", "Not Found");
  return issue;
}

function block(request: RestRequest): RestReply {
  const { services, actor, issue } = enterIssue(request);
  addBlockedBy(services.state, actor, issue, byId(request, integer(request.body, "issue_id")));
  return created(issueJson(issue));
}

function unblock(request: RestRequest): RestReply {
  const { services, actor, issue } = enterIssue(request);
  removeBlockedBy(services.state, actor, issue, byId(request, Number(request.params.issue_id)));
  return ok(issueJson(issue));
}

function adopt(request: RestRequest): RestReply {
  const { services, actor, issue } = enterIssue(request);
  const child = byId(request, integer(request.body, "sub_issue_id"));
  addSubIssue(services.state, actor, issue, child, request.body.replace_parent === true);
  return created(issueJson(issue));
}

function release(request: RestRequest): RestReply {
  const { services, actor, issue } = enterIssue(request);
  removeSubIssue(
    services.state,
    actor,
    issue,
    byId(request, integer(request.body, "sub_issue_id")),
  );
  return ok(issueJson(issue));
}

function parent(request: RestRequest): RestReply {
  const { issue } = enterIssue(request);
  if (issue.parent === null) throw new WorldError("not-found", "Not Found");
  return ok(issueJson(issue.parent));
}

function lock(request: RestRequest, isLocked: boolean): RestReply {
  const { services, actor, repository, issue } = enterIssue(request);
  lockIssue(services.state, actor, repository, issue.number, isLocked);
  return noContent();
}
