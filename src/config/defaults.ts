// What holds where the file says nothing.

import type { Config } from "./config.ts";

/** The settings of a repository without a file. */
export const defaultConfig: Config = {
  unit: "issues",
  documents: [],
  labels: new Map([
    ["cluster", "cluster: "],
    ["phase", "phase: "],
    ["priority", "priority: "],
  ]),
  states: { inProgress: "in progress", onHold: "on hold" },
  epics: { label: "epic" },
  count: { epics: true },
  commits: { everyMinutes: 60 },
  commands: { prefix: "/", disable: [] },
  notify: { unblocked: "once" },
  timezone: "UTC",
  mode: "live",
  onboarding: false,
};
