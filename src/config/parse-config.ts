// The text of `.github/milepost.yml` to a Config or to all that is wrong with it, in order of line.

import { completeConfig } from "./complete-config.ts";
import type { ConfigError, ConfigResult } from "./config.ts";
import { faultOf, findFaults } from "./faults.ts";
import { findBrokenRules } from "./rules.ts";
import { configSchema } from "./schema.ts";
import { parseYaml } from "./yaml-document.ts";

/** A valid Config (defaults for an empty text) or at least one error. Never throws. */
export function parseConfig(text: string): ConfigResult {
  const yaml = parseYaml(text);
  if (yaml.value === undefined) return { kind: "invalid", errors: inOrder(yaml.errors) };
  const parsed = configSchema.safeParse(yaml.value);
  const faults = [
    ...findFaults(parsed.error?.issues ?? [], yaml.value),
    ...findBrokenRules(yaml.value).map((broken) => faultOf(broken, yaml.value)),
  ];
  const errors = [
    ...yaml.errors,
    ...faults.map(({ path, isKey, key, message }): ConfigError => {
      return { ...(isKey ? yaml.locateKey(path) : yaml.locateValue(path)), key, message };
    }),
  ];
  if (errors.length > 0 || !parsed.success) return { kind: "invalid", errors: inOrder(errors) };
  return { kind: "valid", config: completeConfig(parsed.data) };
}

function inOrder(errors: readonly ConfigError[]): readonly ConfigError[] {
  return errors.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
