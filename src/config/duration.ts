// Durations as people write them in settings: 0, 30m, 1h, 2d.

const minutesOf = { m: 1, h: 60, d: 1440 } as const;

/** The duration in minutes, or undefined if the text is none. */
export function parseDuration(text: string): number | undefined {
  if (text === "0") return 0;
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  if (unit !== "m" && unit !== "h" && unit !== "d") return undefined;
  return Number(count) * minutesOf[unit];
}
