// Rules between the entries of one setting. They read the value as it is in the file, so that what zod
// finds elsewhere does not hide what is found here.

import { didYouMean } from "../domain/nearest-word.ts";
import { commandNames } from "./command-names.ts";
import { defaultConfig } from "./defaults.ts";

export interface BrokenRule {
  readonly path: readonly PropertyKey[];
  /** The key itself is wrong, not its value. */
  readonly isKey: boolean;
  /** What it must be: "must …". */
  readonly rule: string;
}

/** Of the name of a label dimension. */
export const dimensionPattern = "^[a-z][a-z0-9-]*$";

const dimensionName = new RegExp(dimensionPattern);

/** What breaks a rule, in no particular order. */
export function findBrokenRules(settings: unknown): readonly BrokenRule[] {
  if (!isGroup(settings)) return [];
  return [
    ...findDoubles(settings.documents),
    ...findIdleTitles(settings.documents),
    ...findWrongDimensions(settings.labels),
    ...findUnknownCommands(settings.commands, settings.labels),
  ];
}

function findDoubles(documents: unknown): readonly BrokenRule[] {
  if (!Array.isArray(documents)) return [];
  const seen = new Set<unknown>();
  return documents.flatMap((entry: unknown, index) => {
    const path = isGroup(entry) ? entry.path : entry;
    if (typeof path !== "string") return [];
    const isDouble = seen.has(path);
    seen.add(path);
    const at = isGroup(entry) ? ["documents", index, "path"] : ["documents", index];
    return isDouble ? [{ path: at, isKey: false, rule: "must be listed only once" }] : [];
  });
}

function findIdleTitles(documents: unknown): readonly BrokenRule[] {
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((entry: unknown, index) => {
    const isIdle = isGroup(entry) && entry.titles === true && entry.live !== true;
    const rule = 'must stand beside "live: true": only in a live document are boxes kept';
    return isIdle ? [{ path: ["documents", index, "titles"], isKey: false, rule }] : [];
  });
}

function findWrongDimensions(labels: unknown): readonly BrokenRule[] {
  if (!isGroup(labels)) return [];
  const owners = ownersOfDefaults(labels);
  return Object.entries(labels).flatMap(([name, prefix]) => {
    const path = ["labels", name];
    const broken: BrokenRule[] = [];
    if (!dimensionName.test(name)) {
      const rule = 'must have a name of lower-case letters, digits and "-"';
      broken.push({ path, isKey: true, rule });
    }
    if (typeof prefix !== "string") return broken;
    const owner = owners.get(prefix.toLowerCase());
    if (owner !== undefined) {
      broken.push({ path, isKey: false, rule: `must differ from the start of "${owner}"` });
    }
    owners.set(prefix.toLowerCase(), name);
    return broken;
  });
}

function findUnknownCommands(commands: unknown, labels: unknown): readonly BrokenRule[] {
  if (!isGroup(commands) || !Array.isArray(commands.disable)) return [];
  const known = [...commandNames, ...dimensionsIn(labels)];
  return commands.disable.flatMap((name: unknown, index) => {
    if (typeof name !== "string" || known.includes(name.toLowerCase())) return [];
    const hint = didYouMean(name, known) || " The command help lists them all.";
    const rule = `must be the name of a command.${hint}`;
    return [{ path: ["commands", "disable", index], isKey: false, rule }];
  });
}

// Each is a command: those of the defaults too, unless they are switched off.
function dimensionsIn(labels: unknown): readonly string[] {
  const own = isGroup(labels) ? labels : {};
  const names = [...defaultConfig.labels.keys(), ...Object.keys(own)];
  return names.filter((name) => typeof (own[name] ?? "") === "string");
}

// By the prefix in lower case: labels differ by more than that on GitHub.
function ownersOfDefaults(labels: object): Map<string, string> {
  const kept = [...defaultConfig.labels].filter(([name]) => !Object.hasOwn(labels, name));
  return new Map(kept.map(([name, prefix]) => [prefix.toLowerCase(), name]));
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
