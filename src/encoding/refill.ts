// UTF-8 from which the bytes were dropped that a code page has no character for. A character that lacks one
// such byte is filled again with what plan documents hold; where nothing of that fits, nothing is guessed.

interface Refilled {
  readonly text: string;
  /** How many characters lacked a byte. */
  readonly count: number;
}

/** What may have lost a byte, the likeliest first. */
const likely = Array.from("❌🎉🎯═━←❍\u{FE0F}⏸⏱⏳”🔍📍📝📁🏗🐛🎨🎁┐┝║╝");

/** Null where the bytes are no such text, or where a character cannot be told. */
export function refill(bytes: Uint8Array, dropped: readonly number[]): Refilled | null {
  if (dropped.length === 0) return null;
  const whole: number[] = [];
  const table = shortened(dropped);
  let count = 0;
  let complete = 0;
  for (let start = 0; start < bytes.length; ) {
    const wanted = lengthOf(bytes[start] ?? 0);
    const end = endOf(bytes, start, wanted);
    const found = bytes.subarray(start, end);
    start = end;
    if (found.length === wanted) {
      if (wanted > 1) complete += 1;
      whole.push(...found);
      continue;
    }
    const filled = found.length === wanted - 1 ? table.get(found.join(" ")) : undefined;
    if (filled === undefined) return null;
    whole.push(...choose(filled, whole));
    count += 1;
  }
  const text = complete > 0 ? decodeUtf8(Uint8Array.from(whole)) : null;
  return text === null ? null : { text, count };
}

export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const heavyLine = bytesOf("━");
const corner = bytesOf("┐");
const lightLine = bytesOf("─");

/** A heavy line and a corner look alike without their last byte: a corner ends a light line. */
function choose(filled: readonly number[], before: readonly number[]): readonly number[] {
  const isLine = filled.join() === heavyLine.join();
  return isLine && before.slice(-lightLine.length).join() === lightLine.join() ? corner : filled;
}

/** What is left of each likely character without one of these bytes, with its whole. */
function shortened(dropped: readonly number[]): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  for (const bytes of likely.map(bytesOf)) {
    const lost = bytes.filter((byte) => dropped.includes(byte));
    const rest = bytes.filter((byte) => !dropped.includes(byte)).join(" ");
    if (lost.length === 1 && !table.has(rest)) table.set(rest, bytes);
  }
  return table;
}

function bytesOf(character: string): readonly number[] {
  return [...new TextEncoder().encode(character)];
}

/** Of a whole sequence that begins with this byte; a byte that cannot begin one has none. */
function lengthOf(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}

function endOf(bytes: Uint8Array, start: number, wanted: number): number {
  let end = start + 1;
  while (end < start + wanted && isContinuation(bytes[end])) end += 1;
  return end;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}
