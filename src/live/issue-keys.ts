// The keys that the plan's issues have in front of their titles.

import { type KeyedIssue, type KnownKeys, keyName } from "../claims/known-keys.ts";
import { keyOf, titleBehindKey } from "../domain/issue-key.ts";
import type { Plan } from "../domain/plan.ts";

/** Names of standards, written as keys are: "UTF-8: read a byte order mark" is about one, and has no key. */
const standards = new Set(
  "AES CVE CWE ECMA ES GPT HTTP IEEE IPV ISO MD PEP RFC RSA SHA TLS USB UTC UTF".split(" "),
);

/** A key that several issues have leads to none of them; duplicates do not count. */
export function keysOf(plan: Plan): KnownKeys {
  const issues = new Map<string, KeyedIssue>();
  const prefixes = new Set<string>();
  const several = new Set<string>();
  for (const { number, title, resolution } of plan.items.values()) {
    const key = keyOf(title);
    if (!key || standards.has(key.prefix) || resolution === "duplicate") continue;
    const name = keyName(key.prefix, key.number);
    if (issues.has(name)) several.add(name);
    issues.set(name, { number, title: titleBehindKey(title) });
    prefixes.add(key.prefix);
  }
  for (const name of several) issues.delete(name);
  return { issues, prefixes };
}
