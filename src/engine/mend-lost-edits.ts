/**
 * Gives back what people wrote and a process wrote over that died, or lost GitHub's answer, before it saw it.
 * Looked for before anything else in a job, where a text is not what was remembered of it and Milepost may
 * have written it: a process that lives remembers what it writes.
 */

import { ByNumber } from "../domain/by-number.ts";
import { addMinutes } from "../domain/calendar.ts";
import type { CommandText } from "../domain/command-text.ts";
import { createListFilter } from "../domain/list-memory.ts";
import type { Instant, ObservedIssue, ObservedVersion } from "../domain/observation.ts";
import { peoplesPartOf, withPartsOf } from "../render/status-issue-body.ts";
import { findStatusIssue } from "./decide-status.ts";
import { changedLike, mendLostEdit } from "./lost-edit.ts";
import { findBaseBeforeLost } from "./lost-prose.ts";
import type { RepositoryAddress } from "./ports.ts";
import type { SyncSources } from "./read-sources.ts";
import type { SyncPorts } from "./sync-ports.ts";

/** A process that died without another one in its place is not waited for any longer. */
const lookBackMinutes = 3 * 24 * 60;

export interface Mending {
  readonly ports: Pick<SyncPorts, "reader" | "applier" | "clock" | "log">;
  readonly address: RepositoryAddress;
  /** Nothing is written, and what follows is computed as if it were. */
  readonly isObserving: boolean;
  /** Texts that this job wrote itself, by the issue's node id. */
  readonly ownTexts: ReadonlyMap<string, string>;
}

/** The same sources where nothing was lost. */
export async function mendLostEdits(mending: Mending, sources: SyncSources): Promise<SyncSources> {
  const { ports, isObserving } = mending;
  const suspects = findSuspects(mending, sources);
  if (suspects.length === 0) return sources;
  const status = findStatusIssue(sources.memory.issues);
  const histories = new Map(await readHistories(mending, sources, suspects));
  const issues = ByNumber.copyOf(sources.memory.issues);
  const unmended = new Map(sources.unmended);
  for (const issue of suspects) {
    const body = mendedBody(issue, issue === status, histories.get(issue.id) ?? []);
    if (body === null) continue;
    ports.log.info({ issue: issue.number }, "an edit that was written over is given back");
    issues.set(issue.number, { ...issue, body: await write(mending, issue, body) });
    if (isObserving) unmended.set(issue.number, issue.body);
  }
  ports.log.debug({ looked: suspects.length }, "looked for edits that were written over");
  return { ...sources, unmended, memory: { ...sources.memory, issues } };
}

/** The status issue may have been edited since by a person, too; of others this is not worth a call. */
function findSuspects(
  { ports, ownTexts }: Mending,
  { memory, known }: SyncSources,
): readonly ObservedIssue[] {
  const status = findStatusIssue(memory.issues);
  const since = addMinutes(ports.clock.now(), -lookBackMinutes);
  const isLate = (at: Instant | null) => at !== null && at >= since;
  const edited = findEdited(ByNumber.listOf(memory.issues)).filter((one) => isLate(one.ownEditAt));
  return [...new Set([...edited, ...(status ? [status] : [])])].filter(
    (issue) =>
      known?.issues.get(issue.number)?.body !== issue.body && ownTexts.get(issue.id) !== issue.body,
  );
}

const findEdited = createListFilter<ObservedIssue>(({ ownEditAt }) => ownEditAt !== null);

type Histories = readonly (readonly [id: string, versions: readonly ObservedVersion[]])[];

/** A text that was read for its commands has come with its history. */
async function readHistories(
  { ports, address }: Mending,
  { texts }: SyncSources,
  suspects: readonly ObservedIssue[],
): Promise<Histories> {
  const told = suspects.flatMap((issue) => {
    const text = issue.isOurs ? texts.find(({ id }) => id === issue.id) : undefined;
    return text ? [[issue.id, versionsOf(text)] as const] : [];
  });
  const ids = suspects.map(({ id }) => id).filter((id) => !told.some(([known]) => known === id));
  const asked = ids.length === 0 ? [] : await ports.reader.readVersions(address, ids);
  return [...told, ...asked];
}

/** Of a text whose author is the App. */
function versionsOf({ versions, author }: CommandText): readonly ObservedVersion[] {
  return versions
    .map(({ text, editor }) => ({
      text,
      isOurs: editor?.isBot === true && editor.login === author?.login,
    }))
    .toReversed();
}

/** Null where nothing was lost. */
function mendedBody(
  { body }: ObservedIssue,
  isStatus: boolean,
  versions: readonly ObservedVersion[],
): string | null {
  if (versions[0]?.text !== body) return null;
  if (!isStatus) {
    const base = findBaseBeforeLost(versions);
    return base === null ? null : mendLostEdit(versions, (text) => text, base);
  }
  const mended = mendLostEdit(versions, peoplesPartOf);
  return mended === null ? null : withPartsOf(mended, body);
}

/** The text as it is then: what somebody wrote there again meanwhile stays, and is joined with what was lost. */
async function write(
  { ports, address, isObserving }: Mending,
  issue: ObservedIssue,
  body: string,
): Promise<string> {
  if (isObserving) return body;
  const mended = { from: issue.body, to: body };
  const edit = (current: string) =>
    current === issue.body ? body : (changedLike(mended, current) ?? undefined);
  const change = { kind: "edit-issue-body", issueId: issue.id, edit } as const;
  const applied = await ports.applier.apply(address, change);
  return "body" in applied ? applied.body : body;
}
