/** GraphQL over HTTP: every refusal but a bad token is HTTP 200 with `errors`, as on GitHub. */
import type { OperationDefinitionNode } from "graphql";
import type { ApiContext, ApiServer } from "../api-context.ts";
import type { Installation } from "../auth/app-registry.ts";
import { type Caller, findCaller } from "../auth/caller.ts";
import type { IncomingCall } from "../faults/call-match.ts";
import { cutConnection } from "../faults/cut-connection.ts";
import { performCall } from "../faults/perform-call.ts";
import { readJsonBody } from "../json-body.ts";
import { callerName, limitedName, rateHeaders, requestId } from "../response-headers.ts";
import { refuse } from "../rest/error-reply.ts";
import type { RestReply } from "../rest/rest-route.ts";
import type { Services } from "../services.ts";
import { rateReply, type SpoiledCall, spoiledReply } from "../spoiled-answers.ts";
import { describeQuery, nameOf } from "./describe-query.ts";
import { type PreparedQuery, prepareQuery } from "./prepare-query.ts";
import type { QueryCost } from "./query-cost.ts";
import { type ChosenQuery, priceOf, runQuery } from "./run-query.ts";

interface Serving {
  readonly services: Services;
  readonly caller: Extract<Caller, { kind: "installation" }>;
  readonly installation: Installation;
  readonly chosen: ChosenQuery;
  readonly call: IncomingCall;
  readonly price: QueryCost;
}

interface GraphqlReply extends RestReply {
  readonly repository?: string | undefined;
}

/** Adds the endpoint at a path. */
export function addGraphqlRoute(server: ApiServer, path: string): void {
  server.post(path, serve);
}

async function serve(context: ApiContext): Promise<Response> {
  const { services } = context.env;
  const caller = findCaller(services.registry, context.req.header("authorization"));
  const json = await readJsonBody(context.req.raw);
  if (caller.kind !== "installation") return refuseCall(services, ...refusalOf(caller));
  if ("problem" in json) return refuseCall(services, json.status, json.problem);
  const chosen = choose(Array.isArray(json.value) ? {} : json.value);
  const { installation } = caller;
  const call = describeQuery(services.state, chosen.query, chosen.operation, chosen.variables);
  const serving = { services, caller, installation, chosen, call, price: priceOf(chosen) };
  const outcome = await performCall(services, call, () => answer(serving));
  if (outcome.kind === "reply") return finish(serving, outcome.reply);
  const { effect } = outcome;
  if (effect.kind !== "drop") return finish(serving, spoiledReply(effect, spoiledCall(serving)));
  log(serving, { status: 0 });
  return cutConnection(context);
}

function choose(body: Readonly<Record<string, unknown>>): ChosenQuery {
  const query = prepareQuery(typeof body.query === "string" ? body.query : "");
  const { variables } = body;
  return {
    query,
    operation: chooseOperation(query, body.operationName),
    variables: typeof variables === "object" && variables !== null ? { ...variables } : {},
  };
}

function chooseOperation(query: PreparedQuery, name: unknown): OperationDefinitionNode | undefined {
  if (typeof name !== "string") return query.operations[0];
  return query.operations.find((operation) => operation.name?.value === name);
}

function refusalOf(caller: Caller): readonly [status: number, message: string] {
  if (caller.kind !== "nobody") return [401, "This endpoint requires you to be authenticated."];
  if (caller.status !== undefined) return [caller.status, caller.refusal];
  const isBad = caller.refusal === "Bad credentials";
  return [401, isBad ? caller.refusal : "This endpoint requires you to be authenticated."];
}

function refuseCall(services: Services, status: number, message: string): Response {
  const at = services.state.clock.iso();
  services.calls.add({ kind: "read", name: "query (refused)", status, cost: 0, at });
  return Response.json(refuse(status, message).body, { status });
}

async function answer(serving: Serving): Promise<GraphqlReply> {
  const { services, caller, installation, chosen, call, price } = serving;
  const name = callerName(caller);
  const excess = services.limiter.refusal(name, "graphql", call.kind === "write");
  if (excess !== undefined) return rateReply(excess, spoiledCall(serving));
  const spent = services.limiter.spend(name, "graphql", 0);
  // Booked when the answer is sent; the query itself is told the state after it.
  const use = {
    ...spent,
    used: spent.used + price.cost,
    remaining: Math.max(0, spent.remaining - price.cost),
  };
  const { body, repository } = await runQuery(services, installation, chosen, { price, use });
  return { status: 200, body, repository };
}

function spoiledCall({ caller, services }: Serving): SpoiledCall {
  return { api: "graphql", caller: limitedName(caller), requestId: requestId(services) };
}

function finish(serving: Serving, reply: GraphqlReply): Response {
  const { services, caller, price } = serving;
  log(serving, reply);
  const headers = {
    ...rateHeaders(services.limiter.spend(callerName(caller), "graphql", price.cost), "graphql"),
    ...reply.headers,
    "x-github-request-id": requestId(services),
  };
  return Response.json(reply.body, { status: reply.status, headers });
}

function log({ services, chosen, call, price }: Serving, reply: GraphqlReply): void {
  const repository = reply.repository ?? call.repository;
  services.calls.add({
    ...{ kind: call.kind, name: nameOf(chosen.operation), status: reply.status },
    ...{ cost: price.cost, at: services.state.clock.iso() },
    ...(repository === undefined ? {} : { repository }),
  });
}
