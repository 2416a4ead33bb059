/** Several servers on one Redis, of which some die, behind something that brings each event to one of them. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { KillWorkerNews, KillWorkerOptions } from "./kill-worker.ts";

const script = fileURLToPath(new URL("./kill-worker.ts", import.meta.url));

export class WorkerPool {
  readonly errors: string[] = [];
  kills = 0;
  readonly #options: KillWorkerOptions;
  /** Their ports, once they listen. */
  readonly #workers = new Map<ChildProcess, number | null>();

  constructor(options: KillWorkerOptions) {
    this.#options = options;
  }

  /** Resolves once it listens. */
  start(): Promise<void> {
    const worker = fork(script, [JSON.stringify(this.#options)], { execArgv: [] });
    this.#workers.set(worker, null);
    return new Promise((resolve, reject) => {
      worker.on("message", (news: KillWorkerNews) => {
        if ("error" in news) this.errors.push(news.error);
        else if (this.#workers.has(worker)) {
          this.#workers.set(worker, news.port);
          resolve();
        }
      });
      worker.once("exit", () => reject(new Error("a worker ended before it listened")));
    });
  }

  /** The n-th of those that listen dies at once, and another starts. */
  async killAndReplace(place: number): Promise<void> {
    const listening = [...this.#workers].filter(([, port]) => port !== null);
    const victim = listening[place % listening.length]?.[0];
    if (victim === undefined) return;
    this.kills += 1;
    await this.#kill(victim);
    await this.start();
  }

  /** To the first that answers; an event that nobody takes is lost. */
  async deliver(request: Request): Promise<Response> {
    const body = await request.text();
    const { headers } = request;
    for (const port of this.#workers.values()) {
      if (port === null) continue;
      const url = `http://127.0.0.1:${port}/api/github/webhooks`;
      const answer = await fetch(url, { method: "POST", headers, body }).catch(() => null);
      if (answer) return answer;
    }
    return new Response(null, { status: 502 });
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#workers.keys()].map((worker) => this.#kill(worker)));
  }

  async #kill(worker: ChildProcess): Promise<void> {
    this.#workers.delete(worker);
    const ended = new Promise((resolve) => worker.once("exit", resolve));
    if (worker.exitCode === null && worker.kill("SIGKILL")) await ended;
  }
}
