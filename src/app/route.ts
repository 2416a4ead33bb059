/** What each address of the server answers. */
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { answerHealth, type Health } from "./health.ts";
import type { Metrics } from "./metrics.ts";

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

export interface RouteOptions {
  readonly webhooks: Middleware;
  readonly health: Health;
  /** What is queued now outlives this process. */
  readonly isDurable: boolean;
}

/** While it ends, it takes only what another process will do: GitHub logs the others as failed. */
export function route({ webhooks, health, isDurable }: RouteOptions): RequestListener {
  return (request, response) => {
    if (answerHealth(request, response, health)) return;
    if (health.isStopping() && !isDurable) {
      response.writeHead(503, { "content-type": "text/plain", connection: "close" });
      response.end("Milepost is ending. It finds this delivery in GitHub's log when it starts.");
      return;
    }
    void webhooks(request, response, () => response.writeHead(404).end());
  };
}

/** On a port of its own, because it tells how busy whom an installation is. */
export function routeMetrics(metrics: Metrics): RequestListener {
  return async (request, response) => {
    if (request.method !== "GET" || request.url?.split("?")[0] !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    const text = await metrics.text();
    response.writeHead(200, { "content-type": metrics.contentType }).end(text);
  };
}
