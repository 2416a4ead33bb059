/** Hidden keys: whatever a command creates carries one, and is looked for before it is made again. */

/** In the body of an issue that a command created; `key` is "c:123:4", comment and line. */
export function createdKey(key: string): string {
  return `<!-- milepost-created ${key} -->`;
}

/** In a reply to a comment or an opening text; `key` is "c:123" or "i:45". */
export function replyKey(key: string): string {
  return `<!-- milepost-reply ${key} -->`;
}
