/** Where queries begin. */
import { WorldError } from "../world/world-error.ts";
import { type GraphqlContext, type ResolverMap, requireNode } from "./graphql-context.ts";

export const queryResolvers: ResolverMap = {
  Query: {
    repository: (_, { owner, name, followRenames }, context) =>
      findRepository(context, `${owner}/${name}`, followRenames !== false),
    node: (_, { id }, context) => requireNode(context, id),
    nodes: (_, { ids }, context) =>
      ids.map((id: string) => attempt(() => requireNode(context, id))),
    viewer: (_, __, { viewer }) => viewer,
    user: (_, { login }, { services }) =>
      findAccount(login, "User", services.state.accounts.get(login.toLowerCase())),
    organization: (_, { login }, { services }) =>
      findAccount(login, "Organization", services.state.accounts.get(login.toLowerCase())),
    rateLimit: (_, __, { price, use }) => ({
      ...{ cost: price.cost, nodeCount: price.nodeCount },
      ...{ limit: use.limit, remaining: use.remaining, used: use.used },
      resetAt: new Date(use.reset * 1000).toISOString().replace(/\.\d+Z$/, "Z"),
    }),
  },
};

function findRepository(context: GraphqlContext, name: string, mayBeRenamed: boolean) {
  context.repositoryName ??= name;
  const { state, registry } = context.services;
  const repository = state.findRepository(name);
  const isMeant = mayBeRenamed || repository?.nameWithOwner.toLowerCase() === name.toLowerCase();
  if (repository === undefined || !isMeant || !registry.covers(context.installation, repository)) {
    throw new WorldError("not-found", `Could not resolve to a Repository with the name '${name}'.`);
  }
  return repository;
}

function findAccount(login: string, type: string, account: { readonly type: string } | undefined) {
  if (account?.type === type) return account;
  throw new WorldError("not-found", `Could not resolve to a ${type} with the login of '${login}'.`);
}

/** An error in a list makes one null entry and one error, not a failed list. */
function attempt(find: () => unknown): unknown {
  try {
    return find();
  } catch (error) {
    return error;
  }
}
