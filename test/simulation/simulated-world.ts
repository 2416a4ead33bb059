/** A GitHub, a repository and a Milepost in it, in which everything that takes time or fails is a seed's. */
import { createSandbox, type LocalSandbox } from "../../sandbox/create-sandbox.ts";
import type { WebhookPayload } from "../../src/app/webhook-payload.ts";
import { createMemoryCache } from "../../src/backends/memory/memory-cache.ts";
import type { Log, RepositoryAddress } from "../../src/engine/ports.ts";
import type { SyncReport } from "../../src/engine/sync-report.ts";
import { Life } from "./life.ts";
import {
  type Milepost,
  MilepostProcess,
  type ProcessOptions,
  runOnce,
} from "./milepost-process.ts";
import type { People } from "./people.ts";
import { createPlanRepository } from "./plan-repository.ts";
import { createRandom, type Random } from "./random.ts";
import { SimulatedTime } from "./simulated-time.ts";
import { isDeadly, type Story } from "./story.ts";
import type { TestedWorld } from "./tested-world.ts";

const slug = "milepost";

/** A world needs about a hundred. */
const mostCalls = 3_000;

export class SimulatedWorld implements TestedWorld {
  readonly repository = "acme/app";
  readonly story: Story;
  readonly time: SimulatedTime;
  readonly sandbox: LocalSandbox;
  /** What happened that must never happen, as far as it is seen while it happens. */
  readonly violations: string[] = [];
  /** What Milepost logged, with the time. */
  readonly lines: string[] = [];
  process: Milepost | null = null;
  readonly #ofCalls: Random;
  readonly #options: ProcessOptions;
  #isQuiet = false;
  /** By who was told so, in milliseconds since 1970. */
  readonly #closedUntil = new WeakMap<object, number>();
  #limitsMet = 0;
  #lastWrite = Number.NEGATIVE_INFINITY;

  constructor(story: Story) {
    this.story = story;
    const random = createRandom(story.seed + 1_000_003);
    this.#ofCalls = random.fork();
    const begin = `2025-11-10T${String(story.hour).padStart(2, "0")}:00:00Z`;
    this.time = new SimulatedTime(begin);
    this.sandbox = this.#openSandbox(random.fork());
    this.#options = this.#install();
    this.#beginTrouble(random.fork());
    this.sandbox.calls.listen(({ status }) => {
      if (status === 403 || status === 429) this.#limitsMet += 1;
    });
  }

  now(): number {
    return this.time.now();
  }

  get isBusy(): boolean {
    return (this.process?.running ?? 0) > 0;
  }

  /** No event was lost, so nothing waits for the resync. */
  get isEverythingTold(): boolean {
    const { trouble, steps } = this.story;
    return trouble.lost === 0 && steps.every(({ act }) => !isDeadly(act));
  }

  get labelsBlocked(): boolean {
    return this.story.labelsBlocked;
  }

  /** An error that this world's troubles are a reason for. */
  protected isMeant(_message: string): boolean {
    return false;
  }

  /** Milliseconds from one write to the next. */
  protected get leastGap(): number {
    return 1_000;
  }

  /** Refused as too many or not allowed, beside those that were asked for. */
  get refusedCalls(): number {
    return this.#limitsMet - this.#limits.reduce((sum, { struck }) => sum + struck, 0);
  }

  #limits: readonly { readonly struck: number }[] = [];

