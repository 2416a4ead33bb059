/** Keys that people put in front of titles: "DB-004: Schema", "[US-1] Sign in". */
import type { Plan } from "./plan.ts";

const keyed = /^\s*\[?([A-Z]{1,10})-(\d{1,9})\]?(?=[\s:.)–—-]|$)/i;

export interface IssueKey {
  /** In upper case: "DB" of "DB-004". */
  readonly prefix: string;
  readonly number: number;
}

export function keyOf(title: string): IssueKey | null {
  const match = keyed.exec(title);
  if (!match) return null;
  return { prefix: (match[1] ?? "").toUpperCase(), number: Number(match[2]) };
}

/** What stands behind the key: "Schema" of "DB-004: Schema". */
export function titleBehindKey(title: string): string {
  return title.replace(keyed, "").replace(/^[\s:.)–—-]+/, "");
}

/** Issues whose title has a key of this prefix and a number within the bounds, by that number. */
export function findByKey(plan: Plan, prefix: string, first: number, last: number) {
  const wanted = prefix.toUpperCase();
  return [...plan.items.values()]
    .flatMap((item) => {
      const key = keyOf(item.title);
      const fits = key?.prefix === wanted && key.number >= first && key.number <= last;
      return key && fits ? [{ item, number: key.number }] : [];
    })
    .sort((a, b) => a.number - b.number || a.item.number - b.item.number);
}
