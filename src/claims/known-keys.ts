// The keys that issues carry in front of their titles. A document's own words never make a key: "P0" and "UTF-8"
// look like one as well.

export interface KeyedIssue {
  readonly number: number;
  /** The title behind the key: "Schema" of "DB-004: Schema". */
  readonly title: string;
}

/** By key, with the prefix in upper case and without leading zeros: "DB-4". */
export interface KnownKeys {
  readonly issues: ReadonlyMap<string, KeyedIssue>;
  /** Of all keys, those of several issues included. */
  readonly prefixes: ReadonlySet<string>;
}

export const noKeys: KnownKeys = { issues: new Map(), prefixes: new Set() };

export function keyName(prefix: string, number: number): string {
  return `${prefix.toUpperCase()}-${number}`;
}
