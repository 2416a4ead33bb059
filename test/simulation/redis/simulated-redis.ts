/**
 * A real Redis on simulated time: commands take their time on the way there and back, lives end and
 * waits are over when the simulation says so. Whatever scripts and data do, the real one does.
 */
import type { Life } from "../life.ts";
import type { Random } from "../random.ts";
import type { SimulatedTime } from "../simulated-time.ts";
import { onSimulatedTime, passTime, setScript, shaOf } from "./lua-on-simulated-time.ts";
import { RedisConnection, type RedisService } from "./redis-connection.ts";
import type { RedisUpstream } from "./redis-upstream.ts";
import type { RedisCommand } from "./resp.ts";

interface Waiting {
  readonly connection: RedisConnection;
  readonly command: RedisCommand;
  readonly cancel: () => void;
}

/** What blocks or belongs to one connection; only some of it is done here. */
const notSimulated = new Set(
  "MULTI EXEC WATCH SUBSCRIBE PSUBSCRIBE MONITOR BLPOP BRPOP BLMOVE BZPOPMAX XREAD".split(" "),
);

/** After which there may be something for those that wait. */
const changing = new Set(["EVAL", "EVALSHA", "ZADD"]);

const done = Buffer.from("+OK\r\n");
const nothing = Buffer.from("_\r\n");
const unknownScript = Buffer.from("-NOSCRIPT No matching script. Please use EVAL.\r\n");

export class SimulatedRedis implements RedisService {
  readonly time: SimulatedTime;
  readonly random: Random;
  readonly #upstream: RedisUpstream;
  readonly #connections = new Set<RedisConnection>();
  /** By the key that they wait for, the first first. */
  #waiting: Waiting[] = [];
  /** What a server that has just started knows none of: sha1 of a script, and of what runs for it. */
  #scripts = new Map<string, string>();
  /** Keys that anybody has waited for, and whether something is there. */
  #awaited = new Map<string, boolean>();
  #toldTime = 0;
  /** Ends when all that was asked so far has been answered. */
  #line: Promise<unknown> = Promise.resolve();
  #awayUntil = 0;
  #slowUntil = 0;

  constructor(time: SimulatedTime, upstream: RedisUpstream, random: Random) {
    this.time = time;
    this.#upstream = upstream;
    this.random = random;
  }

  connect(life: Life): RedisConnection {
    const connection = new RedisConnection(this, life);
    this.#connections.add(connection);
    return connection;
  }

  latency(): number {
    const isSlow = this.time.now() < this.#slowUntil;
    return isSlow ? this.random.between(200, 1_500) : this.random.between(0, 2);
  }

  isAway(): boolean {
    return this.time.now() < this.#awayUntil;
  }

