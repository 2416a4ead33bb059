/**
 * Runs the commands of all texts that a job was told of, in the order in which they were given. They are
 * obeyed where Milepost is at work: not while it is paused or only observes, and not in locked issues,
 * where it could not even answer.
 */
import { createRegistry, type Registry } from "../../commands/registry.ts";
import { addSeconds, type Day } from "../../domain/calendar.ts";
import type { CommandText } from "../../domain/command-text.ts";
import type { Instant } from "../../domain/observation.ts";
import type { PlanEdit } from "../../domain/plan-edit.ts";
import { type DoneInThread, rememberUndo } from "../../facts/undo-notes.ts";
import type { UndoRecord } from "../../facts/undo-record.ts";
import { findTickedBoxes } from "../../render/box.ts";
import { createLinks } from "../../render/links.ts";
import { findStatusIssue } from "../decide-status.ts";
import type { Hint } from "../hint.ts";
import type { Log, RepositoryAddress } from "../ports.ts";
import type { SyncSources } from "../read-sources.ts";
import type { RanText, RepositoryMemory } from "../repository-memory.ts";
import { rememberUnnoted } from "../unnoted.ts";
import { findActor } from "./actor.ts";
import { findBegun, goOnFrom, recordOf, recordOfRun, withoutBegun } from "./broken-off.ts";
import { beginState, type CommandState } from "./command-run.ts";
import { type GivenCommand, linesThatRan } from "./later-commands.ts";
import { findPendingLines, type PendingLines } from "./pending-lines.ts";
import { findRanAt, rememberRan } from "./ran-texts.ts";
import { runBoxes } from "./run-boxes.ts";
import { runText } from "./run-text.ts";
import type { CommandPorts } from "./write-edits.ts";

export interface TextsRun {
  /** What must be read again before the surfaces are rendered; empty where nothing changed. */
  readonly hints: readonly Hint[];
  /** Texts that were edited while they ran, by id: when what has run was written. */
  readonly seen: ReadonlyMap<string, Instant>;
  /** Somebody asked for all surfaces to be written at once. */
  readonly syncs: boolean;
  /** Commands of ticked boxes that have run. */
  readonly handledBoxes: readonly string[];
  /** What the next run has to know. */
  readonly remembered: Pick<RepositoryMemory, "answered" | "ran" | "unnoted" | "isSyncDue">;
  /** What broke it off, to be thrown once that is remembered; null where nothing did. */
  readonly failure: { readonly error: unknown } | null;
}

interface Task {
  readonly text: CommandText;
  readonly pending: PendingLines;
}

export interface TextsOrder {
  readonly address: RepositoryAddress;
  readonly sources: SyncSources;
  readonly today: Day;
  /** Of runs before, in the same job. */
  readonly seen: TextsRun["seen"];
}

/** Null where there is nothing to run. */
export async function runTexts(
  ports: CommandPorts,
  { address, sources, today, seen }: TextsOrder,
): Promise<TextsRun | null> {
  const status = findStatusIssue(sources.memory.issues);
  const inThisJob = [...seen].map(([id, at]): RanText => ({ id, at }));
  const ranAt = findRanAt({ ...sources.memory, ran: [...inThisJob, ...sources.memory.ran] });
  const texts = sources.texts.map((text) => asSeen(text, ranAt(text), seen));
  const tasks = findTasks(ports.log, { ...sources, texts }, status?.createdAt ?? null, ranAt);
  const statusText = sources.texts.find(({ issueId }) => issueId === status?.id);
  const ticked = statusText && findTickedBoxes(statusText.text).length > 0 ? statusText : null;
  if (tasks.length === 0 && ticked === null) return null;
  const registry = createRegistry(sources.config);
  const begun = findBegun(sources, tasks);
  const run: Running = {
    state: beginState(withoutBegun(sources, begun.values()), today),
    undo: [],
    seen: new Map(),
    edits: [],
    ran: [],
    syncs: false,
  };
  const ran = tasks.length > 0 ? await findRan({ ports, address }, { ...sources, texts }, run) : [];
  const worker = { ports, address, registry, ran, begun };
  const ended = await runAll(worker, { tasks, ticked }, run);
  const again = [...run.seen.keys()].map((id): Hint => ({ kind: "text", id }));
  const hints = [...again, ...hintsOf(run.edits, run.syncs)];
  const { answered } = run.state.sources.memory;
  const remembered = {
    answered,
    ran: rememberRan(sources.memory.ran, run.ran, ports.clock.now()),
    unnoted: rememberUnnoted(sources.memory.unnoted, run.undo),
    isSyncDue: sources.memory.isSyncDue || run.syncs,
  };
  return { hints, seen: run.seen, syncs: run.syncs, ...ended, remembered };
}

interface Running {
  state: CommandState;
  readonly undo: DoneInThread[];
  readonly seen: Map<string, Instant>;
  readonly edits: PlanEdit[];
  /** Those of which their receipt alone does not tell: it is of an edited text, or was taken back. */
  readonly ran: RanText[];
  syncs: boolean;
}

interface Worker {
  readonly ports: CommandPorts;
  readonly address: RepositoryAddress;
  readonly registry: Registry;
  readonly ran: readonly GivenCommand[];
  readonly begun: ReadonlyMap<Task, UndoRecord>;
}

