import type { Clock } from "../engine/ports.ts";

/** The time of this machine, in whole seconds as GitHub writes it. */
export const systemClock: Clock = {
  now: () => new Date().toISOString().replace(/\.\d{3}Z$/, "Z"),
};
