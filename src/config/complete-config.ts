// From the settings of a file to a whole Config.

import type { Config, DocumentConfig } from "./config.ts";
import { defaultConfig } from "./defaults.ts";
import { parseDuration } from "./duration.ts";
import type { Settings } from "./schema.ts";

/** The settings, with the defaults for what they leave out. */
export function completeConfig(settings: Settings): Config {
  const { documents = [], labels = {}, json, commits } = settings;
  return {
    unit: settings.unit ?? defaultConfig.unit,
    documents: documents.map(
      (entry): DocumentConfig => (typeof entry === "string" ? { path: entry } : entry),
    ),
    labels: mergeLabels(labels),
    states: completeStates(settings.states),
    epics: { ...defaultConfig.epics, ...settings.epics },
    count: { ...defaultConfig.count, ...settings.count },
    commits:
      commits?.every === undefined
        ? defaultConfig.commits
        : { everyMinutes: parseDuration(String(commits.every)) ?? 0 },
    commands: { ...defaultConfig.commands, ...settings.commands },
    notify: { ...defaultConfig.notify, ...settings.notify },
    timezone: settings.timezone ?? defaultConfig.timezone,
    mode: settings.mode ?? defaultConfig.mode,
    onboarding: settings.onboarding ?? defaultConfig.onboarding,
    ...(json === undefined ? {} : { json }),
  };
}

function completeStates(states: Settings["states"] = {}): Config["states"] {
  const { blocked, ...named } = { ...defaultConfig.states, ...states };
  return blocked === undefined ? named : { ...named, blocked };
}

function mergeLabels(
  labels: Readonly<Record<string, string | false | null>>,
): ReadonlyMap<string, string> {
  const merged = new Map(defaultConfig.labels);
  for (const [name, prefix] of Object.entries(labels)) {
    if (typeof prefix === "string") merged.set(name, prefix);
    else merged.delete(name);
  }
  return merged;
}
