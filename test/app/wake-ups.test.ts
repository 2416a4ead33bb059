import { describe, expect, test } from "#test";
import { createWakeUps } from "../../src/app/wake-ups.ts";
import type { RepositoryAddress, SyncQueue } from "../../src/engine/ports.ts";
import type { SyncReport } from "../../src/engine/sync-report.ts";

const address: RepositoryAddress = { installation: 1, owner: "o", name: "r" };
const report = (timezone: string, more: Partial<SyncReport> = {}): SyncReport => ({
  plan: null,
  skipped: null,
  written: [],
  wanted: null,
  nextInMilliseconds: null,
  timezone,
  ...more,
});

function setUp() {
  const clock = { at: "2025-11-10T22:30:00Z", now: () => clock.at };
  const asked: string[] = [];
  const queue = {
    request: async ({ name }: RepositoryAddress) => void asked.push(name),
  } as Partial<SyncQueue> as SyncQueue;
  return { clock, asked, wakeUps: createWakeUps(clock, queue) };
}

describe("what comes with time alone", () => {
  test("a sync is asked for when the day turns where the plan lives, until one was made", async () => {
    const { clock, asked, wakeUps } = setUp();
    wakeUps.note(address, report("Europe/Berlin"));
    wakeUps.note({ ...address, name: "utc" }, report("UTC"));
    await wakeUps.tick();
    expect(asked).toEqual([]);
    clock.at = "2025-11-10T23:00:00Z";
    await wakeUps.tick();
    expect(asked).toEqual(["r"]);
    wakeUps.note(address, report("Europe/Berlin"));
    await wakeUps.tick();
    expect(asked).toEqual(["r"]);
  });

  test("a repository where nothing is kept is left alone", async () => {
    const { clock, asked, wakeUps } = setUp();
    wakeUps.note(address, report("UTC"));
    wakeUps.note(address, report("UTC", { skipped: "paused" }));
    clock.at = "2025-11-12T00:00:00Z";
    await wakeUps.tick();
    expect(asked).toEqual([]);
  });

  test("a sync is asked for once what the last one put off is due", async () => {
    const { clock, asked, wakeUps } = setUp();
    wakeUps.note(address, report("UTC", { nextInMilliseconds: 600_000 }));
    clock.at = "2025-11-10T22:39:59Z";
    await wakeUps.tick();
    expect(asked).toEqual([]);
    clock.at = "2025-11-10T22:40:00Z";
    await wakeUps.tick();
    expect(asked).toEqual(["r"]);
  });
});