  abandon(life: Life): void {
    for (const one of this.#connections) if (one.life === life) one.abandon();
  }

  /** All connections break, and new ones are refused for so long. */
  goAway(milliseconds: number): void {
    this.#awayUntil = this.time.now() + milliseconds;
    for (const one of this.#connections) one.breakOff();
  }

  becomeSlow(milliseconds: number): void {
    this.#slowUntil = this.time.now() + milliseconds;
  }

  /** As a server without a disk starts again: no keys, no scripts. */
  async forgetAll(): Promise<void> {
    this.#scripts.clear();
    this.#awaited.clear();
    this.#toldTime = 0;
    await this.#ask(["FLUSHDB"]);
  }

  /** As Redis does where memory is short: keys with a lifetime may go. */
  async evictCache(): Promise<void> {
    const evict = `
      for _, key in ipairs(redis.call('KEYS', 'milepost:memory:*')) do redis.call('DEL', key) end
      for _, key in ipairs(redis.call('KEYS', 'milepost:blob:*')) do redis.call('DEL', key) end`;
    await this.#ask(["EVAL", evict, 0]);
  }

  /** What those ask who look at the world from outside: an answer that is a whole number. */
  async askNumber(words: readonly (string | number)[]): Promise<number> {
    const answer = String(await this.#ask(words));
    if (!answer.startsWith(":")) throw new Error(`${words[0]}: ${answer.trim()}`);
    return Number(answer.slice(1));
  }

  #ask(words: readonly (string | number)[]): Promise<Buffer> {
    return this.time.duringOutside(() => this.#inTurn(() => this.#upstream.send(words)));
  }

  closed(connection: RedisConnection): void {
    this.#connections.delete(connection);
    for (const one of this.#waiting) if (one.connection === connection) one.cancel();
    this.#waiting = this.#waiting.filter((one) => one.connection !== connection);
  }

  perform(connection: RedisConnection, command: RedisCommand): Promise<Buffer | null> {
    return this.#inTurn(() => this.#perform(connection, command));
  }

  /** One after the other: how fast the real one answers must not decide who is answered first. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#line.then(work);
    this.#line = done.catch(() => undefined);
    return done;
  }

  /** What it asks of the real one goes there in one go: nothing here waits for an answer but the last. */
  async #perform(connection: RedisConnection, command: RedisCommand): Promise<Buffer | null> {
    this.#tellTime();
    const name = String(command[0]).toUpperCase();
    if (notSimulated.has(name)) throw new Error(`${name} is not simulated`);
    if (name === "QUIT") return done;
    if (name === "BZPOPMIN") return this.#popOrWait(connection, command);
    const answer = this.#performAtOnce(name, command);
    if (changing.has(name)) await this.#lookForAwaited();
    return answer;
  }

  #performAtOnce(name: string, command: RedisCommand): Promise<Buffer> | Buffer {
    const [, ...rest] = command;
    const send = (words: readonly (string | number | Buffer)[]) => this.#upstream.send(words);
    if (name === "EVALSHA") {
      const known = this.#scripts.get(String(rest[0]));
      return known === undefined ? unknownScript : send(["EVALSHA", known, ...rest.slice(1)]);
    }
    if (name === "EVAL") return send(["EVALSHA", this.#learn(String(rest[0])), ...rest.slice(1)]);
    const hasLife = name === "SET" && rest.some((word) => String(word).toUpperCase() === "PX");
    return hasLife ? send(["EVAL", setScript, 0, ...rest]) : send(command);
  }

  #learn(script: string): string {
    const simulated = onSimulatedTime(script);
    const sha = shaOf(simulated);
    void this.#upstream.send(["SCRIPT", "LOAD", simulated]);
    this.#scripts.set(shaOf(script), sha);
    return sha;
  }

  #tellTime(): void {
    const now = this.time.now();
    if (now === this.#toldTime) return;
    this.#toldTime = now;
    void this.#upstream.send(["EVAL", passTime, 0, now]);
  }

  async #popOrWait(connection: RedisConnection, command: RedisCommand): Promise<Buffer | null> {
    const [, key, seconds] = command;
    const name = String(key);
    if (!this.#awaited.has(name)) this.#awaited.set(name, await this.#isThere(name));
    if (this.#awaited.get(name)) {
      const answer = this.#upstream.send(["BZPOPMIN", name, 1]);
      this.#awaited.set(name, await this.#isThere(name));
      return answer;
    }
    const cancel = this.time.schedule(() => {
      this.#waiting = this.#waiting.filter((one) => one !== waiting);
      connection.answer(nothing);
    }, Number(seconds) * 1_000);
    const waiting: Waiting = { connection, command, cancel };
    this.#waiting.push(waiting);
    return null;
  }

  async #lookForAwaited(): Promise<void> {
    const keys = [...this.#awaited.keys()];
    const areThere = await Promise.all(keys.map((key) => this.#isThere(key)));
    for (const [place, key] of keys.entries()) {
      this.#awaited.set(key, areThere[place] === true);
      if (areThere[place]) await this.#serve(key);
    }
  }

  /** Those that wait, as long as there is something for them. */
  async #serve(key: string): Promise<void> {
    while (this.#awaited.get(key)) {
      const first = this.#waiting.find(({ command }) => String(command[1]) === key);
      if (first === undefined) return;
      first.cancel();
      this.#waiting = this.#waiting.filter((other) => other !== first);
      const answer = this.#upstream.send(["BZPOPMIN", key, 1]);
      this.#awaited.set(key, await this.#isThere(key));
      first.connection.answer(await answer);
    }
  }

  async #isThere(key: string): Promise<boolean> {
    return String(await this.#upstream.send(["EXISTS", key])) === ":1\r\n";
  }
}
