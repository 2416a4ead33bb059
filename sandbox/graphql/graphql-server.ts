/** GraphQL over HTTP: every refusal but a bad token is HTTP 200 with `errors`, as on GitHub. */
import { execute, getVariableValues, type OperationDefinitionNode } from "graphql";
import type { Context, Hono } from "hono";
import { type Caller, findCaller } from "../auth/caller.ts";
import { readJsonBody } from "../json-body.ts";
import type { RateUse } from "../rate-limiter.ts";
import { callerName, rateHeaders, requestId } from "../response-headers.ts";
import { refuse } from "../rest/error-reply.ts";
import type { Services } from "../services.ts";
import type { GraphqlContext } from "./graphql-context.ts";
import { errorJson, validationJson } from "./graphql-error.ts";
import { requirePageSizes } from "./page-sizes.ts";
import { type PreparedQuery, prepareQuery } from "./prepare-query.ts";
import { priceQuery, type QueryCost } from "./query-cost.ts";
import { resolveField, resolveType } from "./resolve-field.ts";
import { githubSchema } from "./schema.ts";

interface GraphqlReply {
  readonly name: string;
  readonly isMutation: boolean;
  readonly price: QueryCost;
  readonly use: RateUse;
  readonly body: Readonly<Record<string, unknown>>;
  readonly repository?: string;
}

/** Adds the endpoint at a path. */
export function addGraphqlRoute(server: Hono, path: string, services: Services): void {
  server.post(path, (context) => serve(context, services));
}

async function serve(context: Context, services: Services): Promise<Response> {
  const caller = findCaller(services.registry, context.req.header("authorization"));
  const json = await readJsonBody(context.req.raw);
  if (caller.kind !== "installation") return refuseCall(services, 401, refusalOf(caller));
  if ("problem" in json) return refuseCall(services, json.status, json.problem);
  const body = Array.isArray(json.value) ? {} : json.value;
  const reply = await run(services, caller, body);
  services.calls.add({
    kind: reply.isMutation ? "write" : "read",
    ...{ name: reply.name, status: 200, cost: reply.price.cost, at: services.state.clock.iso() },
    ...(reply.repository === undefined ? {} : { repository: reply.repository }),
  });
  const headers = {
    ...rateHeaders(reply.use, "graphql"),
    "x-github-request-id": requestId(services),
  };
  return Response.json(reply.body, { headers });
}

function refusalOf(caller: Caller): string {
  return caller.kind === "nobody" && caller.refusal === "Bad credentials"
    ? "Bad credentials"
    : "This endpoint requires you to be authenticated.";
}

function refuseCall(services: Services, status: number, message: string): Response {
  const at = services.state.clock.iso();
  services.calls.add({ kind: "read", name: "query (refused)", status, cost: 0, at });
  return Response.json(refuse(status, message).body, { status });
}

async function run(
  services: Services,
  caller: Extract<Caller, { kind: "installation" }>,
  body: Readonly<Record<string, unknown>>,
): Promise<GraphqlReply> {
  const query = prepareQuery(typeof body.query === "string" ? body.query : "");
  const operation = chooseOperation(query, body.operationName);
  const schema = githubSchema();
  const given = variablesOf(body.variables);
  const variables =
    getVariableValues(schema, operation?.variableDefinitions ?? [], given).coerced ?? {};
  const free = { cost: 1, nodeCount: 0 };
  const isSound = query.errors.length === 0 && operation !== undefined;
  const price = isSound ? priceQuery(schema, operation, query.fragments, variables) : free;
  const use = services.limiter.spend(callerName(caller), "graphql", price.cost);
  const isMutation = operation?.operation === "mutation";
  const shared = { name: nameOf(operation), isMutation, price, use };
  const errors = isSound ? requirePageSizes(query) : query.errors;
  if (errors.length > 0 || operation === undefined) {
    return { ...shared, body: { errors: errors.map(validationJson) } };
  }
  const { installation } = caller;
  const context: GraphqlContext = {
    ...{ services, installation, viewer: installation.app.bot, price, use },
    repositoryName: undefined,
  };
  const result = await execute({
    ...{ schema, document: query.document, variableValues: given, contextValue: context },
    ...{
      operationName: operation.name?.value,
      fieldResolver: resolveField,
      typeResolver: resolveType,
    },
  });
  const { data, errors: failures } = result;
  return {
    ...shared,
    ...(context.repositoryName === undefined ? {} : { repository: context.repositoryName }),
    body: {
      data: data ?? null,
      ...(failures === undefined ? {} : { errors: failures.map(errorJson) }),
    },
  };
}

function chooseOperation(query: PreparedQuery, name: unknown): OperationDefinitionNode | undefined {
  if (typeof name !== "string") return query.operations[0];
  return query.operations.find((operation) => operation.name?.value === name);
}

function nameOf(operation: OperationDefinitionNode | undefined): string {
  if (operation === undefined) return "query (invalid)";
  const [first] = operation.selectionSet.selections;
  const field = first?.kind === "Field" ? first.name.value : "";
  return `${operation.operation} ${operation.name?.value ?? field}`;
}

function variablesOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
