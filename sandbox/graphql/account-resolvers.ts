/** People, bots, organisations, and Git's names for them. */
import { accountJson } from "../shapes/account-json.ts";
import { WEB } from "../shapes/addresses.ts";
import type { Account } from "../world/model.ts";
import type { Resolver, ResolverMap } from "./graphql-context.ts";

const account: Readonly<Record<string, Resolver>> = {
  id: ({ nodeId }: Account) => nodeId,
  databaseId: ({ id }: Account) => id,
  login: ({ login }: Account) => login,
  name: ({ login }: Account) => login,
  email: () => "",
  avatarUrl: (source: Account) => accountJson(source).avatar_url,
  resourcePath: ({ login }: Account) => `/${login}`,
  url: ({ login }: Account) => `${WEB}/${login}`,
};

export const accountResolvers: ResolverMap = { User: account, Bot: account, Organization: account };
