/** Plays one story to its end, and until the world is quiet. */
import { createHash } from "node:crypto";
import { checkEnd } from "./check-end.ts";
import { resyncMilliseconds } from "./milepost-process.ts";
import { People } from "./people.ts";
import { withGlobalTime } from "./simulated-time.ts";
import { SimulatedWorld } from "./simulated-world.ts";
import type { Story } from "./story.ts";
import { statusIssue } from "./tested-world.ts";

export interface Played {
  readonly violations: readonly string[];
  /** The same for two plays that went the same way. */
  readonly fingerprint: string;
  /** What Milepost logged. */
  readonly lines: readonly string[];
}

const minute = 60_000;
/** Kills and late deliveries have happened by then. */
const lastTrouble = 11 * minute;
const commitInterval = 40 * minute;

export async function playStory(
  story: Story,
  open = (of: Story) => new SimulatedWorld(of),
): Promise<Played> {
  const world = open(story);
  const people = new People(world);
  return withGlobalTime(world.time, async () => {
    const violations = await play(world, people).catch((error: Error) => [
      `the simulation itself failed: ${error.stack}`,
    ]);
    world.kill();
    return { violations, fingerprint: fingerprintOf(world), lines: world.lines };
  });
}

async function play(world: SimulatedWorld, people: People): Promise<readonly string[]> {
  const { time, story } = world;
  world.startProcess();
  await begin(world);
  world.beginSteps();
  for (const { after, act } of story.steps) {
    await time.advance(after);
    people.perform(act);
  }
  await time.advance(lastTrouble);
  world.becomeQuiet();
  await time.advance(2 * lastTrouble + commitInterval);
  const early = world.isEverythingTold ? await checkEnd(world, people) : [];
  if (early.length > 0) return early.map((violation) => `before the resync: ${violation}`);
  await time.advance(resyncMilliseconds);
  const late = await checkEnd(world, people);
  const still = await checkStillness(world);
  const ending = await world.playEnding(people);
  const refused = world.refusedCalls;
  return [
    ...world.violations,
    ...late,
    ...(refused > 0 ? [`${refused} calls were refused by a limit`] : []),
    ...still,
    ...ending,
  ];
}

/** People give no commands before there is a status issue: Milepost would not obey them. */
async function begin(world: SimulatedWorld): Promise<void> {
  for (let minutes = 0; statusIssue(world) === undefined; minutes += 1) {
    if (minutes > 240) throw new Error("there is no status issue after four hours");
    await world.time.advance(minute);
  }
  await world.time.advance(2_000);
}

/** One more look at everything finds nothing to write. */
async function checkStillness(world: SimulatedWorld): Promise<readonly string[]> {
  const mark = world.sandbox.calls.mark();
  const asked = world.process?.resync();
  await world.time.advance(10 * minute);
  await asked;
  const writes = world.sandbox.calls.since(mark).filter(({ kind }) => kind === "write");
  return writes.map(({ name }) => `written though nothing had happened: ${name}`);
}

function fingerprintOf({ sandbox, repository }: SimulatedWorld): string {
  const calls = sandbox.calls.all().map(({ name, status, at }) => [name, status, at]);
  const deliveries = sandbox.deliveries.map(({ id, status, at }) => [id, status, at]);
  const bodies = sandbox.world.issues(repository).map(({ body }) => body);
  const text = JSON.stringify([calls, deliveries, bodies]);
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
