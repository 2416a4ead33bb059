/**
 * What GitHub's log says never arrived. Those that carry a text are sent again, because commands are in
 * their order then; of all others it is enough to read their repositories in full.
 */
import type { Instant } from "../domain/observation.ts";
import type { Log } from "../engine/ports.ts";
import type { DeliveryLog, FailedDelivery } from "../github/delivery-log.ts";

/** GitHub keeps deliveries for three days. */
export const deliveryLogDays = 3;

/** The rest is found by looking for commands without an answer. */
const mostRedelivered = 100;
/** One that fails again and again fails because of us. */
const mostAttempts = 3;

const carryTexts: ReadonlySet<string> = new Set([
  "issues.opened",
  "issues.edited",
  "issue_comment.created",
  "issue_comment.edited",
]);

/** GitHub's numbers of the repositories that deliveries since an instant were about. Never rejects. */
export async function findMissedDeliveries(
  deliveries: DeliveryLog,
  since: Instant,
  log: Log,
): Promise<ReadonlySet<number>> {
  try {
    const failed = await deliveries.failedSince(since);
    if (failed.length > 0) log.info({ failed: failed.length }, "deliveries were missed");
    await redeliverTexts(deliveries, failed, log);
    return new Set(failed.flatMap(({ repository }) => (repository === null ? [] : [repository])));
  } catch (error) {
    log.warn({ err: error }, "GitHub's log of deliveries could not be read: all repositories are");
    return new Set();
  }
}

/** The oldest first, as people wrote them. */
async function redeliverTexts(
  deliveries: DeliveryLog,
  failed: readonly FailedDelivery[],
  log: Log,
): Promise<void> {
  const texts = failed.filter(
    ({ event, action, attempts }) =>
      carryTexts.has(`${event}.${action}`) && attempts < mostAttempts,
  );
  for (const { id, event } of texts.slice(0, mostRedelivered).reverse()) {
    try {
      await deliveries.redeliver(id);
    } catch (error) {
      log.warn({ err: error, event, id }, "a missed delivery could not be sent again");
    }
  }
}
