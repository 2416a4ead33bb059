/** Hidden keys: whatever a command creates carries one, and is looked for before it is made again. */
import type { Instant } from "../../domain/observation.ts";

/** In the body of an issue that a command created; `key` is "c:123:4", comment and line. */
export function createdKey(key: string): string {
  return `<!-- milepost-created ${key} -->`;
}

/** In a reply to a comment or an opening text; `key` is "c:123" or "i:45". */
export function replyKey(key: string): string {
  return `<!-- milepost-reply ${key} -->`;
}

const ran = /<!-- milepost-ran (\S+) -->/;

/** In a reply to an edited text: which version was run, by when that was written. */
export function ranKey(at: Instant): string {
  return `<!-- milepost-ran ${at} -->`;
}

export function readRanKey(body: string): Instant | null {
  return ran.exec(body)?.[1] ?? null;
}

/** What is said: the version makes no news. */
export function withoutRanKey(body: string): string {
  return body.replace(ran, "");
}
