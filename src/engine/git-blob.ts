/** The id that git gives to a blob, so that a file that we wrote ourselves need not be read back. */
import { createHash } from "node:crypto";

export function gitBlobOid(bytes: Uint8Array): string {
  return createHash("sha1").update(`blob ${bytes.byteLength}\0`).update(bytes).digest("hex");
}
