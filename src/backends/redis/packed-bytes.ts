/** Bytes for Redis: compressed where that pays, with one byte in front that says whether. */
import { promisify } from "node:util";
import { constants, gunzip, gzip } from "node:zlib";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

const plain = Buffer.of(0);
const compressed = Buffer.of(1);

/** Shorter ones gain little. */
const shortestCompressed = 1024;

export async function pack(bytes: Uint8Array): Promise<Buffer> {
  if (bytes.byteLength < shortestCompressed) return Buffer.concat([plain, bytes]);
  return Buffer.concat([compressed, await compress(bytes, { level: constants.Z_BEST_SPEED })]);
}

/** Null where `packed` did not come from `pack`. */
export async function unpack(packed: Buffer): Promise<Buffer | null> {
  const bytes = packed.subarray(1);
  if (packed[0] === plain[0]) return bytes;
  if (packed[0] !== compressed[0]) return null;
  return decompress(bytes).catch(() => null);
}
