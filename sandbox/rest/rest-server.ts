/** The REST routes over HTTP: who calls, may they, answer, headers, and an entry in the call log. */
import type { Context, Hono } from "hono";
import { type Caller, findCaller } from "../auth/caller.ts";
import type { CallKind } from "../call-log.ts";
import { readJsonBody } from "../json-body.ts";
import type { RateUse } from "../rate-limiter.ts";
import { callerName, rateHeaders, requestId } from "../response-headers.ts";
import type { Services } from "../services.ts";
import { appRoutes } from "./app-routes.ts";
import { catalogueRoutes } from "./catalogue-routes.ts";
import { commentRoutes } from "./comment-routes.ts";
import { edgeRoutes } from "./edge-routes.ts";
import { refuse, refuseFor } from "./error-reply.ts";
import { hookRoutes } from "./hook-routes.ts";
import { issueRoutes } from "./issue-routes.ts";
import { repositoryRoutes } from "./repository-routes.ts";
import type { RestReply, RestRequest, RestRoute } from "./rest-route.ts";

const ROUTES: readonly RestRoute[] = [
  ...appRoutes,
  ...hookRoutes,
  ...commentRoutes,
  ...issueRoutes,
  ...edgeRoutes,
  ...catalogueRoutes,
  ...repositoryRoutes,
];

/** Adds every REST route to the server, under a prefix (`""` or `/api/v3`). */
export function addRestRoutes(server: Hono, prefix: string, services: Services): void {
  server.get(`${prefix}/rate_limit`, (context) => rateLimit(context, services));
  for (const route of ROUTES) {
    const path = `${prefix}${honoPath(route.template)}`;
    server.on(route.method, [path], (context) => serve(context, route, services));
  }
}

/** Hono's form of a template; a `{path}` or `{ref}` takes slashes too. */
function honoPath(template: string): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === "path" || name === "ref" || name === "branch" ? `:${name}{.+}` : `:${name}`,
  );
}

async function serve(context: Context, route: RestRoute, services: Services): Promise<Response> {
  const caller = findCaller(services.registry, context.req.header("authorization"));
  const params: Record<string, string> = context.req.param();
  const reply = await answer(context, route, { caller, params, services });
  const kind = kindOf(route);
  const cost = route.method === "GET" ? 1 : 5;
  const repository =
    params.repo === undefined ? {} : { repository: `${params.owner}/${params.repo}` };
  const at = services.state.clock.iso();
  const name = `${route.method} ${route.template}`;
  services.calls.add({ kind, name, status: reply.status, cost, at, ...repository });
  const use = services.limiter.spend(callerName(caller), "core", 1);
  return send(reply, use, services);
}

async function answer(
  context: Context,
  route: RestRoute,
  { caller, params, services }: Pick<RestRequest, "caller" | "params" | "services">,
): Promise<RestReply> {
  const refusal = accessRefusal(route, caller) ?? issuesRefusal(route, params, services);
  if (refusal !== undefined) return refusal;
  const json = await readJsonBody(context.req.raw);
  if ("problem" in json) return refuse(json.status, json.problem);
  const address = context.req.url;
  const query = new URL(address).searchParams;
  // A bare list is GitHub's short form for a body of labels only.
  const body = Array.isArray(json.value) ? { labels: json.value } : json.value;
  try {
    return route.handle({ params, query, body, caller, address, services });
  } catch (error) {
    return refuseFor(error);
  }
}

function accessRefusal(route: RestRoute, caller: Caller): RestReply | undefined {
  if (caller.kind === "nobody") return refuse(401, caller.refusal);
  if (route.access === "either") return undefined;
  if (route.access === "app") {
    return caller.kind === "app" ? undefined : refuse(401, "A JSON web token could not be decoded");
  }
  if (caller.kind === "app") {
    return refuse(403, "Resource not accessible by integration");
  }
  if (route.access === "installation") return undefined;
  const [permission, needed] = route.access;
  const given = caller.installation.app.permissions[permission];
  const isEnough = given === "write" || given === needed;
  return isEnough ? undefined : refuse(403, "Resource not accessible by integration");
}

/** With issues switched off GitHub says no more than that they are out of reach. */
function issuesRefusal(
  { access, template }: RestRoute,
  params: Readonly<Record<string, string>>,
  { state }: Services,
): RestReply | undefined {
  const repository = state.findRepository(`${params.owner}/${params.repo}`);
  if (repository === undefined || repository.hasIssues || access[0] !== "issues") return undefined;
  const isAboutIssues = template.startsWith("/repos/{owner}/{repo}/issues");
  return isAboutIssues ? refuse(403, "Resource not accessible by integration") : undefined;
}

function kindOf({ method, template }: RestRoute): CallKind {
  if (/^\/(?:app|users)\b|\/installation$/.test(template)) return "auth";
  return method === "GET" ? "read" : "write";
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

function rateLimit(context: Context, services: Services): Response {
  const caller = findCaller(services.registry, context.req.header("authorization"));
  if (caller.kind === "nobody") {
    services.calls.add({
      kind: "read",
      name: "GET /rate_limit",
      status: 401,
      cost: 0,
      at: services.state.clock.iso(),
    });
    return Response.json(refuse(401, caller.refusal).body, { status: 401 });
  }
  const core = services.limiter.spend(callerName(caller), "core", 0);
  const graphql = services.limiter.spend(callerName(caller), "graphql", 0);
  services.calls.add({
    kind: "read",
    name: "GET /rate_limit",
    status: 200,
    cost: 0,
    at: services.state.clock.iso(),
  });
  const body = { resources: { core, graphql }, rate: core };
  return Response.json(body, { headers: rateHeaders(core, "core") });
}