  startProcess(): void {
    const { cacheSurvives } = this.story;
    const cache = cacheSurvives ? this.#options.cache : createMemoryCache();
    this.#lastWrite = Number.NEGATIVE_INFINITY;
    this.process = this.createProcess({ ...this.#options, cache });
  }

  protected createProcess(options: ProcessOptions): Milepost {
    return new MilepostProcess(options);
  }

  /** The steps of the story follow. */
  beginSteps(): void {}

  /** What happens once all else is over, and each breach of what must then hold. */
  async playEnding(_people: People): Promise<readonly string[]> {
    return [];
  }

  kill(): void {
    this.process?.kill();
    this.process = null;
  }

  /** Ends all trouble. */
  becomeQuiet(): void {
    this.#isQuiet = true;
    this.sandbox.faults.clear();
  }

  killSoon(delay: number, down: number): void {
    const victim = this.process;
    this.time.schedule(() => {
      if (victim === null || this.process !== victim) return;
      this.kill();
      this.time.schedule(() => this.startProcess(), down);
    }, delay);
  }

  /** Takes no time that matters. */
  async look(): Promise<SyncReport | undefined> {
    let report: SyncReport | undefined;
    const { fetch } = this.sandbox;
    const clock = { now: () => this.time.iso() };
    const options = { ...this.#options, clock, cache: createMemoryCache(), fetch };
    const looking = runOnce(options, { observe: true }, (_address, one) => {
      report = one;
    });
    await this.time.advance(60_000);
    await looking;
    return report;
  }

  #openSandbox(random: Random): LocalSandbox {
    const { now, schedule } = this.time;
    const { late } = this.story.trouble;
    const deliveryDelay = () =>
      !this.#isQuiet && random.chance(late)
        ? random.between(2_000, 600_000)
        : random.between(50, 2_000);
    const limits = { now, schedule, signersNow: () => 0, deliveryDelay, enforceLimits: true };
    return createSandbox(limits);
  }

  #install(): ProcessOptions {
    const { sandbox, time, story } = this;
    createPlanRepository(sandbox, this.repository, story);
    const deliver = (request: Request) => this.#deliver(request);
    const app = sandbox.registerApp({ slug, webhookSecret: "secret", deliver });
    const installation = sandbox.install(app, { account: "acme", repositories: ["app"] });
    const address: RepositoryAddress = {
      installation: installation.id,
      owner: "acme",
      name: "app",
    };
    return {
      ...{ time, slug, address, cache: createMemoryCache(), log: this.#log() },
      token: sandbox.createToken(installation),
      fetch: (...call) => this.#call(...call),
    };
  }

  async #deliver(request: Request): Promise<Response> {
    const { process } = this;
    if (process === null) return new Response(null, { status: 502 });
    const id = request.headers.get("x-github-delivery") ?? "";
    const event = request.headers.get("x-github-event") ?? "";
    const payload: WebhookPayload = JSON.parse(await request.text());
    const isTaken = await process.receive({ id, event }, payload);
    return new Response(null, { status: isTaken ? 200 : 502 });
  }

  /** A call takes its time on the way there and on the way back. */
  async #call(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
    const { time, sandbox } = this;
    const { process } = this;
    const caller = Life.current() ?? process ?? this;
    if (sandbox.calls.mark() > mostCalls) return this.#stop();
    this.#noteWrite(input, init);
    if (time.now() < (this.#closedUntil.get(caller) ?? 0)) {
      this.violations.push(`a call before a limit had passed: ${String(input)}`);
    }
    await time.sleep(this.#latency());
    const sent = time.during(async () => arrived(await sandbox.fetch(input, init)));
    const outcome = await sent.catch((error: unknown) => ({ error }));
    await time.sleep(this.#latency());
    if ("error" in outcome) throw outcome.error;
    if (this.process === process) this.#noteLimit(caller, outcome.headers);
    return outcome;
  }

  /** Calls without end would keep time from going on. */
  #stop(): Promise<Response> {
    this.violations.push(`there are more than ${mostCalls} calls`);
    this.kill();
    return new Promise(() => {});
  }

  #latency(): number {
    const isSlow = !this.#isQuiet && this.#ofCalls.chance(this.story.trouble.slowCall);
    return isSlow ? this.#ofCalls.between(1_000, 12_000) : this.#ofCalls.between(10, 150);
  }

  #noteWrite(input: string | URL | Request, init: RequestInit | undefined): void {
    const url = String(input);
    if (!isWrite(url, init)) return;
    const now = this.time.now();
    if (now - this.#lastWrite < this.leastGap) {
      this.violations.push(`two writes within ${now - this.#lastWrite} ms, the second: ${url}`);
    }
    this.#lastWrite = now;
  }

  #noteLimit(caller: object, headers: Headers): void {
    const wait = Number(headers.get("retry-after"));
    const reset =
      headers.get("x-ratelimit-remaining") === "0" ? headers.get("x-ratelimit-reset") : 0;
    const until = wait > 0 ? this.time.now() + wait * 1000 : Number(reset) * 1000;
    this.#closedUntil.set(caller, Math.max(this.#closedUntil.get(caller) ?? 0, until));
  }

  #beginTrouble(random: Random): void {
    const { faults } = this.sandbox;
    const { trouble } = this.story;
    const often = (probability: number) => ({ when: () => random.chance(probability) });
    faults.fail({ kind: "read" }, { status: 502 }, often(trouble.readFails));
    faults.fail({ kind: "write" }, { status: 502 }, often(trouble.writeFails));
    const done = { status: 502, performed: true } as const;
    faults.fail({ kind: "write" }, done, often(trouble.writeIsDoneAndFails));
    faults.drop({}, "before", often(trouble.dropped));
    faults.drop({}, "after", often(trouble.doneAndDropped));
    // GitHub answers with either, and Octokit by itself tries again after one of them only.
    const status = this.story.seed % 2 === 0 ? 429 : 403;
    const secondary = { kind: "secondary", status, retryAfterSeconds: 60 } as const;
    const reset = Math.floor(this.time.now() / 1000) + 900;
    this.#limits = [
      faults.limit({}, secondary, often(trouble.secondaryLimit)),
      faults.limit({}, { kind: "primary", reset }, often(trouble.primaryLimit)),
    ];
    faults.loseDeliveries({}, often(trouble.lost));
    faults.doubleDeliveries({}, often(trouble.doubled));
  }

  #log(): Log {
    const write = (level: string) => (fields: object, message: string) => {
      const { err, ...rest } = fields as { err?: unknown };
      const cause = err instanceof Error ? ` ${err.name}: ${err.message}` : "";
      const line = `${this.time.iso()} ${level} ${message}${cause} ${JSON.stringify(rest)}`;
      this.lines.push(line);
      if (level === "error" && !this.isMeant(message)) {
        const stack = err instanceof Error ? `\n${err.stack}` : "";
        this.violations.push(`logged as an error: ${line}${stack}`);
      }
    };
    return {
      debug: write("debug"),
      info: write("info"),
      warn: write("warn"),
      error: write("error"),
    };
  }
}

/** An answer whose body is there already: time stands still only while the sandbox works. */
async function arrived(answer: Response): Promise<Response> {
  const { status, statusText, headers, url } = answer;
  // Not `bytes()`: where the sandbox's server has run, `Response` is another class, which does not know it.
  const body = await answer.arrayBuffer();
  const text = async () => new TextDecoder().decode(body);
  const arrayBuffer = async () => body;
  return { status, statusText, headers, url, text, arrayBuffer } as unknown as Response;
}

function isWrite(url: string, { method = "GET", body }: RequestInit = {}): boolean {
  if (!url.endsWith("/graphql")) return method !== "GET";
  return /^\{"query":"(?:\\n|\s)*mutation\b/.test(String(body));
}
