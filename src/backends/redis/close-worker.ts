import { type EventEmitter, once } from "node:events";
import type { Worker } from "bullmq";

/** Redis that comes back within this time is still told how the last jobs ended. */
const patienceMilliseconds = 2_000;

/**
 * Lets the jobs that run end, and tells Redis so. While Redis is away they are cut off, and another worker
 * begins them anew. BullMQ alone would wait for the end of its waiting connection, which ioredis never
 * tells of one that is closed between two attempts to connect.
 */
export async function closeWorker(worker: Worker): Promise<void> {
  const { promise: tooLate, resolve: giveUp } = Promise.withResolvers<boolean>();
  const timer = setTimeout(giveUp, patienceMilliseconds, false);
  const connected = connect(worker).then(
    () => true,
    () => false,
  );
  const isConnected = await Promise.race([connected, tooLate]);
  clearTimeout(timer);
  await worker.close(!isConnected);
}

async function connect(worker: Worker): Promise<void> {
  const connection = await worker.getBackend().blockingClient;
  if (connection === undefined || connection.status === "ready") return;
  if (connection.status === "reconnecting") await connection.connect();
  else await once(connection as unknown as EventEmitter, "ready");
}
