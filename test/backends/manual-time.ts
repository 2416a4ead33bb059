/** Time that passes only when a test says so. */
import type { Schedule } from "../../src/backends/memory/memory-queue.ts";

export interface ManualTime {
  readonly schedule: Schedule;
  readonly advance: (milliseconds: number) => Promise<void>;
}

export function createManualTime(): ManualTime {
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  let now = 0;

  async function advance(milliseconds: number): Promise<void> {
    const until = now + milliseconds;
    await letPromisesSettle();
    for (;;) {
      const due = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      timers.delete(due);
      now = due.at;
      due.run();
      await letPromisesSettle();
    }
    now = until;
  }

  function schedule(milliseconds: number, run: () => void): () => void {
    const timer = { at: now + milliseconds, run };
    timers.add(timer);
    return () => timers.delete(timer);
  }

  return { schedule, advance };
}

function letPromisesSettle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
