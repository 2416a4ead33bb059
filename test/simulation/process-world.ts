/** A repository that real processes keep, by real time: what its people and the last look need to know. */
import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { systemClock } from "../../src/app/system-clock.ts";
import { createMemoryCache } from "../../src/backends/memory/memory-cache.ts";
import type { Log } from "../../src/engine/ports.ts";
import type { SyncReport } from "../../src/engine/sync-report.ts";
import { runOnce } from "./milepost-process.ts";
import type { TestedWorld } from "./tested-world.ts";

const nothing = () => {};
const log: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

export interface ProcessWorldOptions {
  readonly sandbox: Sandbox;
  readonly installation: number;
  readonly token: string;
  readonly slug: string;
  readonly repository: string;
}

export class ProcessWorld implements TestedWorld {
  /** What works in other processes is not seen, so it may be at work at any time. */
  readonly isBusy = true;
  readonly labelsBlocked = true;
  readonly #options: ProcessWorldOptions;

  constructor(options: ProcessWorldOptions) {
    this.#options = options;
  }

  get sandbox(): Sandbox {
    return this.#options.sandbox;
  }

  get repository(): string {
    return this.#options.repository;
  }

  now(): number {
    return Date.now();
  }

  killSoon(): void {}

  async look(): Promise<SyncReport | undefined> {
    let report: SyncReport | undefined;
    const { sandbox, repository, ...rest } = this.#options;
    const [owner = "", name = ""] = repository.split("/");
    const address = { installation: rest.installation, owner, name };
    const parts = { address, clock: systemClock, cache: createMemoryCache(), log };
    await runOnce({ ...rest, ...parts, fetch: sandbox.fetch }, { observe: true }, (_of, one) => {
      report = one;
    });
    return report;
  }
}
