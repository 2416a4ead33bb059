/** A Redis of its own, for a test file or a benchmark: on a free port, with nothing kept on disk. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface RedisServer {
  readonly url: string;
  /** Where it listens too, for who asks it very often: a path. */
  readonly socket: string;
  stop(): Promise<void>;
}

export const isRedisInstalled = spawnSync("redis-server", ["--version"]).status === 0;

export const howToInstallRedis =
  "redis-server is not installed. On Debian: apt-get install redis-server";

/** On a free port where none is given. */
export async function startRedis(givenPort?: number): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), "milepost-redis-"));
  const port = givenPort ?? (await freePort());
  const socket = join(folder, "redis.sock");
  const address = { port, bind: "127.0.0.1", unixsocket: socket };
  const settings = { ...address, save: "", appendonly: "no", dir: folder };
  const server = spawn(
    "redis-server",
    Object.entries(settings).flatMap(([key, value]) => [`--${key}`, `${value}`]),
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  await readiness(server);
  return {
    url: `redis://127.0.0.1:${port}`,
    socket,
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readiness(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    server.once("error", reject);
    server.once("exit", () => reject(new Error(`redis-server ended at once:\n${output}`)));
    server.stdout?.on("data", (chunk) => {
      output += chunk;
      if (output.includes("Ready to accept connections")) resolve();
    });
  });
}

/**
 * Below the ports that a system gives to outgoing connections: else a client that tries again and again, while
 * its server is away, is given that very port one day, connects to itself, and the server can't come back.
 */
const [firstPort, lastPort] = [20_000, 30_000];

async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(firstPort, lastPort);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
