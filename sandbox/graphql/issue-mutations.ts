/** Mutations of issues: text, state, pins, edges. */
import { addBlockedBy, removeBlockedBy } from "../world/dependencies.ts";
import { setAssignees, setLabels, setMilestone, setType } from "../world/issue-fields.ts";
import { deleteIssue, transferIssue } from "../world/issue-removal.ts";
import { closeIssue, reopenIssue } from "../world/issue-state.ts";
import { createIssue, editIssue } from "../world/issues.ts";
import { copyLabels } from "../world/labels.ts";
import type { Account, Issue, Label, Milestone, Repository } from "../world/model.ts";
import { pinIssue, unpinIssue } from "../world/pins.ts";
import { addSubIssue, removeSubIssue } from "../world/sub-issues.ts";
import {
  type GraphqlContext,
  type Resolver,
  requireKind,
  requireWrite,
} from "./graphql-context.ts";

type Ids = readonly string[] | null | undefined;

/** The issue of a node id, if the installation may write it. */
function writable(context: GraphqlContext, id: string): Issue {
  const issue = requireKind<Issue>(context, id, "issue");
  requireWrite(context, issue.repository, issue.pull === null ? "issues" : "pull_requests");
  return issue;
}

const labelNames = (context: GraphqlContext, ids: Ids) =>
  (ids ?? []).map((id) => requireKind<Label>(context, id, "label").name);
const logins = (context: GraphqlContext, ids: Ids) =>
  (ids ?? []).map((id) => requireKind<Account>(context, id, "account").login);
const milestoneOf = (context: GraphqlContext, id: string | null | undefined) =>
  id == null ? null : requireKind<Milestone>(context, id, "milestone");

function create(_: unknown, { input }: { input: Record<string, never> }, context: GraphqlContext) {
  const repository = requireKind<Repository>(context, input.repositoryId ?? "", "repository");
  requireWrite(context, repository, "issues");
  const { title = "", body = "", labelIds, assigneeIds, milestoneId, parentIssueId } = input;
  const parent = parentIssueId == null ? undefined : writable(context, parentIssueId);
  const { state } = context.services;
  const issue = createIssue(state, context.viewer, repository, {
    ...{ title, body },
    labels: labelNames(context, labelIds),
    assignees: logins(context, assigneeIds),
    milestone: milestoneOf(context, milestoneId)?.number,
  });
  if (parent !== undefined) addSubIssue(state, context.viewer, parent, issue);
  return { issue };
}

function update(_: unknown, { input }: { input: Record<string, never> }, context: GraphqlContext) {
  const issue = writable(context, input.id ?? "");
  const { viewer, services } = context;
  const { state } = services;
  const { title, body, labelIds, assigneeIds, milestoneId, issueTypeId } = input;
  editIssue(state, viewer, issue.repository, issue.number, {
    title: title ?? undefined,
    body: body ?? undefined,
  });
  if (labelIds != null) setLabels(state, viewer, issue, labelNames(context, labelIds));
  if (assigneeIds != null) setAssignees(state, viewer, issue, logins(context, assigneeIds));
  if (milestoneId !== undefined)
    setMilestone(state, viewer, issue, milestoneOf(context, milestoneId));
  if (issueTypeId !== undefined) {
    setType(
      state,
      viewer,
      issue,
      issueTypeId === null ? null : String(issueTypeId).replace("IT_", ""),
    );
  }
  if (input.state === "OPEN") reopenIssue(state, viewer, issue);
  if (input.state === "CLOSED") closeIssue(state, viewer, issue);
  return { issue, actor: viewer };
}

export const issueMutations: Readonly<Record<string, Resolver>> = {
  createIssue: create,
  updateIssue: update,
  closeIssue: (_, { input }, context) => {
    const issue = writable(context, input.issueId);
    const { duplicateIssueId, stateReason } = input;
    const duplicateOf =
      duplicateIssueId == null ? undefined : requireKind<Issue>(context, duplicateIssueId, "issue");
    const reason = stateReason?.toLowerCase();
    return {
      issue: closeIssue(context.services.state, context.viewer, issue, { reason, duplicateOf }),
    };
  },
  reopenIssue: (_, { input }, context) => ({
    issue: reopenIssue(context.services.state, context.viewer, writable(context, input.issueId)),
  }),
  pinIssue: (_, { input }, context) => {
    const issue = writable(context, input.issueId);
    pinIssue(context.services.state, context.viewer, issue);
    return { issue };
  },
  unpinIssue: (_, { input }, context) => {
    const issue = writable(context, input.issueId);
    unpinIssue(context.services.state, context.viewer, issue);
    return { issue, id: issue.nodeId };
  },
  transferIssue: (_, { input }, context) => {
    const issue = writable(context, input.issueId);
    const target = requireKind<Repository>(context, input.repositoryId, "repository");
    requireWrite(context, target, "issues");
    const { state } = context.services;
    if (input.createLabelsIfMissing === true) {
      copyLabels(state, context.viewer, issue.labels, target);
    }
    return { issue: transferIssue(state, context.viewer, issue, target) };
  },
  deleteIssue: (_, { input }, context) => {
    const issue = writable(context, input.issueId);
    // Only administrators delete issues; an App is one with this permission.
    requireWrite(context, issue.repository, "administration");
    deleteIssue(context.services.state, context.viewer, issue);
    return { repository: issue.repository };
  },
  addBlockedBy: (_, { input }, context) => changeBlocker(input, context, addBlockedBy),
  removeBlockedBy: (_, { input }, context) => changeBlocker(input, context, removeBlockedBy),
  addSubIssue: (_, { input }, context) => {
    const issue = writable(context, input.issueId);
    const subIssue = requireKind<Issue>(context, input.subIssueId, "issue");
    addSubIssue(
      context.services.state,
      context.viewer,
      issue,
      subIssue,
      input.replaceParent === true,
    );
    return { issue, subIssue };
  },
  removeSubIssue: (_, { input }, context) => {
    const issue = writable(context, input.issueId);
    const subIssue = requireKind<Issue>(context, input.subIssueId, "issue");
    removeSubIssue(context.services.state, context.viewer, issue, subIssue);
    return { issue, subIssue };
  },
};

function changeBlocker(
  input: { readonly issueId: string; readonly blockingIssueId: string },
  context: GraphqlContext,
  change: typeof addBlockedBy,
) {
  const issue = writable(context, input.issueId);
  const blockingIssue = requireKind<Issue>(context, input.blockingIssueId, "issue");
  change(context.services.state, context.viewer, issue, blockingIssue);
  return { issue, blockingIssue };
}
