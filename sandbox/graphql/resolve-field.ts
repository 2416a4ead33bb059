/**
 * Finds a field's value: its resolver, else the value object's own property. A field of GitHub's
 * schema that has neither is an error that names it, so that nothing is ever silently null.
 */
import { GraphQLError, type GraphQLFieldResolver, type GraphQLTypeResolver } from "graphql";
import { accountResolvers } from "./account-resolvers.ts";
import { catalogueResolvers } from "./catalogue-resolvers.ts";
import { commentMutations } from "./comment-mutations.ts";
import { gitMutations } from "./git-mutations.ts";
import { gitResolvers } from "./git-resolvers.ts";
import type { GraphqlContext, ResolverMap } from "./graphql-context.ts";
import { issueMutations } from "./issue-mutations.ts";
import { issueResolvers } from "./issue-resolvers.ts";
import { planningMutations } from "./planning-mutations.ts";
import { pullMutations } from "./pull-mutations.ts";
import { pullResolvers } from "./pull-resolvers.ts";
import { queryResolvers } from "./query-resolvers.ts";
import { reactionResolvers } from "./reaction-resolvers.ts";
import { repositoryResolvers } from "./repository-resolvers.ts";
import { eventFields } from "./timeline-resolvers.ts";

const RESOLVERS: ResolverMap = {
  ...accountResolvers,
  ...catalogueResolvers,
  ...gitResolvers,
  ...issueResolvers,
  ...pullResolvers,
  ...queryResolvers,
  ...reactionResolvers,
  ...repositoryResolvers,
  Mutation: {
    ...issueMutations,
    ...planningMutations,
    ...commentMutations,
    ...gitMutations,
    ...pullMutations,
  },
};

/** For graphql-js: the value of any field. */
export const resolveField: GraphQLFieldResolver<unknown, GraphqlContext> = (
  source,
  args,
  context,
  info,
) => {
  const type = info.parentType.name;
  const field = info.fieldName;
  const resolver = RESOLVERS[type]?.[field];
  if (resolver !== undefined) return resolver(source, args, context);
  if (isEvent(source)) return eventField(source, args, context, field, type);
  if (field === "clientMutationId")
    return (info.variableValues.input as { clientMutationId?: string })?.clientMutationId ?? null;
  const value = ownValue(source, field);
  if (value === undefined) throw notImplemented(type, field);
  return typeof value === "function" ? value(args) : value;
};

function eventField(
  source: { readonly details: Readonly<Record<string, unknown>> },
  args: unknown,
  context: GraphqlContext,
  field: string,
  type: string,
): unknown {
  if (Object.hasOwn(source.details, field)) return source.details[field];
  const resolver = eventFields[field];
  if (resolver === undefined) throw notImplemented(type, field);
  return resolver(source, args, context);
}

function ownValue(source: unknown, field: string): unknown {
  const isPlain = typeof source === "object" && source !== null && !("kind" in source);
  return isPlain && Object.hasOwn(source, field)
    ? (source as Record<string, unknown>)[field]
    : undefined;
}

function notImplemented(type: string, field: string): GraphQLError {
  return new GraphQLError(`sandbox: ${type}.${field} is not implemented`);
}

function isEvent(
  source: unknown,
): source is { readonly details: Readonly<Record<string, unknown>> } {
  return (
    typeof source === "object" && source !== null && "kind" in source && source.kind === "event"
  );
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  blob: "Blob",
  comment: "IssueComment",
  commit: "Commit",
  edit: "UserContentEdit",
  label: "Label",
  milestone: "Milestone",
  pin: "PinnedIssue",
  reaction: "Reaction",
  ref: "Ref",
  repository: "Repository",
  tree: "Tree",
};

/** For graphql-js: the type of a thing where the schema has an interface or a union. */
export const resolveType: GraphQLTypeResolver<unknown, GraphqlContext> = (value) => {
  const thing = value as { kind: string; type?: string; pull?: unknown };
  if (thing.kind === "account" || thing.kind === "event") return thing.type;
  if (thing.kind === "issue") return thing.pull === null ? "Issue" : "PullRequest";
  return TYPE_NAMES[thing.kind];
};
