/** A delivery as an HTTP request, signed. */
import { createHmac } from "node:crypto";

/** What of a delivery is sent. */
export interface Parcel {
  /** In the shape of a UUID. */
  readonly id: string;
  readonly appId: number;
  readonly event: string;
  /** JSON. */
  readonly body: string;
}

/** The headers of a delivery, by their names in lower case. */
export function deliveryHeaders(
  { id, appId, event, body }: Parcel,
  secret: string,
): Record<string, string> {
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  return {
    "content-type": "application/json",
    "user-agent": "GitHub-Hookshot/sandbox",
    "x-github-delivery": id,
    "x-github-event": event,
    "x-github-hook-id": String(appId),
    "x-github-hook-installation-target-id": String(appId),
    "x-github-hook-installation-target-type": "integration",
    "x-hub-signature-256": `sha256=${signature}`,
  };
}

/** The request; throws when the address is none. */
export function deliveryRequest(
  delivery: Parcel,
  url: string,
  secret: string,
  signal: AbortSignal,
): Request {
  const { body } = delivery;
  return new Request(url, {
    method: "POST",
    headers: deliveryHeaders(delivery, secret),
    body,
    signal,
  });
}
