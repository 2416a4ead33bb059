/** Ends a request by breaking its connection, so that the caller gets no answer at all. */
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { ApiContext } from "../api-context.ts";

const cut = new WeakSet<Response>();

/** Breaks the connection; return what it returns. */
export function cutConnection(context: ApiContext): Response {
  const { outgoing } = context.env;
  if (outgoing !== undefined) {
    outgoing.destroy();
    return RESPONSE_ALREADY_SENT;
  }
  const response = new Response(null, { status: 503 });
  cut.add(response);
  return response;
}

/** Whether, without a connection to break, this stands for no answer at all. */
export function isCut(response: Response): boolean {
  return cut.has(response);
}
