/** A connection as the server sees it: commands come one after the other, and one that blocks holds up the next. */
import type { Life } from "../life.ts";
import type { Random } from "../random.ts";
import type { SimulatedTime } from "../simulated-time.ts";
import { type RedisCommand, readCommands } from "./resp.ts";
import { SimulatedSocket } from "./simulated-socket.ts";

export interface RedisService {
  readonly time: SimulatedTime;
  readonly random: Random;
  /** Milliseconds that bytes take, one way. */
  latency(): number;
  isAway(): boolean;
  /** Gives the answer, or null where there is none yet: it comes by `answer`. */
  perform(connection: RedisConnection, command: RedisCommand): Promise<Buffer | null>;
  closed(connection: RedisConnection): void;
}

export class RedisConnection {
  readonly socket: SimulatedSocket;
  readonly life: Life;
  readonly #service: RedisService;
  readonly #arrived: RedisCommand[] = [];
  #bytes: Buffer = Buffer.alloc(0);
  #isOpen = true;
  #isBlocked = false;
  #isWorking = false;
  #isQuitting = false;
  #lastSent = 0;
  #lastAnswered = 0;

  constructor(service: RedisService, life: Life) {
    this.#service = service;
    this.life = life;
    this.socket = new SimulatedSocket({
      wrote: (bytes) => this.#sendBytes(bytes),
      ended: () => this.#send(() => this.#close()),
    });
    this.#toClient(() => (service.isAway() ? this.#refuse() : this.socket.open()));
  }

  /** To what it was blocked for. */
  answer(bytes: Buffer): void {
    this.#isBlocked = false;
    this.#toClient(() => this.socket.push(bytes));
    void this.#work();
  }

  /** Both ends lose it: what is under way does not arrive. */
  breakOff(): void {
    if (!this.#isOpen) return;
    this.#forget();
    this.life.schedule(() => this.socket.destroy(failure("read", "ECONNRESET")), 0);
  }

  /** Its process has died. What it had sent arrives all the same. */
  abandon(): void {
    this.#send(() => this.#forget());
  }

  #sendBytes(bytes: Buffer): void {
    if (!this.life.isAlive) return;
    this.#send(() => this.#receive(bytes));
    this.life.step();
  }

  #send(arrive: () => void): void {
    const { time } = this.#service;
    this.#lastSent = Math.max(this.#lastSent, time.now() + this.#service.latency());
    time.schedule(() => this.#isOpen && arrive(), this.#lastSent - time.now());
  }

  #toClient(arrive: () => void): void {
    const { time } = this.#service;
    this.#lastAnswered = Math.max(this.#lastAnswered, time.now() + this.#service.latency());
    this.life.schedule(() => {
      if (this.#isOpen && !this.socket.destroyed) arrive();
    }, this.#lastAnswered - time.now());
  }

  #receive(bytes: Buffer): void {
    const all = Buffer.concat([this.#bytes, bytes]);
    const { commands, length } = readCommands(all);
    this.#bytes = all.subarray(length);
    this.#arrived.push(...commands);
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    const answers = await this.#service.time.duringOutside(() => this.#performAll());
    this.#isWorking = false;
    if (answers.length > 0) this.#toClient(() => this.socket.push(Buffer.concat(answers)));
    if (this.#isQuitting) this.#close();
  }

  /** Up to one that blocks. */
  async #performAll(): Promise<Buffer[]> {
    const answers: Buffer[] = [];
    while (!this.#isBlocked && this.#isOpen) {
      const command = this.#arrived.shift();
      if (command === undefined) break;
      const answer = await this.#service.perform(this, command);
      if (answer === null) this.#isBlocked = true;
      else answers.push(answer);
      if (String(command[0]).toUpperCase() === "QUIT") this.#isQuitting = true;
    }
    return answers;
  }

  #refuse(): void {
    this.socket.destroy(failure("connect", "ECONNREFUSED", " 127.0.0.1:6379"));
  }

  #close(): void {
    this.#toClient(() => this.socket.destroy());
    this.#arrived.length = 0;
    this.#service.closed(this);
  }

  #forget(): void {
    this.#isOpen = false;
    this.#arrived.length = 0;
    this.#service.closed(this);
  }
}

/** As those of the system: by `syscall` ioredis knows which ones do not matter while a connection is closed. */
function failure(syscall: string, code: string, address = ""): Error {
  return Object.assign(new Error(`${syscall} ${code}${address}`), { code, syscall });
}
