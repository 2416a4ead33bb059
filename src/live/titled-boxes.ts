// Boxes that name their issue by nothing but its title. Titles recur, so one means its issue only where it is that
// of a single issue and stands in a single box; who wrote it more often is asked for the number.

import type { Place, Reference } from "../claims/document-claims.ts";
import { findKept } from "../claims/kept-places.ts";
import type { KnownKeys } from "../claims/known-keys.ts";
import { readBoxes, type WordedBox } from "../claims/read-boxes.ts";
import { titleWords } from "../claims/title-words.ts";
import type { Plan, PlannedItem } from "../domain/plan.ts";
import type { LiveFinding } from "./live-edit.ts";

export interface TitledBoxes {
  /** To a single issue each, where the words of the box stand. */
  readonly references: readonly Reference[];
  readonly findings: readonly LiveFinding[];
}

export const noTitledBoxes: TitledBoxes = { references: [], findings: [] };

/** `text` holds nothing of Milepost's own regions. Boxes that people want left alone are none. */
export function findTitledBoxes(text: string, plan: Plan, keys: KnownKeys): TitledBoxes {
  const kept = findKept(text);
  const boxes = readBoxes(text, keys).filter(({ place }) => !kept.some((one) => holds(one, place)));
  if (boxes.length === 0) return noTitledBoxes;
  const issues = issuesByTitle(plan, new Set(boxes.map(({ words }) => words)));
  const found = [...Map.groupBy(boxes, ({ words }) => words)].map(([words, group]) =>
    resolve(group, issues.get(words) ?? []),
  );
  return {
    references: found.flatMap(({ references }) => references),
    findings: found.flatMap(({ findings }) => findings),
  };
}

function holds(outer: Place, { start }: Place): boolean {
  return outer.start <= start && start < outer.end;
}

/** A duplicate has its title from the issue that it is one of, and does not make that unclear. */
function issuesByTitle(
  { items }: Plan,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, readonly PlannedItem[]> {
  const titled = [...items.values()].map((item) => ({ item, words: titleWords(item.title) }));
  const groups = Map.groupBy(
    titled.filter(({ words }) => wanted.has(words)),
    ({ words }) => words,
  );
  return new Map(
    [...groups].map(([words, group]) => {
      const all = group.map(({ item }) => item);
      const own = all.filter(({ resolution }) => resolution !== "duplicate");
      return [words, own.length > 0 ? own : all];
    }),
  );
}

/** A box that has a number is settled, and so is an issue that one of these boxes has the number of. */
function resolve(boxes: readonly WordedBox[], issues: readonly PlannedItem[]): TitledBoxes {
  const bare = boxes.filter(({ named }) => named.length === 0);
  const open = issues.filter(({ number }) => !boxes.some(({ named }) => named.includes(number)));
  const [box] = bare;
  const [issue] = open;
  if (!box || !issue) return noTitledBoxes;
  if (boxes.length > 1 || issues.length > 1) {
    return { references: [], findings: [questionOf(bare, box, open)] };
  }
  return { references: [referenceTo(issue, box)], findings: [] };
}

function referenceTo({ number }: PlannedItem, { place }: WordedBox): Reference {
  return {
    kind: "title",
    numbers: [number],
    key: null,
    repository: null,
    range: false,
    place,
    attribute: null,
  };
}

/** So many lines and issues are named. */
const mostNamed = 5;

function questionOf(
  boxes: readonly WordedBox[],
  { place }: WordedBox,
  issues: readonly PlannedItem[],
): LiveFinding {
  const numbers = issues.map(({ number }) => number).toSorted((a, b) => a - b);
  const lines = boxes.map((box) => box.place.line);
  const where =
    lines.length === 1 ? "The box was" : `The boxes on lines ${listed(lines.map(String))} were`;
  const who = `"${issues[0]?.title.trim()}" is the title of ${listed(numbers.map((one) => `#${one}`))}`;
  const [number] = numbers;
  const what =
    numbers.length === 1
      ? `put #${number} in front of the words in the box that stands for it`
      : "put the number of its issue in front of the words of each box that stands for one";
  return {
    line: place.line,
    message: `${where} left alone: ${who}. To have it followed, ${what}, as in "[ ] #${number} …", or put <!-- milepost:keep --> behind the line.`,
    issues: numbers.slice(0, mostNamed),
  };
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed);
  if (names.length > mostNamed) return `${shown.join(", ")} and ${names.length - mostNamed} more`;
  const last = shown.at(-1) ?? "";
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${last}` : last;
}
