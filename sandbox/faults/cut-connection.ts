/** Ends a request by breaking its connection, so that the caller gets no answer at all. */
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";

/** Breaks the connection; return what it returns. */
export function cutConnection(context: Context): Response {
  const { outgoing } = context.env as HttpBindings;
  outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}
