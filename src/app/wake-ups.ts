/**
 * What comes with time alone. A plan speaks of today, so it is computed again when the day turns where the
 * plan lives; and a sync may have said that something is due later. Remembered for each repository that
 * this process has synced; what another process forgot with its end, the resync finds.
 */
import { type Day, dayOf, millisecondsBetween } from "../domain/calendar.ts";
import type { Instant } from "../domain/observation.ts";
import type { Clock, RepositoryAddress, SyncQueue } from "../engine/ports.ts";
import type { SyncReport } from "../engine/sync-report.ts";

export interface WakeUps {
  /** Remembers on which day a repository was synced, and what is due there. */
  note(address: RepositoryAddress, report: SyncReport): void;
  /**
   * Asks once for a sync of each repository whose day has turned since, or where something is due. Rejects
   * where the queue takes nothing; the next tick asks again.
   */
  tick(): Promise<void>;
}

interface Synced {
  readonly address: RepositoryAddress;
  readonly timezone: string;
  readonly day: Day;
  readonly at: Instant;
  readonly nextInMilliseconds: number | null;
}

export function createWakeUps(clock: Clock, queue: Pick<SyncQueue, "request">): WakeUps {
  const synced = new Map<string, Synced>();
  return {
    note(address, { skipped, timezone, nextInMilliseconds }) {
      const key = `${address.installation}/${address.owner}/${address.name}`;
      if (skipped !== null) {
        synced.delete(key);
        return;
      }
      const at = clock.now();
      synced.set(key, { address, timezone, day: dayOf(at, timezone), at, nextInMilliseconds });
    },
    async tick() {
      const now = clock.now();
      for (const [key, one] of synced) {
        if (!isDue(one, now)) continue;
        await queue.request(one.address, [{ kind: "delta" }]);
        // Another process may make the sync, and then nobody would tell this one of it.
        if (synced.get(key) === one) synced.delete(key);
      }
    },
  };
}

function isDue({ timezone, day, at, nextInMilliseconds }: Synced, now: Instant): boolean {
  if (dayOf(now, timezone) !== day) return true;
  return nextInMilliseconds !== null && millisecondsBetween(at, now) >= nextInMilliseconds;
}
