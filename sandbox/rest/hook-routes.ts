/** The log of an App's own deliveries, newest first, and sending one again. */
import type { AppRecord } from "../auth/app-registry.ts";
import type { Delivery } from "../webhooks/delivery-queue.ts";
import { deliveryHeaders } from "../webhooks/delivery-request.ts";
import type { Repository } from "../world/model.ts";
import { WorldError } from "../world/world-error.ts";
import { ok, type RestReply, type RestRequest, type RestRoute } from "./rest-route.ts";

const DELIVERIES = "/app/hook/deliveries";

export const hookRoutes: readonly RestRoute[] = [
  { method: "GET", template: DELIVERIES, access: "app", handle: list },
  { method: "GET", template: `${DELIVERIES}/{delivery_id}`, access: "app", handle: read },
  {
    method: "POST",
    template: `${DELIVERIES}/{delivery_id}/attempts`,
    access: "app",
    handle: redeliver,
  },
];

function list(request: RestRequest): RestReply {
  const { query, services, caller } = request;
  const appId = caller.kind === "app" ? caller.app.app.appId : 0;
  const all = services.dispatcher.deliveries.map((delivery, index) => ({
    delivery,
    id: index + 1,
  }));
  const before = Number(query.get("cursor")?.replace("v1_", "") ?? all.length + 1);
  const perPage = Math.min(100, Number(query.get("per_page") ?? 30));
  const found = all
    .filter(({ id, delivery }) => id < before && delivery.appId === appId)
    .filter(({ delivery }) => matches(delivery, query.get("status")))
    .reverse();
  const items = found.slice(0, perPage);
  const last = items.at(-1);
  const isMore = found.length > items.length && last !== undefined;
  return ok(items.map(itemJson), isMore ? { link: nextLink(request.address, last.id) } : {});
}

function matches({ status }: Delivery, wanted: string | null): boolean {
  if (status === undefined) return false;
  if (wanted === "failure") return status >= 400;
  return wanted === null || (status >= 200 && status < 300);
}

function nextLink(address: string, id: number): string {
  const url = new URL(address);
  url.searchParams.set("cursor", `v1_${id}`);
  return `<${url.href}>; rel="next"`;
}

function itemJson({ delivery, id }: { readonly delivery: Delivery; readonly id: number }) {
  const { status = 0, payload } = delivery;
  const repository = payload.repository as { id: Repository["id"] } | undefined;
  const installation = payload.installation as { id: number } | undefined;
  return {
    id,
    guid: delivery.id,
    delivered_at: delivery.at,
    redelivery: delivery.isRedelivery,
    duration: 0.1,
    status:
      status === 0
        ? "failed to connect to host"
        : status < 300
          ? "OK"
          : `Invalid HTTP Response: ${status}`,
    status_code: status,
    event: delivery.event,
    action: delivery.action ?? null,
    installation_id: installation?.id ?? null,
    repository_id: repository?.id ?? null,
    throttled_at: null,
  };
}

/** The delivery of `{delivery_id}`; those of other Apps are not found. */
function enterDelivery(request: RestRequest): { app: AppRecord; delivery: Delivery; id: number } {
  const { caller, services, params } = request;
  const id = Number(params.delivery_id);
  const delivery = services.dispatcher.deliveries[id - 1];
  if (caller.kind !== "app" || delivery?.appId !== caller.app.app.appId) {
    throw new WorldError("not-found", "Not Found");
  }
  return { app: caller.app, delivery, id };
}

function read(request: RestRequest): RestReply {
  const { app, delivery, id } = enterDelivery(request);
  const { payload, status } = delivery;
  const headers = deliveryHeaders(delivery, app.input.webhookSecret);
  return ok({
    ...itemJson({ delivery, id }),
    url: app.input.webhookUrl ?? "",
    request: { headers, payload },
    response: status === 0 ? { headers: null, payload: null } : { headers: {}, payload: "" },
  });
}

function redeliver(request: RestRequest): RestReply {
  const { app, delivery } = enterDelivery(request);
  request.services.dispatcher.redeliver(app, delivery);
  return { status: 202, body: {} };
}
