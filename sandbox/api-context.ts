/** What a handler of the APIs is called with: the request, and the sandbox it is for. */
import type { HttpBindings } from "@hono/node-server";
import type { Context, Hono } from "hono";
import type { Services } from "./services.ts";

export interface ApiBindings extends Partial<HttpBindings> {
  readonly services: Services;
  /** Answers what neither API knows. */
  readonly otherwise: (request: Request) => Response | Promise<Response>;
}

export type ApiContext = Context<{ Bindings: ApiBindings }>;
export type ApiServer = Hono<{ Bindings: ApiBindings }>;
