/** What happens in one simulated world, as data: a seed writes it, and steps can be left out of it. */
import { createRandom, type Random } from "./random.ts";

export type Order =
  | { readonly give: "move"; readonly to: 1 | 2 | null }
  | { readonly give: "points"; readonly value: number | null }
  | { readonly give: "blocked-by" | "unblock"; readonly by: number }
  | { readonly give: "note" | "task"; readonly text: string }
  | { readonly give: "drop" };

export type Act =
  | { readonly do: "close" | "reopen" | "delete"; readonly issue: number }
  | { readonly do: "move"; readonly issue: number; readonly to: 1 | 2 | null }
  | { readonly do: "points"; readonly issue: number; readonly value: number | null }
  | { readonly do: "block" | "unblock"; readonly issue: number; readonly by: number }
  | { readonly do: "say"; readonly issue: number; readonly by: string; readonly orders: Orders }
  /** Edits the comment of that place, counted over those said so far. */
  | {
      readonly do: "say-again";
      readonly place: number;
      readonly isAdded: boolean;
      readonly orders: Orders;
    }
  /**
   * Adds to the comment that was said last when Milepost next writes; with its next reaction the process dies,
   * and another starts after `down`, where that is a number.
   */
  | { readonly do: "say-between"; readonly orders: Orders; readonly down: number | null }
  | { readonly do: "open"; readonly title: string; readonly milestone: 1 | 2 }
  | { readonly do: "rename-milestone"; readonly milestone: 1 | 2; readonly title: string }
  | { readonly do: "write"; readonly where: Place; readonly issue: number; readonly line: string }
  /** The same, between Milepost's next reading of the place and its writing. */
  | {
      readonly do: "write-between";
      readonly where: "status" | "document";
      readonly line: string;
    }
  /** The process dies so many milliseconds from now, and another starts after `down`. */
  | { readonly do: "kill"; readonly delay: number; readonly down: number };

export type Orders = readonly Order[];
export type Place = "status" | "document" | "body";

export interface Step {
  /** Milliseconds since the step before; at least a second, so that no two acts have the same date. */
  readonly after: number;
  readonly act: Act;
}

/** How much goes wrong: probabilities, of calls and of deliveries. */
export interface Trouble {
  readonly readFails: number;
  readonly writeFails: number;
  readonly writeIsDoneAndFails: number;
  readonly dropped: number;
  readonly doneAndDropped: number;
  readonly secondaryLimit: number;
  readonly primaryLimit: number;
  readonly slowCall: number;
  readonly lost: number;
  readonly doubled: number;
  readonly late: number;
}

export interface Story {
  readonly seed: number;
  /** Of the day on which it begins. */
  readonly hour: number;
  readonly trouble: Trouble;
  /** A cache that outlives the process, as that of Redis does. */
  readonly cacheSurvives: boolean;
  readonly labelsBlocked: boolean;
  readonly commitsEvery: string;
  readonly steps: readonly Step[];
}

export const issueCount = 4;
/** Two more that nothing but a deletion happens to. */
export const deletable = [5, 6] as const;

/** A process dies of it. */
export function isDeadly(act: Act): boolean {
  return act.do === "kill" || (act.do === "say-between" && act.down !== null);
}

export function writeStory(seed: number): Story {
  const random = createRandom(seed);
  const trouble = writeTrouble(random.fork());
  const steps: Step[] = [];
  const count = random.between(5, 11);
  const acts = random.fork();
  for (let index = 0; index < count; index += 1) {
    steps.push({ after: gap(random), act: anyAct(acts, index) });
  }
  return {
    seed,
    hour: random.pick([9, 9, 9, 21]),
    trouble,
    cacheSurvives: random.chance(0.4),
    labelsBlocked: random.chance(0.3),
    commitsEvery: random.pick(["0", "30m", "30m"]),
    steps: withAddition(steps, createRandom(seed + 3_000_017)),
  };
}

/** In some stories something is added to the first comment, or to a later one, while it runs. */
function withAddition(steps: readonly Step[], random: Random): readonly Step[] {
  const place = steps.findIndex(({ act }) => act.do === "say");
  if (place < 0 || !random.chance(0.2)) return steps;
  const orders: Orders = [{ give: "task", text: "added while it ran" }];
  const down = random.chance(0.7) ? random.between(0, 60_000) : null;
  return steps.toSpliced(place, 0, { after: 1_000, act: { do: "say-between", orders, down } });
}

