/** Issues: list, read, create, change. */
import { issueJson } from "../shapes/issue-json.ts";
import { requireAssignable } from "../world/assignees.ts";
import { createIssue, requireIssueTextFits } from "../world/issues.ts";
import { integer, requiredText, text, texts } from "./body.ts";
import { ensureLabels, existingMilestone } from "./issue-parts.ts";
import { queryIssues } from "./issue-query.ts";
import { updateIssue } from "./issue-update.ts";
import { page } from "./paging.ts";
import {
  created,
  enter,
  enterIssue,
  ok,
  type RestReply,
  type RestRequest,
  type RestRoute,
} from "./rest-route.ts";

const ISSUES = "/repos/{owner}/{repo}/issues";

export const issueRoutes: readonly RestRoute[] = [
  { method: "GET", template: ISSUES, access: ["issues", "read"], handle: list },
  { method: "POST", template: ISSUES, access: ["issues", "write"], handle: create },
  {
    method: "GET",
    template: `${ISSUES}/{issue_number}`,
    access: ["issues", "read"],
    handle: (request) => ok(issueJson(enterIssue(request).issue)),
  },
  {
    method: "PATCH",
    template: `${ISSUES}/{issue_number}`,
    access: ["issues", "write"],
    handle: updateIssue,
  },
];

function list(request: RestRequest): RestReply {
  const { repository } = enter(request);
  return page(request, queryIssues(repository, request.query), issueJson);
}

function create(request: RestRequest): RestReply {
  const { services, actor, repository } = enter(request);
  const { body } = request;
  const labels = texts(body, "labels");
  const assignee = text(body, "assignee");
  const assignees = texts(body, "assignees") ?? (assignee === undefined ? [] : [assignee]);
  requireAssignable(services.state, repository, assignees);
  const milestone = existingMilestone(repository, integer(body, "milestone"));
  const title = requiredText(body, "title", "Issue");
  requireIssueTextFits(title, text(body, "body") ?? "");
  ensureLabels(services.state, actor, repository, labels ?? []);
  const issue = createIssue(services.state, actor, repository, {
    ...{ title, milestone, labels, assignees },
    body: text(body, "body"),
    type: text(body, "type"),
  });
  return created(issueJson(issue));
}
