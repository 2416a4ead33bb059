/** Starts and asks a server that runs in a process of its own. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ServedApp, Usage } from "./serve-in-process.ts";

const script = fileURLToPath(new URL("serve-in-process.ts", import.meta.url));
/** As `milepost serve` has it. */
const compileCache = join(tmpdir(), "node-compile-cache");

export interface RunningApp {
  readonly url: string;
  /** What it has used, once it has nothing to do. */
  usage(): Promise<Usage>;
  /** Resolves when its process has ended. */
  stop(): Promise<void>;
}

export async function serveApart(options: ServedApp): Promise<RunningApp> {
  const child: ChildProcess = fork(script, [JSON.stringify(options)], {
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  });
  const [url] = await once(child, "message");
  return {
    url,
    async usage() {
      const answer = once(child, "message");
      child.send("usage");
      const [usage] = await answer;
      return usage;
    },
    async stop() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}
