/**
 * The Probot app. A delivery is translated, put into the queue and answered: GitHub waits for the answer,
 * so nothing else happens before it.
 */
import type { Probot } from "probot";
import type { Hint } from "../engine/hint.ts";
import type { Log, RepositoryCache, Selections, SyncQueue } from "../engine/ports.ts";
import type { Metrics } from "./metrics.ts";
import { type Translation, translateEvent } from "./translate-event.ts";
import type { WebhookPayload } from "./webhook-payload.ts";
import { withdrawnRepositories } from "./withdrawn.ts";

export interface AppOptions {
  /** The App's name in URLs, by which it knows its own writes. */
  readonly slug: string;
  readonly queue: Pick<SyncQueue, "request">;
  readonly cache: Pick<RepositoryCache, "forget">;
  readonly selections: Pick<Selections, "forget">;
  readonly log: Log;
  readonly onWebhook: Metrics["webhook"];
  /** Lists an installation's repositories and asks for a sync of each, after the answer. */
  readonly syncInstallation: (installation: number, cause: Hint) => void;
}

export function createApp(options: AppOptions): (probot: Probot) => void {
  const { slug, log, onWebhook } = options;

  async function receive(delivery: string, event: string, payload: WebhookPayload): Promise<void> {
    const fields = { delivery, event, action: payload.action };
    const translation = translateEvent(event, payload, slug);
    await forget(options, event, payload);
    if (translation.kind === "ignored") {
      onWebhook(event, "ignored", translation.because);
      log.debug({ ...fields, because: translation.because }, "delivery ignored");
      return;
    }
    const name = payload.action === undefined ? event : `${event}.${payload.action}`;
    const cause: Hint = { kind: "cause", delivery, event: name, receivedAt: Date.now() };
    try {
      await request(options, translation, cause, fields);
      onWebhook(event, "queued");
    } catch (error) {
      onWebhook(event, "failed", "the queue took nothing");
      log.error({ ...fields, err: error }, "a delivery could not be queued; GitHub keeps it");
      throw new Error("The queue takes nothing at present.");
    }
  }

  return (probot) => {
    probot.onAny(({ id, name, payload }) => receive(id, name, payload as WebhookPayload));
  };
}

/** The selection may be another now, and what was taken away is not kept. */
async function forget(
  { cache, selections, log }: AppOptions,
  event: string,
  payload: WebhookPayload,
): Promise<void> {
  if (!event.startsWith("installation") || !payload.installation) return;
  selections.forget(payload.installation.id);
  for (const address of withdrawnRepositories(event, payload)) {
    await cache
      .forget(address)
      .catch((error: unknown) => log.warn({ err: error }, "the cache could not forget"));
  }
}

async function request(
  { queue, log, syncInstallation }: AppOptions,
  translation: Exclude<Translation, { kind: "ignored" }>,
  cause: Hint,
  fields: object,
): Promise<void> {
  if (translation.kind === "sync-installation") {
    syncInstallation(translation.installation, cause);
    return;
  }
  for (const { address, hints } of translation.requests) {
    const repository = `${address.owner}/${address.name}`;
    log.debug({ ...fields, repository, hints: hints.map(({ kind }) => kind) }, "sync requested");
    await queue.request(address, [...hints, cause]);
  }
}
