/** The one connection of a simulation to a real Redis. Answers are the bytes that Redis sent. */
import { connect, type Socket } from "node:net";
import { encodeCommand, endOfValue } from "./resp.ts";

export class RedisUpstream {
  readonly #socket: Socket;
  readonly #waiting: ((answer: Buffer) => void)[] = [];
  readonly #written: Buffer[] = [];
  #received: Buffer = Buffer.alloc(0);

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (chunk) => this.#receive(chunk));
  }

  /**
   * Throws where no Redis listens at that path. All keys of the database are the simulation's, to read and to
   * delete.
   */
  static async connect(path: string, database: number): Promise<RedisUpstream> {
    const socket = connect(path);
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("error", reject);
    });
    const upstream = new RedisUpstream(socket);
    await upstream.send(["HELLO", 3]);
    const answer = String(await upstream.send(["SELECT", database]));
    if (!answer.startsWith("+OK")) throw new Error(`database ${database}: ${answer.trim()}`);
    return upstream;
  }

  send(words: readonly (string | number | Buffer)[]): Promise<Buffer> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#written.push(encodeCommand(words));
      if (this.#written.length === 1) queueMicrotask(() => this.#flush());
    });
  }

  /** What is sent in one go is one write. */
  #flush(): void {
    this.#socket.write(Buffer.concat(this.#written));
    this.#written.length = 0;
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    let begin = 0;
    for (;;) {
      const end = endOfValue(this.#received, begin);
      if (end === null) break;
      this.#waiting.shift()?.(this.#received.subarray(begin, end));
      begin = end;
    }
    this.#received = this.#received.subarray(begin);
  }
}
