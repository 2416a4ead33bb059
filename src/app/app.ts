/**
 * The Probot app. A delivery is translated, put into the queue and answered: GitHub waits for the answer,
 * so nothing else happens before it.
 */
import type { Probot } from "probot";
import type { Log, Selections, SyncQueue } from "../engine/ports.ts";
import { translateEvent } from "./translate-event.ts";
import type { WebhookPayload } from "./webhook-payload.ts";

export interface AppOptions {
  /** The App's name in URLs, by which it knows its own writes. */
  readonly slug: string;
  readonly queue: SyncQueue;
  readonly selections: Pick<Selections, "forget">;
  readonly log: Log;
}

export function createApp({ slug, queue, selections, log }: AppOptions): (probot: Probot) => void {
  async function receive(delivery: string, event: string, payload: WebhookPayload): Promise<void> {
    if (event.startsWith("installation") && payload.installation) {
      selections.forget(payload.installation.id);
    }
    const translation = translateEvent(event, payload, slug);
    const fields = { delivery, event, action: payload.action };
    if (translation.kind === "ignored") {
      log.debug({ ...fields, because: translation.because }, "delivery ignored");
      return;
    }
    for (const { address, hints } of translation.requests) {
      const repository = `${address.owner}/${address.name}`;
      log.debug({ ...fields, repository, hints }, "sync requested");
      await queue.request(address, hints);
    }
  }

  return (probot) => {
    probot.onAny(({ id, name, payload }) => receive(id, name, payload as WebhookPayload));
  };
}
