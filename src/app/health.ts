/**
 * Routes for whoever watches over the process: `/healthz` says that it is alive, also while it ends;
 * `/readyz` whether deliveries should be sent to it; `/ping` is Probot's own.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readiness } from "./readiness.ts";

export interface Health {
  readonly isStopping: () => boolean;
  readonly readiness: () => Promise<Readiness>;
}

/** True when the request was for one of them, and is then answered. */
export function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  { isStopping, readiness }: Health,
): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const say = (status: number, text: string) =>
    response.writeHead(status, { "content-type": "text/plain" }).end(text);
  switch (request.url?.split("?")[0]) {
    case "/ping":
      say(200, "PONG");
      return true;
    case "/healthz":
      say(200, isStopping() ? "ending" : "ok");
      return true;
    case "/readyz":
      if (isStopping()) say(503, "ending");
      else void readiness().then((ready) => say(ready.isReady ? 200 : 503, describe(ready)));
      return true;
    default:
      return false;
  }
}

function describe({ parts }: Readiness): string {
  return Object.entries(parts)
    .map(([name, state]) => `${name}: ${state}\n`)
    .join("");
}
