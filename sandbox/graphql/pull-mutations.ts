/** Mutations of pull requests. */
import { closeIssue, reopenIssue } from "../world/issue-state.ts";
import { editIssue } from "../world/issues.ts";
import type { Issue, Repository } from "../world/model.ts";
import { changeBase } from "../world/pull-base.ts";
import { createPullRequest } from "../world/pull-requests.ts";
import { WorldError } from "../world/world-error.ts";
import {
  type GraphqlContext,
  type Resolver,
  requireKind,
  requireWrite,
} from "./graphql-context.ts";

function writablePull(context: GraphqlContext, id: string): Issue {
  const issue = requireKind<Issue>(context, id, "issue");
  if (issue.pull === null) {
    const message = `Could not resolve to PullRequest node with the global id of '${id}'.`;
    throw new WorldError("not-found", message);
  }
  requireWrite(context, issue.repository, "pull_requests");
  return issue;
}

export const pullMutations: Readonly<Record<string, Resolver>> = {
  createPullRequest: (_, { input }, context) => {
    const repository = requireKind<Repository>(context, input.repositoryId, "repository");
    requireWrite(context, repository, "pull_requests");
    const { title, body, headRefName, baseRefName, draft } = input;
    const own = `${repository.owner.login}:`;
    const head = headRefName.startsWith(own) ? headRefName.slice(own.length) : headRefName;
    const pullRequest = createPullRequest(context.services.state, context.viewer, repository, {
      ...{ title, body: body ?? "", head, base: baseRefName, isDraft: draft === true },
    });
    return { pullRequest };
  },
  updatePullRequest: (_, { input }, context) => {
    const pullRequest = writablePull(context, input.pullRequestId);
    const { repository, number } = pullRequest;
    const { state } = context.services;
    const { viewer } = context;
    if (input.baseRefName != null) changeBase(state, viewer, pullRequest, input.baseRefName);
    const text = { title: input.title ?? undefined, body: input.body ?? undefined };
    editIssue(state, viewer, repository, number, text);
    if (input.state === "CLOSED") closeIssue(state, viewer, pullRequest);
    if (input.state === "OPEN") reopenIssue(state, viewer, pullRequest);
    return { pullRequest, actor: viewer };
  },
  closePullRequest: (_, { input }, context) => {
    const pullRequest = writablePull(context, input.pullRequestId);
    return { pullRequest: closeIssue(context.services.state, context.viewer, pullRequest) };
  },
  reopenPullRequest: (_, { input }, context) => {
    const pullRequest = writablePull(context, input.pullRequestId);
    return { pullRequest: reopenIssue(context.services.state, context.viewer, pullRequest) };
  },
};
