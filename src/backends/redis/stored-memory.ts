/**
 * What is known of a repository as the fields of a Redis hash: "rest" for everything but the issues, and
 * the issues in parts of 50 numbers ("part:0", "part:1", …), so that a sync that changed one of 10,000
 * issues writes 50 and not all.
 */
import type { ObservedIssue } from "../../domain/observation.ts";
import type { RepositoryMemory } from "../../engine/repository-memory.ts";
import { storedIssues, storedRest } from "./memory-schema.ts";
import { pack, unpack } from "./packed-bytes.ts";

type Issues = ReadonlyMap<number, ObservedIssue>;

export interface FieldChanges {
  readonly set: ReadonlyMap<string, Buffer>;
  readonly remove: readonly string[];
}

const issuesPerPart = 50;
const restField = "rest";
const partField = /^part:\d+$/;

/** What to write where `before` is stored; everything where that is null. Same objects count as equal. */
export async function encodeChanges(
  before: RepositoryMemory | null,
  memory: RepositoryMemory,
): Promise<FieldChanges> {
  const set = new Map([[restField, await packJson(restOf(memory))]]);
  const remove: string[] = [];
  for (const [part, issues] of changedParts(before?.issues ?? new Map(), memory.issues)) {
    const field = `part:${part}`;
    if (issues.length === 0) remove.push(field);
    else set.set(field, await packJson(issues));
  }
  return { set, remove };
}

/** Null where a field is not what `encodeChanges` writes; other fields don't matter. */
export async function decodeMemory(
  stored: Readonly<Record<string, Buffer>>,
): Promise<RepositoryMemory | null> {
  const { success, data } = storedRest.safeParse(await unpackJson(stored[restField]));
  if (!success) return null;
  const issues: ObservedIssue[] = [];
  for (const [field, packed] of Object.entries(stored)) {
    if (!partField.test(field)) continue;
    const part = storedIssues.safeParse(await unpackJson(packed));
    if (!part.success) return null;
    issues.push(...part.data);
  }
  const { storedIssueCount, files, inherited, ...rest } = data;
  if (issues.length !== storedIssueCount) return null;
  return {
    ...rest,
    files: new Map(files),
    inherited: inherited && { ...inherited, files: new Map(inherited.files) },
    issues: new Map(issues.sort(byNumber).map((issue) => [issue.number, issue])),
  };
}

function restOf({ issues, files, inherited, ...rest }: RepositoryMemory): unknown {
  return {
    ...rest,
    storedIssueCount: issues.size,
    files: [...files],
    inherited: inherited && { ...inherited, files: [...inherited.files] },
  };
}

/** The parts in which an issue is new, gone or another object, with all issues that they hold now. */
function changedParts(before: Issues, after: Issues): ReadonlyMap<number, ObservedIssue[]> {
  const parts = new Map<number, ObservedIssue[]>();
  for (const [number, issue] of after) {
    if (before.get(number) !== issue) parts.set(partOf(number), []);
  }
  for (const number of before.keys()) {
    if (!after.has(number)) parts.set(partOf(number), []);
  }
  for (const [number, issue] of after) parts.get(partOf(number))?.push(issue);
  return parts;
}

function partOf(number: number): number {
  return Math.floor(number / issuesPerPart);
}

function byNumber(a: ObservedIssue, b: ObservedIssue): number {
  return a.number - b.number;
}

function packJson(value: unknown): Promise<Buffer> {
  return pack(Buffer.from(JSON.stringify(value)));
}

async function unpackJson(packed: Buffer | undefined): Promise<unknown> {
  const bytes = packed && (await unpack(packed));
  if (!bytes) return undefined;
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}