function writeTrouble(random: Random): Trouble {
  const upTo = (most: number) => (random.chance(0.5) ? 0 : random.next() * most);
  return {
    readFails: upTo(0.1),
    writeFails: upTo(0.1),
    writeIsDoneAndFails: upTo(0.2),
    dropped: upTo(0.06),
    doneAndDropped: upTo(0.1),
    secondaryLimit: upTo(0.03),
    primaryLimit: upTo(0.01),
    slowCall: upTo(0.1),
    lost: upTo(0.4),
    doubled: upTo(0.3),
    late: upTo(0.4),
  };
}

function gap(random: Random): number {
  const kind = random.next();
  if (kind < 0.45) return random.between(1_000, 4_000);
  if (kind < 0.85) return random.between(4_000, 60_000);
  return random.between(60_000, 2_400_000);
}

function anyAct(random: Random, index: number): Act {
  // Most of it is about one issue, so that people and commands get in each other's way.
  const issue = random.chance(0.6) ? 2 : random.between(1, issueCount);
  const kind = random.next();
  if (kind < 0.34) return anySaying(random, issue, index);
  if (kind < 0.42) {
    // Its issue is not known here: of a first issue nothing is said that would be wrong of another.
    const orders = [anyOrder(random, 1, index)];
    return {
      ...{ do: "say-again", place: random.between(0, 9), isAdded: random.chance(0.6), orders },
    };
  }
  if (kind < 0.66) return anyFact(random, issue);
  if (kind < 0.84) return anyWriting(random, issue, index);
  if (kind < 0.87) return { do: "open", title: `Opened ${index}`, milestone: random.pick([1, 2]) };
  if (kind < 0.9) {
    const milestone = random.pick([1, 2]);
    return { do: "rename-milestone", milestone, title: `M${milestone} Renamed ${index}` };
  }
  if (kind < 0.92) return { do: "delete", issue: random.pick(deletable) };
  const down = random.chance(0.5) ? random.between(0, 2_000) : random.between(2_000, 300_000);
  return { do: "kill", delay: random.between(0, 4_000), down };
}

function anySaying(random: Random, issue: number, index: number): Act {
  const by = random.chance(0.12) ? "reader" : "writer";
  const orders = [anyOrder(random, issue, index)];
  if (random.chance(0.3)) orders.push(anyOrder(random, issue, index + 100));
  return { do: "say", issue, by, orders };
}

function anyOrder(random: Random, issue: number, index: number): Order {
  const edge = issue > 1 ? (["blocked-by", "unblock"] as const) : ([] as const);
  const give = random.pick(["move", "points", "note", "task", "drop", ...edge]);
  switch (give) {
    case "move":
      return { give, to: random.pick([1, 2, null]) };
    case "points":
      return { give, value: random.pick([1, 2, 3, null]) };
    case "blocked-by":
    case "unblock":
      return { give, by: random.between(1, issue - 1) };
    case "note":
    case "task":
      return { give, text: `${give} ${index}` };
    case "drop":
      return { give };
  }
}

/** An issue waits for those before it only: there are no cycles. */
function anyFact(random: Random, issue: number): Act {
  const edge = issue > 1 ? (["block", "unblock"] as const) : ([] as const);
  const kind = random.pick(["close", "reopen", "move", "points", ...edge]);
  switch (kind) {
    case "close":
    case "reopen":
      return { do: kind, issue };
    case "move":
      return { do: kind, issue, to: random.pick([1, 2, null]) };
    case "points":
      return { do: kind, issue, value: random.pick([1, 2, 3, null]) };
    case "block":
    case "unblock":
      return { do: kind, issue, by: random.between(1, issue - 1) };
  }
}

function anyWriting(random: Random, issue: number, index: number): Act {
  const line = `Somebody's line ${index}.`;
  if (random.chance(0.35)) {
    return { do: "write-between", where: random.pick(["status", "document"]), line };
  }
  const where = random.pick(["status", "status", "document", "body"]);
  return { do: "write", where, issue, line };
}
