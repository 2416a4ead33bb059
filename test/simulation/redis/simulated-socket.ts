/** A client's end of a connection to Redis, as ioredis takes it; the simulation brings the bytes. */
import { Duplex } from "node:stream";

/** What a socket tells of its client. */
export interface SocketEvents {
  wrote(bytes: Buffer): void;
  ended(): void;
}

export class SimulatedSocket extends Duplex {
  connecting = true;
  readonly remoteAddress = "127.0.0.1";
  readonly remotePort = 6379;
  readonly #events: SocketEvents;

  constructor(events: SocketEvents) {
    super({ allowHalfOpen: false });
    this.#events = events;
  }

  override _write(bytes: Buffer, _encoding: string, done: () => void): void {
    this.#events.wrote(bytes);
    done();
  }

  override _final(done: () => void): void {
    this.#events.ended();
    done();
  }

  override _read(): void {}

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#events.ended();
    done(error);
  }

  open(): void {
    this.connecting = false;
    this.emit("connect");
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  setTimeout(): this {
    return this;
  }
}
