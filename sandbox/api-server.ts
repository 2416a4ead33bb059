/**
 * Both APIs over one router, made once per process: which sandbox a request is for comes with the
 * request, so that starting a sandbox costs nothing here.
 */
import { Hono } from "hono";
import type { ApiBindings, ApiServer } from "./api-context.ts";
import { addGraphqlRoute } from "./graphql/graphql-server.ts";
import { addRestRoutes } from "./rest/rest-server.ts";

let server: ApiServer | undefined;

/** REST under `/` and `/api/v3`, GraphQL under `/graphql` and `/api/graphql`. */
export function apiServer(): ApiServer {
  server ??= build();
  return server;
}

function build(): ApiServer {
  const made: ApiServer = new Hono<{ Bindings: ApiBindings }>();
  for (const prefix of ["", "/api/v3"]) addRestRoutes(made, prefix);
  for (const path of ["/graphql", "/api/graphql"]) addGraphqlRoute(made, path);
  made.notFound((context) => context.env.otherwise(context.req.raw));
  return made;
}
