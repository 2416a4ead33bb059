/** Mutations of what is attached to an issue or pull request: labels, people, edges. */
import { assignableLogins } from "../world/assignees.ts";
import { addBlockedBy, removeBlockedBy } from "../world/dependencies.ts";
import { addLabels, assign, removeLabel, setLabels, unassign } from "../world/issue-fields.ts";
import type { Account, Issue, Label } from "../world/model.ts";
import { addSubIssue, removeSubIssue } from "../world/sub-issues.ts";
import { WorldError } from "../world/world-error.ts";
import {
  type GraphqlContext,
  type Resolver,
  requireKind,
  writableIssue,
} from "./graphql-context.ts";

type Ids = readonly string[] | null | undefined;

/** The names of labels by their node ids. */
export function labelNames(context: GraphqlContext, ids: Ids): readonly string[] {
  return (ids ?? []).map((id) => requireKind<Label>(context, id, "label").name);
}

/** The logins of people by their node ids. */
export function loginsOf(context: GraphqlContext, ids: Ids): readonly string[] {
  return (ids ?? []).map((id) => requireKind<Account>(context, id, "account").login);
}

function changeBlocker(change: typeof addBlockedBy): Resolver {
  return (_, { input }, context) => {
    const issue = writableIssue(context, input.issueId);
    const blockingIssue = requireKind<Issue>(context, input.blockingIssueId, "issue");
    change(context.services.state, context.viewer, issue, blockingIssue);
    return { issue, blockingIssue };
  };
}

/** A sub-issue is named by its id or by its address. */
function subIssueOf(
  context: GraphqlContext,
  input: { readonly subIssueId?: string | null; readonly subIssueUrl?: string | null },
): Issue {
  if (input.subIssueId != null) return requireKind<Issue>(context, input.subIssueId, "issue");
  const [, name, number] =
    /^https:\/\/github\.com\/([^/]+\/[^/]+)\/issues\/(\d+)$/.exec(input.subIssueUrl ?? "") ?? [];
  const repository = context.services.state.findRepository(name ?? "");
  const issue = repository?.issues.get(Number(number));
  if (issue === undefined) {
    throw new WorldError("not-found", "Could not resolve to an Issue with the URL given.");
  }
  return requireKind<Issue>(context, issue.nodeId, "issue");
}

export const planningMutations: Readonly<Record<string, Resolver>> = {
  addBlockedBy: changeBlocker(addBlockedBy),
  removeBlockedBy: changeBlocker(removeBlockedBy),
  addSubIssue: (_, { input }, context) => {
    const issue = writableIssue(context, input.issueId);
    const subIssue = subIssueOf(context, input);
    const mayReplace = input.replaceParent === true;
    addSubIssue(context.services.state, context.viewer, issue, subIssue, mayReplace);
    return { issue, subIssue };
  },
  removeSubIssue: (_, { input }, context) => {
    const issue = writableIssue(context, input.issueId);
    const subIssue = requireKind<Issue>(context, input.subIssueId, "issue");
    removeSubIssue(context.services.state, context.viewer, issue, subIssue);
    return { issue, subIssue };
  },
  addLabelsToLabelable: (_, { input }, context) => {
    const labelable = writableIssue(context, input.labelableId);
    const names = labelNames(context, input.labelIds);
    addLabels(context.services.state, context.viewer, labelable, names);
    return { labelable };
  },
  removeLabelsFromLabelable: (_, { input }, context) => {
    const labelable = writableIssue(context, input.labelableId);
    for (const id of input.labelIds) {
      const label = requireKind<Label>(context, id, "label");
      removeLabel(context.services.state, context.viewer, labelable, label);
    }
    return { labelable };
  },
  clearLabelsFromLabelable: (_, { input }, context) => {
    const labelable = writableIssue(context, input.labelableId);
    setLabels(context.services.state, context.viewer, labelable, []);
    return { labelable };
  },
  addAssigneesToAssignable: (_, { input }, context) => {
    const assignable = writableIssue(context, input.assignableId);
    const { state } = context.services;
    const logins = loginsOf(context, input.assigneeIds);
    const able = assignableLogins(state, assignable.repository, logins, assignable);
    assign(state, context.viewer, assignable, able);
    return { assignable };
  },
  removeAssigneesFromAssignable: (_, { input }, context) => {
    const assignable = writableIssue(context, input.assignableId);
    const logins = loginsOf(context, input.assigneeIds);
    unassign(context.services.state, context.viewer, assignable, logins);
    return { assignable };
  },
};
