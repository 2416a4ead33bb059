/** Timers of one process, which alone keep no process alive. */
import type { Log } from "../../engine/ports.ts";
import type { Repetition } from "../repetition.ts";

export function createMemoryRepetition(log: Log): Repetition {
  const timers = new Map<string, NodeJS.Timeout>();
  const running = new Map<string, Promise<void>>();

  async function runLogged(name: string, run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      log.error({ err: error, name }, "a repeated task failed; it runs again in its time");
    } finally {
      running.delete(name);
    }
  }

  return {
    async repeat(name, everyMilliseconds, run) {
      clearInterval(timers.get(name));
      const timer = setInterval(() => {
        if (!running.has(name)) running.set(name, runLogged(name, run));
      }, everyMilliseconds);
      timers.set(name, timer.unref());
    },
    async stop() {
      for (const timer of timers.values()) clearInterval(timer);
      await Promise.all(running.values());
    },
  };
}
