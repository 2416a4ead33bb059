/**
 * BullMQ as an alarm clock: a job is named after its repository, says nothing else, and wakes one worker
 * when it is due. BullMQ keeps at most one waiting, delayed or active per repository. Asking again moves
 * one that is delayed, and is kept while one is active, until that one has ended.
 */
import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import type { Log } from "../../engine/ports.ts";

export const syncQueueName = "sync";

export interface WakeUps {
  /** `due` in milliseconds since 1970. */
  wake(repository: string, due: number): Promise<void>;
}

export function createWakeUps(redis: Redis, prefix: string, log: Log): WakeUps {
  // BullMQ's stream of events grows with each job, and nobody listens.
  const streams = { events: { maxLen: 100 } };
  const queue = new Queue(syncQueueName, { connection: redis, prefix, streams });
  queue.on("error", (error) => log.warn({ err: error }, "asking for a sync met a problem"));
  return {
    async wake(repository, due) {
      await queue.add(repository, null, {
        delay: Math.max(due - Date.now(), 0),
        deduplication: { id: repository, keepLastIfActive: true, reschedule: true },
        removeOnComplete: true,
        removeOnFail: true,
      });
    },
  };
}
