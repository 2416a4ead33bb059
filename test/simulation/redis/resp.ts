/** What clients and servers of Redis say to each other (RESP 2 and 3), as far as passing it on needs. */

/** A command: its name, then its arguments. */
export type RedisCommand = readonly [Buffer, ...Buffer[]];

const lineEnd = "\r\n";

export function encodeCommand(words: readonly (string | number | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from(`*${words.length}${lineEnd}`)];
  for (const word of words) {
    const bytes = Buffer.isBuffer(word) ? word : Buffer.from(String(word));
    parts.push(Buffer.from(`$${bytes.length}${lineEnd}`), bytes, Buffer.from(lineEnd));
  }
  return Buffer.concat(parts);
}

/** The commands that are there in full, and how many bytes they take. */
export function readCommands(bytes: Buffer): { commands: RedisCommand[]; length: number } {
  const commands: RedisCommand[] = [];
  let length = 0;
  for (let end = endOfValue(bytes, 0); end !== null; end = endOfValue(bytes, length)) {
    commands.push(readCommand(bytes, length));
    length = end;
  }
  return { commands, length };
}

function readCommand(bytes: Buffer, from: number): RedisCommand {
  const count = readCount(bytes, from);
  const words: Buffer[] = [];
  let at = afterLine(bytes, from) ?? bytes.length;
  for (let index = 0; index < count; index += 1) {
    const begin = afterLine(bytes, at) ?? bytes.length;
    const end = begin + readCount(bytes, at);
    words.push(bytes.subarray(begin, end));
    at = end + lineEnd.length;
  }
  const [name, ...rest] = words;
  if (name === undefined) throw new Error("a command without a name");
  return [name, ...rest];
}

/** Where the value ends that begins at `from`; null where not all of it is there. */
export function endOfValue(bytes: Buffer, from: number): number | null {
  const after = afterLine(bytes, from);
  if (after === null) return null;
  switch (String.fromCharCode(bytes[from] ?? 0)) {
    case "$":
    case "!":
    case "=":
      return endOfText(bytes, after, readCount(bytes, from));
    case "*":
    case "~":
    case ">":
      return endOfValues(bytes, after, readCount(bytes, from));
    case "%":
      return endOfValues(bytes, after, 2 * readCount(bytes, from));
    default:
      return after;
  }
}

function endOfText(bytes: Buffer, from: number, count: number): number | null {
  if (count < 0) return from;
  const end = from + count + lineEnd.length;
  return end <= bytes.length ? end : null;
}

function endOfValues(bytes: Buffer, from: number, count: number): number | null {
  let end: number | null = from;
  for (let index = 0; index < count && end !== null; index += 1) end = endOfValue(bytes, end);
  return end;
}

function readCount(bytes: Buffer, from: number): number {
  return Number(bytes.toString("latin1", from + 1, bytes.indexOf(lineEnd, from)));
}

function afterLine(bytes: Buffer, from: number): number | null {
  const end = bytes.indexOf(lineEnd, from);
  return end < 0 ? null : end + lineEnd.length;
}
