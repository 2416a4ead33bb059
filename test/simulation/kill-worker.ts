/** A server in a process of its own, to be killed. Its one argument is `KillWorkerOptions` as JSON. */
import { startServer } from "../../src/app/server.ts";

export interface KillWorkerOptions {
  readonly appId: number;
  readonly privateKey: string;
  readonly webhookSecret: string;
  readonly baseUrl: string;
  readonly redisUrl: string;
}

/** What it tells its parent. */
export type KillWorkerNews = { readonly port: number } | { readonly error: string };

const options: KillWorkerOptions = JSON.parse(process.argv[2] ?? "");
const tell = (news: KillWorkerNews) => process.send?.(news);
const nothing = () => {};

const { port } = await startServer({
  ...options,
  ...{ port: 0, host: "127.0.0.1" },
  ...{ settleMilliseconds: 20, settleAtMostMilliseconds: 200, retryMilliseconds: [100, 500] },
  writeIntervalMilliseconds: 50,
  resyncMilliseconds: 4_000,
  log: {
    ...{ debug: nothing, info: nothing, warn: nothing },
    error: (fields, message) => {
      const { err } = fields as { err?: unknown };
      tell({ error: `${message}: ${err instanceof Error ? err.stack : JSON.stringify(fields)}` });
    },
  },
});
tell({ port });
