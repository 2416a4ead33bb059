/** The REST routes over HTTP: who calls, may they, answer, headers, and an entry in the call log. */
import type { ApiContext, ApiServer } from "../api-context.ts";
import { type Caller, findCaller } from "../auth/caller.ts";
import type { CallKind } from "../call-log.ts";
import type { IncomingCall } from "../faults/call-match.ts";
import { cutConnection } from "../faults/cut-connection.ts";
import { performCall } from "../faults/perform-call.ts";
import { type JsonBody, readJsonBody } from "../json-body.ts";
import type { RateUse } from "../rate-limiter.ts";
import { callerName, limitedName, rateHeaders, requestId } from "../response-headers.ts";
import type { Services } from "../services.ts";
import { rateReply, type SpoiledCall, spoiledReply } from "../spoiled-answers.ts";
import { accessRefusal } from "./access.ts";
import { refuse, refuseFor } from "./error-reply.ts";
import { MovedError } from "./moved-error.ts";
import { redirect } from "./redirect.ts";
import type { RestReply, RestRoute } from "./rest-route.ts";
import { REST_ROUTES } from "./routes.ts";

const REPOSITORY = "/repos/{owner}/{repo}";

/** Adds every REST route to the server, under a prefix (`""` or `/api/v3`). */
export function addRestRoutes(server: ApiServer, prefix: string): void {
  for (const route of REST_ROUTES) {
    const paths = [
      route.template,
      route.template.replace(REPOSITORY, "/repositories/{repository}"),
    ];
    for (const path of new Set(paths)) {
      server.on(route.method, [prefix + honoPath(path)], (context) => serve(context, route));
    }
  }
}

/** Hono's form of a template; a `{path}` or `{ref}` takes slashes too. */
function honoPath(template: string): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === "path" || name === "ref" || name === "branch" ? `:${name}{.+}` : `:${name}`,
  );
}

interface Serving {
  readonly context: ApiContext;
  readonly route: RestRoute;
  readonly services: Services;
  readonly caller: Caller;
  readonly params: Readonly<Record<string, string>>;
  readonly call: IncomingCall;
}

async function serve(context: ApiContext, route: RestRoute): Promise<Response> {
  const { services } = context.env;
  const caller = findCaller(services.registry, context.req.header("authorization"));
  const params = paramsOf(context, services);
  const call = describe(route, params);
  const serving: Serving = { context, route, services, caller, params, call };
  const json = await readJsonBody(context.req.raw);
  const outcome = await performCall(services, call, () => answer(serving, json));
  const spoiled = spoiledCall(serving);
  if (outcome.kind === "reply") return finish(serving, outcome.reply);
  const { effect } = outcome;
  if (effect.kind !== "drop") return finish(serving, spoiledReply(effect, spoiled));
  log(serving, 0);
  return cutConnection(context);
}

/** The template's parameters; a repository called by its id gets its name. */
function paramsOf(context: ApiContext, { state }: Services): Readonly<Record<string, string>> {
  const params: Record<string, string> = context.req.param();
  if (params.repository === undefined) return params;
  const id = Number(params.repository);
  const found = state.repositories.find((repository) => repository.id === id);
  return { ...params, owner: found?.owner.login ?? "", repo: found?.name ?? "" };
}

function describe(route: RestRoute, params: Readonly<Record<string, string>>): IncomingCall {
  const repository = params.repo === undefined ? undefined : `${params.owner}/${params.repo}`;
  const { method, template } = route;
  return { api: "rest", kind: kindOf(route), method, route: template, operations: [], repository };
}

function spoiledCall({ caller, services }: Serving): SpoiledCall {
  return { api: "rest", caller: limitedName(caller), requestId: requestId(services) };
}

function answer(serving: Serving, json: JsonBody): RestReply {
  const { context, route, services, caller, params, call } = serving;
  const isFree = route.points === 0;
  const excess = isFree
    ? undefined
    : services.limiter.refusal(callerName(caller), "core", call.kind === "write");
  if (excess !== undefined) return rateReply(excess, spoiledCall(serving));
  const refusal = accessRefusal(route, caller, params, services);
  if (refusal !== undefined) return refusal;
  if ("problem" in json) return refuse(json.status, json.problem);
  const address = context.req.url;
  const query = new URL(address).searchParams;
  // A bare list is GitHub's short form for a body of labels only.
  const body = Array.isArray(json.value) ? { labels: json.value } : json.value;
  try {
    return route.handle({ params, query, body, caller, address, services });
  } catch (error) {
    if (error instanceof MovedError) return redirect(error, route.method, address);
    return refuseFor(error);
  }
}

function kindOf({ method, template }: RestRoute): CallKind {
  if (/^\/(?:app|users)\b|\/installation$/.test(template)) return "auth";
  return method === "GET" ? "read" : "write";
}

function finish(serving: Serving, reply: RestReply): Response {
  const { caller, route, services } = serving;
  log(serving, reply.status);
  return send(
    reply,
    services.limiter.spend(callerName(caller), "core", route.points ?? 1),
    services,
  );
}

function log({ route, call, services }: Serving, status: number): void {
  const cost = route.points ?? (route.method === "GET" ? 1 : 5);
  const repository = call.repository === undefined ? {} : { repository: call.repository };
  const name = `${route.method} ${route.template}`;
  const at = services.state.clock.iso();
  services.calls.add({ kind: call.kind, name, status, cost, at, ...repository });
}

function send(reply: RestReply, use: RateUse, services: Services): Response {
  const headers = {
    ...rateHeaders(use, "core"),
    ...reply.headers,
    "x-github-request-id": requestId(services),
    "x-github-media-type": "github.v3; format=json",
  };
  if (reply.body === undefined) return new Response(null, { status: reply.status, headers });
  return Response.json(reply.body, { status: reply.status, headers });
}
