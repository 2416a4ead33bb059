// From a repository's own file of settings and those that it extends to one Config. The nearer file wins:
// a key replaces the other's, and groups of keys are joined key by key.

import { completeConfig } from "./complete-config.ts";
import type { ConfigError, ConfigResult } from "./config.ts";
import { faultOf } from "./faults.ts";
import { type BrokenRule, findBrokenRules } from "./rules.ts";
import { configSchema } from "./schema.ts";
import { inOrder, type SettingsLayer } from "./settings-layer.ts";

type Group = Readonly<Record<string, unknown>>;

const joined = ["labels", "states", "epics", "count", "commits", "commands", "notify"] as const;

/** `layers` from the repository's own file to the farthest; the defaults if there is none. */
export function combineLayers(layers: readonly SettingsLayer[]): ConfigResult {
  const value = layers.length === 1 ? layers[0]?.value : combine(layers);
  const broken = value === undefined ? [] : findBrokenRules(value);
  const errors = layers.flatMap((layer) => {
    const own = broken.filter((one) => ownerOf(one, layers) === layer);
    const located = own.map((one): ConfigError => layer.locate(faultOf(one, value)));
    return inOrder([...layer.errors, ...located]);
  });
  const parsed = configSchema.safeParse(value);
  if (errors.length > 0 || !parsed.success) return { kind: "invalid", errors };
  return { kind: "valid", config: completeConfig(parsed.data) };
}

/** Whether these files, though something in them is wrong, say that nothing is to be written. */
export function sayObserve(layers: readonly SettingsLayer[]): boolean {
  return combine(layers).mode === "observe";
}

function combine(layers: readonly SettingsLayer[]): Group {
  return layers.map(({ value }) => value).reduceRight<Group>(combineTwo, {});
}

function combineTwo(far: Group, near: unknown): Group {
  if (!isGroup(near)) return far;
  const groups = joined
    .filter((key) => isGroup(far[key]) && isGroup(near[key]))
    .map((key) => [key, { ...(far[key] as Group), ...(near[key] as Group) }] as const);
  return { ...far, ...near, ...Object.fromEntries(groups) };
}

/** The nearest file that says what breaks the rule. */
function ownerOf(
  { path }: BrokenRule,
  layers: readonly SettingsLayer[],
): SettingsLayer | undefined {
  return layers.find((layer) => hasPath(layer.value, path));
}

function hasPath(value: unknown, path: readonly PropertyKey[]): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return true;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return false;
  return hasPath(Reflect.get(value, key), rest);
}

function isGroup(value: unknown): value is Group {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
