/**
 * A plan speaks of today, so it is computed again when the day turns where the plan lives: once for each
 * repository that this process has synced. What a plan says then mostly stays the same, and nothing is
 * written.
 */
import { type Day, dayOf } from "../domain/calendar.ts";
import type { Clock, RepositoryAddress, SyncQueue } from "../engine/ports.ts";
import type { SyncReport } from "../engine/sync-job.ts";

export interface DayTurn {
  /** Remembers on which day a repository was synced. */
  note(address: RepositoryAddress, report: SyncReport): void;
  /** Asks for a sync of each repository whose day has turned since. */
  tick(): Promise<void>;
}

interface Synced {
  readonly address: RepositoryAddress;
  readonly timezone: string;
  readonly day: Day;
}

export function createDayTurn(clock: Clock, queue: SyncQueue): DayTurn {
  const synced = new Map<string, Synced>();
  return {
    note(address, { skipped, timezone }) {
      const key = `${address.installation}/${address.owner}/${address.name}`;
      if (skipped !== null) synced.delete(key);
      else synced.set(key, { address, timezone, day: dayOf(clock.now(), timezone) });
    },
    async tick() {
      const now = clock.now();
      const turned = [...synced.values()].filter(
        ({ timezone, day }) => dayOf(now, timezone) !== day,
      );
      for (const { address } of turned) await queue.request(address, [{ kind: "delta" }]);
    },
  };
}
