import { describe, expect, test } from "@jest/globals";
import { createDayTurn } from "../../src/app/day-turn.ts";
import type { RepositoryAddress, SyncQueue } from "../../src/engine/ports.ts";
import type { SyncReport } from "../../src/engine/sync-job.ts";

const address: RepositoryAddress = { installation: 1, owner: "o", name: "r" };
const report = (timezone: string, more: Partial<SyncReport> = {}): SyncReport => ({
  plan: null,
  skipped: null,
  written: [],
  wanted: null,
  timezone,
  ...more,
});

function setUp() {
  const clock = { at: "2025-11-10T22:30:00Z", now: () => clock.at };
  const asked: string[] = [];
  const queue = {
    request: async ({ name }: RepositoryAddress) => void asked.push(name),
  } as Partial<SyncQueue> as SyncQueue;
  return { clock, asked, days: createDayTurn(clock, queue) };
}

describe("when the day turns", () => {
  test("where the plan lives, a sync is asked for, until one was made", async () => {
    const { clock, asked, days } = setUp();
    days.note(address, report("Europe/Berlin"));
    days.note({ ...address, name: "utc" }, report("UTC"));
    await days.tick();
    expect(asked).toEqual([]);
    clock.at = "2025-11-10T23:00:00Z";
    await days.tick();
    expect(asked).toEqual(["r"]);
    days.note(address, report("Europe/Berlin"));
    await days.tick();
    expect(asked).toEqual(["r"]);
  });

  test("a repository where nothing is kept is left alone", async () => {
    const { clock, asked, days } = setUp();
    days.note(address, report("UTC"));
    days.note(address, report("UTC", { skipped: "paused" }));
    clock.at = "2025-11-12T00:00:00Z";
    await days.tick();
    expect(asked).toEqual([]);
  });
});