async function runAll(
  worker: Worker,
  { tasks, ticked }: { readonly tasks: readonly Task[]; readonly ticked: CommandText | null },
  run: Running,
): Promise<Pick<TextsRun, "handledBoxes" | "failure">> {
  try {
    for (const task of tasks) await runTask(worker, task, run);
    const handledBoxes = ticked ? await runTicked(worker, ticked, run) : [];
    return { handledBoxes, failure: null };
  } catch (error) {
    return { handledBoxes: [], failure: { error } };
  }
}

/** What stands in texts that have their receipt, each in the name of who gave it. */
async function findRan(
  { ports, address }: Pick<Worker, "ports" | "address">,
  { texts, config }: SyncSources,
  { state }: Running,
): Promise<readonly GivenCommand[]> {
  const links = createLinks("status-issue", state.plan);
  const ran: GivenCommand[] = [];
  for (const text of texts) {
    const actor = text.receipt === null ? null : await findActor(ports.people, address, text);
    if (actor === null) continue;
    const asking = { actor, thread: text.issue, links };
    for (const line of linesThatRan(text, config.commands.prefix)) ran.push({ ...line, asking });
  }
  return ran;
}

async function runTicked(
  { ports, address, registry }: Worker,
  text: CommandText,
  run: Running,
): Promise<readonly string[]> {
  const { state, runs, handled } = await runBoxes(ports, address, registry, text, run.state);
  run.state = state;
  run.syncs ||= runs.some(({ syncs }) => syncs);
  const steps = runs.flatMap((one) => one.steps);
  run.edits.push(...steps.map(({ did }) => did));
  if (steps.length > 0) {
    remember(run, text.issue, { key: text.key, at: text.lastEditedAt ?? text.createdAt, steps });
  }
  return handled;
}

/** For the end of the job, and for an `/undo` that follows within it. */
function remember(run: Running, issue: number, record: UndoRecord | null): void {
  if (record === null) return;
  run.undo.push([issue, record]);
  const notebook = rememberUndo(run.state.notebook, [[issue, record]]);
  run.state = { ...run.state, notebook };
}

async function runTask(
  { ports, address, registry, ran: before, begun }: Worker,
  task: Task,
  run: Running,
): Promise<void> {
  const { text } = task;
  const fields = { issue: text.issue, text: text.key };
  const actor = await findActor(ports.people, address, text);
  if (actor === null) {
    ports.log.debug(fields, "commands ignored: written by a bot, or by nobody any more");
    return;
  }
  const done = goOnFrom(begun.get(task));
  const order = { address, ...task, actor, registry, ran: before, done };
  const ran = await runText(ports, order, run.state).catch((error: unknown) => {
    remember(run, text.issue, recordOf(task, done));
    throw error;
  });
  run.state = ran.state;
  run.syncs ||= ran.syncs;
  run.edits.push(...ran.edits);
  const at = text.lastEditedAt ?? text.createdAt;
  if (ran.isEdited) run.seen.set(text.id, at);
  const isTold = ran.results === null || (text.lastEditedAt === null && !ran.isEdited);
  if (!isTold) run.ran.push({ id: text.id, at });
  remember(run, text.issue, recordOfRun(task, done));
  const outcomes = ran.results?.flatMap(({ targets }) => targets.map(({ result }) => result.kind));
  if (outcomes) ports.log.info({ ...fields, by: actor.login, outcomes }, "commands run");
}

function findTasks(
  log: Log,
  { texts, config }: SyncSources,
  startedAt: Instant | null,
  ranAt: (text: CommandText) => Instant | null,
): readonly Task[] {
  const tasks = texts.flatMap((text): Task[] => {
    const pending = findPendingLines(text, config.commands.prefix, startedAt, ranAt(text));
    if (pending === null) return [];
    if (!text.isLocked) return [{ text, pending }];
    log.info({ issue: text.issue }, "commands ignored: the issue is locked");
    return [];
  });
  return tasks.sort((a, b) => compare(a.pending.givenAt, b.pending.givenAt));
}

/** What stood there when it ran has run, though its receipt was taken back: by this job, or one that then failed. */
function asSeen(text: CommandText, writtenAt: Instant | null, seen: TextsRun["seen"]): CommandText {
  const { id, receipt, createdAt, lastEditedAt } = text;
  // Of an edit in the very second nobody knows whether it has run, too.
  if (writtenAt === null || writtenAt >= (lastEditedAt ?? createdAt)) return text;
  // What this job has just taken back GitHub may still tell of.
  if (receipt !== null && !seen.has(id)) return text;
  const contents = receipt?.contents ?? [];
  return { ...text, receipt: { contents, at: addSeconds(writtenAt, 1) } };
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

/** GitHub moves no date for some of what commands change: each issue is read by its number. */
function hintsOf(edits: readonly PlanEdit[], syncs: boolean): readonly Hint[] {
  if (syncs) return [{ kind: "everything" }];
  if (edits.length === 0) return [];
  const numbers = edits.flatMap((edit) => {
    if (edit.kind === "set-needs") return [];
    if (edit.kind === "set-parent" && edit.parent !== null) return [edit.issue, edit.parent];
    return [edit.issue];
  });
  return [
    { kind: "delta" },
    ...[...new Set(numbers)].map((number): Hint => ({ kind: "issue", number })),
  ];
}
