/** Mutations of issues: text, state, pins. */
import { requireAssignable } from "../world/assignees.ts";
import { setAssignees, setLabels, setMilestone, setType } from "../world/issue-fields.ts";
import { deleteIssue, transferIssue } from "../world/issue-removal.ts";
import { closeIssue, reopenIssue } from "../world/issue-state.ts";
import { createIssue, editIssue } from "../world/issues.ts";
import { copyLabels } from "../world/labels.ts";
import type { Issue, Milestone, Repository } from "../world/model.ts";
import { pinIssue, unpinIssue } from "../world/pins.ts";
import { addSubIssue } from "../world/sub-issues.ts";
import {
  type GraphqlContext,
  type Resolver,
  requireKind,
  requireWrite,
  writableIssue,
} from "./graphql-context.ts";
import { labelNames, loginsOf } from "./planning-mutations.ts";

const milestoneOf = (context: GraphqlContext, id: string | null | undefined) =>
  id == null ? null : requireKind<Milestone>(context, id, "milestone");

function create(_: unknown, { input }: { input: Record<string, never> }, context: GraphqlContext) {
  const repository = requireKind<Repository>(context, input.repositoryId ?? "", "repository");
  requireWrite(context, repository, "issues");
  const { title = "", body = "", labelIds, assigneeIds, milestoneId, parentIssueId } = input;
  const parent = parentIssueId == null ? undefined : writableIssue(context, parentIssueId);
  const { state } = context.services;
  const assignees = loginsOf(context, assigneeIds);
  requireAssignable(state, repository, assignees);
  const issue = createIssue(state, context.viewer, repository, {
    ...{ title, body, assignees },
    labels: labelNames(context, labelIds),
    milestone: milestoneOf(context, milestoneId)?.number,
  });
  if (parent !== undefined) addSubIssue(state, context.viewer, parent, issue);
  return { issue };
}

function update(_: unknown, { input }: { input: Record<string, never> }, context: GraphqlContext) {
  const issue = writableIssue(context, input.id ?? "");
  const { viewer, services } = context;
  const { state } = services;
  const { title, body, labelIds, assigneeIds, milestoneId, issueTypeId } = input;
  const assignees = loginsOf(context, assigneeIds);
  requireAssignable(state, issue.repository, assignees, issue);
  const milestone = milestoneOf(context, milestoneId);
  const labels = labelNames(context, labelIds);
  editIssue(state, viewer, issue.repository, issue.number, {
    title: title ?? undefined,
    body: body ?? undefined,
  });
  if (labelIds != null) setLabels(state, viewer, issue, labels);
  if (assigneeIds != null) setAssignees(state, viewer, issue, assignees);
  if (milestoneId !== undefined) setMilestone(state, viewer, issue, milestone);
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
    const issue = writableIssue(context, input.issueId);
    const { duplicateIssueId, stateReason } = input;
    const duplicateOf =
      duplicateIssueId == null ? undefined : requireKind<Issue>(context, duplicateIssueId, "issue");
    const reason = stateReason?.toLowerCase();
    return {
      issue: closeIssue(context.services.state, context.viewer, issue, { reason, duplicateOf }),
    };
  },
  reopenIssue: (_, { input }, context) => ({
    issue: reopenIssue(
      context.services.state,
      context.viewer,
      writableIssue(context, input.issueId),
    ),
  }),
  pinIssue: (_, { input }, context) => {
    const issue = writableIssue(context, input.issueId);
    pinIssue(context.services.state, context.viewer, issue);
    return { issue };
  },
  unpinIssue: (_, { input }, context) => {
    const issue = writableIssue(context, input.issueId);
    unpinIssue(context.services.state, context.viewer, issue);
    return { issue, id: issue.nodeId };
  },
  transferIssue: (_, { input }, context) => {
    const issue = writableIssue(context, input.issueId);
    const target = requireKind<Repository>(context, input.repositoryId, "repository");
    requireWrite(context, target, "issues");
    const { state } = context.services;
    if (input.createLabelsIfMissing === true) {
      copyLabels(state, context.viewer, issue.labels, target);
    }
    return { issue: transferIssue(state, context.viewer, issue, target) };
  },
  deleteIssue: (_, { input }, context) => {
    const issue = writableIssue(context, input.issueId);
    // Only administrators delete issues; an App is one with this permission.
    requireWrite(context, issue.repository, "administration");
    deleteIssue(context.services.state, context.viewer, issue);
    return { repository: issue.repository };
  },
};
