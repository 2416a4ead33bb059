/** Two routes for whoever watches over the process: `/healthz`, and Probot's own `/ping`. */
import type { IncomingMessage, ServerResponse } from "node:http";

/** True when the request was for one of them, and is then answered. */
export function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  isStopping: boolean,
): boolean {
  if (request.method !== "GET") return false;
  const path = request.url?.split("?")[0];
  if (path !== "/healthz" && path !== "/ping") return false;
  const text = path === "/ping" ? "PONG" : isStopping ? "stopping" : "ok";
  response.writeHead(isStopping ? 503 : 200, { "content-type": "text/plain" }).end(text);
  return true;
}
