// From zod's issues and broken rules to faults that a person can act on: one for each thing wrong.

import type { z } from "zod";
import { didYouMean } from "../domain/nearest-word.ts";
import type { BrokenRule } from "./rules.ts";
import { keySeparator } from "./schema-parts.ts";

type Path = readonly PropertyKey[];

export interface Fault {
  readonly path: Path;
  /** The key itself is wrong, not its value. */
  readonly isKey: boolean;
  /** The path as people write it. */
  readonly key: string;
  readonly message: string;
}

/** The faults behind these issues of the value. */
export function findFaults(issues: readonly z.core.$ZodIssue[], value: unknown): readonly Fault[] {
  return issues.flatMap((issue) => faultsOf(issue, [], value));
}

/** The fault of a broken rule in the value. */
export function faultOf({ path, isKey, rule }: BrokenRule, value: unknown): Fault {
  const fault = wrongValue(path, rule, value);
  return isKey ? { ...fault, isKey, message: `"${fault.key}" ${rule}.` } : fault;
}

function faultsOf(issue: z.core.$ZodIssue, base: Path, root: unknown): readonly Fault[] {
  const path = [...base, ...issue.path];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((name) => unknownKey([...path, name], name, issue.message));
    case "invalid_union": {
      const branch = issue.errors.find((nested) => nested.some((one) => !isOtherType(one)));
      if (branch) return branch.flatMap((nested) => faultsOf(nested, path, root));
      return [wrongValue(path, issue.message, root)];
    }
    default:
      return [wrongValue(path, issue.message, root)];
  }
}

// A branch of a union that the value was never meant for.
function isOtherType({ code, path }: z.core.$ZodIssue): boolean {
  return path.length === 0 && (code === "invalid_type" || code === "invalid_value");
}

function unknownKey(path: Path, name: string, allowed: string): Fault {
  const hint = didYouMean(name, allowed.split(keySeparator));
  const message = `Unknown key ${show(name)}.${hint} Allowed here: ${allowed}.`;
  return { path, isKey: true, key: formatPath(path), message };
}

function wrongValue(path: Path, rule: string, root: unknown): Fault {
  const key = formatPath(path);
  const value = valueAt(root, path);
  const isMissing = value === undefined && path.length > 0;
  const given = isMissing ? "it is missing" : `it is ${show(value)}`;
  const [must, ...hints] = rule.split(". ");
  const end = hints.length > 0 ? ` ${hints.join(". ")}` : "";
  const message = `${key === "" ? "The file" : `"${key}"`} ${must?.replace(/\.$/, "")}, but ${given}.${end}`;
  return { path, isKey: false, key, message };
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }, root);
}

const shownLength = 60;

function show(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (value === null) return "empty";
  if (typeof value === "object") return "a group of keys";
  const text = JSON.stringify(value) ?? "missing";
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}

function formatPath(path: Path): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}
