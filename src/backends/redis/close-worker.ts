/**
 * Lets the jobs that run end, and tells Redis so. Where Redis stays away they are cut off, and another worker
 * begins them anew. BullMQ alone would wait for ever: for its waiting connection to end, which ioredis never
 * tells of one that is closed between two attempts to connect, or for Redis to hear how a job has ended. Or it
 * would not wait at all, where the waiting connection breaks as it is closed.
 */
import type { RedisQueueBackend, Worker } from "bullmq";
import type { Redis } from "ioredis";

/** Redis that comes back within this time hears how the last jobs end. */
const patienceMilliseconds = 2_000;
const lookMilliseconds = 50;

interface Connection {
  readonly status: string;
  connect(): Promise<unknown>;
}

/** `redis` is what the worker speaks by; the connection that it waits on is its own. */
export async function closeWorker(worker: Worker, redis: Redis): Promise<void> {
  let waiting: Connection | undefined;
  const note = (connection: Connection) => {
    waiting = connection;
  };
  const noted = worker.getBackend().blockingClient?.then(note, () => undefined);
  await Promise.race([noted, pause()]);
  const isRedisThere = () => open(redis);
  const isOpen = await comesTrue(() => isRedisThere() && open(waiting));
  waitForJobsThoughWaitingBreaks(worker.getBackend());
  let isClosed = false;
  const closed = worker.close(!isOpen).finally(() => {
    isClosed = true;
  });
  await Promise.race([closed, untilGone(isRedisThere, () => isClosed)]);
}

/** A worker closes what it waits on, then waits for its jobs; an error of the first would spare it the second. */
function waitForJobsThoughWaitingBreaks(backend: RedisQueueBackend): void {
  const disconnect = backend.disconnectBlocking.bind(backend);
  backend.disconnectBlocking = (isWaiting) => disconnect(isWaiting).catch(() => undefined);
}

/** Whether it becomes so before patience ends. */
async function comesTrue(isSo: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < patienceMilliseconds; waited += lookMilliseconds) {
    if (isSo()) return true;
    await pause();
  }
  return isSo();
}

/**
 * The next attempt of a lost connection may be seconds away, so it is made at once, and instead: a planned one
 * would connect anew after all has been closed.
 */
function open(connection: Connection | undefined): boolean {
  if (connection?.status === "reconnecting") {
    clearTimeout(Reflect.get(connection, "reconnectTimeout") ?? undefined);
    connection.connect().catch(() => undefined);
  }
  return connection?.status === "ready";
}

async function untilGone(isThere: () => boolean, isOver: () => boolean): Promise<void> {
  while (!isOver() && (await comesTrue(isThere))) await pause();
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, lookMilliseconds));
}
