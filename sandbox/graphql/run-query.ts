/** Runs one operation for one installation, and says what it cost. */
import { execute, getVariableValues, type OperationDefinitionNode } from "graphql";
import type { Installation } from "../auth/app-registry.ts";
import type { RateUse } from "../rate-limiter.ts";
import type { Services } from "../services.ts";
import type { GraphqlContext } from "./graphql-context.ts";
import { errorJson, validationJson } from "./graphql-error.ts";
import { requirePageSizes } from "./page-sizes.ts";
import type { PreparedQuery } from "./prepare-query.ts";
import { priceQuery, type QueryCost } from "./query-cost.ts";
import { resolveField, resolveType } from "./resolve-field.ts";
import { githubSchema } from "./schema.ts";

/** A request that has been read: a query, the operation of it that is meant, and its variables. */
export interface ChosenQuery {
  readonly query: PreparedQuery;
  readonly operation: OperationDefinitionNode | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface QueryResult {
  readonly body: Readonly<Record<string, unknown>>;
  /** `owner/name` of the first repository the query touched. */
  readonly repository: string | undefined;
}

/** By operation, and by what of its variables a price depends on. */
const prices = new WeakMap<OperationDefinitionNode, Map<string, QueryCost>>();

/** The price of a query; one that does not fit the schema costs a point. */
export function priceOf(chosen: ChosenQuery): QueryCost {
  const { query, operation, variables } = chosen;
  if (operation === undefined || query.errors.length > 0) return { cost: 1, nodeCount: 0 };
  const known = prices.get(operation) ?? new Map<string, QueryCost>();
  prices.set(operation, known);
  const key = JSON.stringify(Object.entries(variables).filter(isNumber));
  const cost = known.get(key) ?? price(chosen, operation);
  known.set(key, cost);
  return cost;
}

function isNumber([, value]: readonly [string, unknown]): boolean {
  return typeof value === "number";
}

function price({ query, variables }: ChosenQuery, operation: OperationDefinitionNode): QueryCost {
  const schema = githubSchema();
  const definitions = operation.variableDefinitions ?? [];
  const coerced = getVariableValues(schema, definitions, variables).coerced ?? {};
  return priceQuery(schema, operation, query.fragments, coerced);
}

/** Executes; a query that does not fit the schema answers with its errors only. */
export async function runQuery(
  services: Services,
  installation: Installation,
  chosen: ChosenQuery,
  { price, use }: { readonly price: QueryCost; readonly use: RateUse },
): Promise<QueryResult> {
  const { query, operation, variables } = chosen;
  const problems = query.errors.length > 0 ? query.errors : requirePageSizes(query);
  if (problems.length > 0 || operation === undefined) {
    return { body: { errors: problems.map(validationJson) }, repository: undefined };
  }
  const context: GraphqlContext = {
    ...{ services, installation, viewer: installation.app.bot, price, use },
    repositoryName: undefined,
  };
  const { data, errors } = await execute({
    ...{ schema: githubSchema(), document: query.document, variableValues: variables },
    ...{ contextValue: context, operationName: operation.name?.value },
    ...{ fieldResolver: resolveField, typeResolver: resolveType },
  });
  const failures = errors === undefined ? {} : { errors: errors.map(errorJson) };
  return { body: { data: data ?? null, ...failures }, repository: context.repositoryName };
}
