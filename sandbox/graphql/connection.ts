/** Pages of GraphQL lists. A cursor names a place in the order, so it survives changes of the list. */
import { Buffer } from "node:buffer";
import { refusal } from "./graphql-error.ts";

export interface ConnectionArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

type Key = readonly (string | number)[];

/** Where items stand: `keyOf` is ascending along the list unless `isDescending`. */
export interface Order<Item> {
  readonly keyOf: (item: Item, index: number) => Key;
  readonly isDescending?: boolean;
}

const LARGEST_PAGE = 100;

/** One page of a list; `fields` are further fields of the connection's type. */
export function connection<Item>(
  items: readonly Item[],
  args: ConnectionArguments,
  { keyOf, isDescending = false }: Order<Item> = { keyOf: (_, index) => [index] },
  fields: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  requireSize(args);
  const sign = isDescending ? -1 : 1;
  const compare = (index: number, cursor: Key) =>
    sign * compareKeys(keyAt(items, keyOf, index), cursor);
  const after = decodeCursor(args.after);
  const before = decodeCursor(args.before);
  const from = after === undefined ? 0 : search(items.length, (index) => compare(index, after) > 0);
  const to =
    before === undefined
      ? items.length
      : search(items.length, (index) => compare(index, before) >= 0);
  const start = args.last != null && args.first == null ? Math.max(from, to - args.last) : from;
  const end = args.first == null ? to : Math.min(to, from + args.first);
  const page = items.slice(start, Math.max(start, end));
  const cursorAt = (offset: number) => encodeCursor(keyAt(items, keyOf, start + offset));
  return {
    totalCount: items.length,
    nodes: page,
    edges: () => page.map((node, offset) => ({ node, cursor: cursorAt(offset) })),
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: () => (page.length === 0 ? null : cursorAt(0)),
      endCursor: () => (page.length === 0 ? null : cursorAt(page.length - 1)),
    },
    filteredCount: Math.max(0, to - from),
    pageCount: page.length,
    ...fields,
  };
}

function requireSize({ first, last }: ConnectionArguments): void {
  for (const [name, size] of [
    ["first", first],
    ["last", last],
  ] as const) {
    if (size == null) continue;
    if (size > LARGEST_PAGE) {
      const message = `Requesting ${size} records on the connection exceeds the \`${name}\` limit of ${LARGEST_PAGE} records.`;
      throw refusal("EXCESSIVE_PAGINATION", message);
    }
    if (size < 0)
      throw refusal(
        "INVALID_PAGINATION",
        `\`${name}\` on the connection cannot be less than zero.`,
      );
  }
}

function keyAt<Item>(items: readonly Item[], keyOf: Order<Item>["keyOf"], index: number): Key {
  return keyOf(items[index] as Item, index);
}

/** The first index of an ordered range where the test holds, or `length`. */
function search(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function compareKeys(a: Key, b: Key): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined || part === other) continue;
    return part < other ? -1 : 1;
  }
  return 0;
}

function encodeCursor(key: Key): string {
  return Buffer.from(`cursor:v2:${JSON.stringify(key)}`).toString("base64");
}

function decodeCursor(cursor: string | null | undefined): Key | undefined {
  if (cursor == null || cursor === "") return undefined;
  try {
    const text = Buffer.from(cursor, "base64").toString("utf8").replace("cursor:v2:", "");
    const key: unknown = JSON.parse(text);
    if (Array.isArray(key)) return key;
  } catch {
    // Falls through: GitHub refuses any cursor it did not make in the same words.
  }
  throw refusal("INVALID_CURSOR_ARGUMENTS", `\`${cursor}\` does not appear to be a valid cursor.`);
}
