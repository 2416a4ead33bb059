// One file of settings by itself: its value, what is wrong with it, and where.

import { LRUCache } from "lru-cache";
import type { ConfigError } from "./config.ts";
import { type Fault, findFaults } from "./faults.ts";
import { configSchema } from "./schema.ts";
import { parseYaml } from "./yaml-document.ts";

export interface SettingsLayer {
  /** What the file says, right or wrong; undefined if it cannot be read. */
  readonly value: unknown;
  /** In order of line. */
  readonly errors: readonly ConfigError[];
  /** The words after `_extends`, where they are valid. */
  readonly extends?: string;
  /** The fault with its place in this file. */
  locate(fault: Fault): ConfigError;
}

/** Settings are read with each event and hardly ever change: the last of some repositories are kept. */
const remembered = new LRUCache<string, SettingsLayer>({
  maxSize: 200_000,
  sizeCalculation: (_, text) => text.length + 1_000,
});

/** Reads the text of a file; `file` names it in errors, unless it is the repository's own. */
export function readLayer(text: string, file?: string): SettingsLayer {
  const key = `${file ?? ""}\n${text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const layer = readText(text, file);
  remembered.set(key, layer);
  return layer;
}

function readText(text: string, file: string | undefined): SettingsLayer {
  const yaml = parseYaml(text);
  const named = file === undefined ? {} : { file };
  const locate = ({ path, isKey, key, message }: Fault): ConfigError => {
    const place = isKey ? yaml.locateKey(path) : yaml.locateValue(path);
    return { ...place, ...named, key, message };
  };
  const faults = yaml.value === undefined ? [] : faultsIn(yaml.value);
  const errors = [
    ...yaml.errors.map((error) => ({ ...error, ...named })),
    ...faults.map((fault) => locate(fault)),
  ];
  const target = faults.some(({ path }) => path[0] === "_extends") ? undefined : extendsOf(yaml);
  return {
    value: yaml.value,
    errors: inOrder(errors),
    ...(target === undefined ? {} : { extends: target }),
    locate,
  };
}

/** A file that is there but cannot be read, and why. */
export function unreadableLayer(message: string): SettingsLayer {
  const place = { line: 1, column: 1 };
  return {
    value: undefined,
    errors: [{ ...place, key: "", message }],
    locate: ({ key, message: other }) => ({ ...place, key, message: other }),
  };
}

export function inOrder(errors: readonly ConfigError[]): readonly ConfigError[] {
  return errors.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

function faultsIn(value: unknown): readonly Fault[] {
  return findFaults(configSchema.safeParse(value).error?.issues ?? [], value);
}

function extendsOf({ value }: { readonly value: unknown }): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const target: unknown = Reflect.get(value, "_extends");
  return typeof target === "string" ? target : undefined;
}
