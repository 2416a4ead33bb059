import { describe, expect, test } from "#test";
import {
  addMinutes,
  dayOf,
  daysBetween,
  dueDay,
  isDay,
  millisecondsBetween,
} from "../../src/domain/calendar.ts";

describe("the day of an instant", () => {
  test.each([
    ["2025-11-10T00:00:00Z", "UTC", "2025-11-10"],
    ["2025-11-09T23:59:59Z", "UTC", "2025-11-09"],
    ["2025-11-09T23:00:00Z", "Europe/Berlin", "2025-11-10"],
    ["2025-11-09T22:59:59Z", "Europe/Berlin", "2025-11-09"],
    ["2025-07-09T22:00:00Z", "Europe/Berlin", "2025-07-10"],
    ["2025-11-10T07:59:59Z", "America/Los_Angeles", "2025-11-09"],
    ["2025-11-09T10:00:00Z", "Pacific/Kiritimati", "2025-11-10"],
    ["2024-12-31T18:30:00Z", "Asia/Kolkata", "2025-01-01"],
  ])("%s in %s is %s", (instant, timezone, day) => {
    expect(dayOf(instant, timezone)).toBe(day);
  });

  test("that a milestone is due on is the one that was picked", () => {
    expect(dueDay("2025-11-10T08:00:00Z")).toBe("2025-11-10");
  });
});

describe("days", () => {
  test.each([
    ["2025-11-10", "2025-11-10", 0],
    ["2025-11-09", "2025-11-10", 1],
    ["2025-11-10", "2025-11-09", -1],
    ["2024-02-28", "2024-03-01", 2],
    ["2025-03-01", "2025-04-01", 31],
  ] as const)("between %s and %s are %p", (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  test.each([
    ["2025-11-10", true],
    ["2024-02-29", true],
    ["2025-02-29", false],
    ["2025-13-01", false],
    ["2025-00-10", false],
    ["2025-1-1", false],
    [" 2025-11-10", false],
    ["2025-11-10\n", false],
    ["13.1.2026", false],
    ["", false],
  ])("are recognised: %p, %p", (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });
});

describe("instants", () => {
  test("move by minutes, over the day's end too", () => {
    expect(addMinutes("2025-11-10T23:59:30Z", 1)).toBe("2025-11-11T00:00:30Z");
    expect(addMinutes("2025-11-10T00:00:00Z", -1)).toBe("2025-11-09T23:59:00Z");
  });

  test("lie apart", () => {
    expect(millisecondsBetween("2025-11-10T00:00:00Z", "2025-11-10T00:00:01Z")).toBe(1000);
  });
});
