/**
 * Runs what is new in one text: its commands in order, then one reply for all of them, then the reaction. A
 * process that dies anywhere leaves no reaction, and the next run finds most of it done already.
 */
import { describeEdits } from "../../commands/describe-edit.ts";
import type { Invocation } from "../../commands/invocation.ts";
import type { Actor } from "../../commands/permission.ts";
import type { Registry } from "../../commands/registry.ts";
import { composeReply, type LineResult, reactionTo } from "../../commands/reply.ts";
import type { CommandText } from "../../domain/command-text.ts";
import type { Instant } from "../../domain/observation.ts";
import type { PlanEdit } from "../../domain/plan-edit.ts";
import { createLinks } from "../../render/links.ts";
import type { RepositoryAddress } from "../ports.ts";
import { allowance } from "./allowance.ts";
import { type DoneByText, noteStep } from "./broken-off.ts";
import type { Asking, CommandState } from "./command-run.ts";
import type { GivenCommand } from "./later-commands.ts";
import type { PendingLines } from "./pending-lines.ts";
import { react, reply, takeBack } from "./reply-to.ts";
import { runLine } from "./run-line.ts";
import { type CommandPorts, createEditWriter } from "./write-edits.ts";

export interface TextOrder {
  readonly address: RepositoryAddress;
  readonly text: CommandText;
  readonly pending: PendingLines;
  readonly actor: Actor;
  readonly registry: Registry;
  /** Commands of other texts that have run before. */
  readonly ran: readonly GivenCommand[];
  readonly done: DoneByText;
}

export interface TextRun {
  readonly state: CommandState;
  /** All that was written, what /undo took back too. */
  readonly edits: readonly PlanEdit[];
  readonly syncs: boolean;
  /** Null where no line was a command of ours. */
  readonly results: readonly LineResult[] | null;
  /** It was edited while it ran: to be read and run once more. */
  readonly isEdited: boolean;
}

/** More in one comment is no talk between people. */
const mostCommands = 50;

export async function runText(
  ports: CommandPorts,
  order: TextOrder,
  before: CommandState,
): Promise<TextRun> {
  const { text, actor, done } = order;
  const links = createLinks("status-issue", before.plan);
  const asking: Asking = { actor, thread: text.issue, links, hasUndone: done.undoes };
  const ran = await runLines(ports, order, asking, before);
  const isNothing = ran.results.length === 0 && text.receipt === null;
  if (isNothing) return { ...ran, results: null, isEdited: false };
  const standing = await stillWrong(order, asking, ran.state);
  const lines = [...standing, ...ran.results];
  const describe = describeEdits.bind(null, before.plan, links);
  const wanted = composeReply(lines, { links, describe });
  const { isEdited, state } = await answer(ports, order, ran.state, { wanted, lines });
  const { edits, syncs } = ran;
  return { state, edits, syncs, results: lines, isEdited };
}

interface LinesRun {
  readonly state: CommandState;
  readonly results: readonly LineResult[];
  readonly edits: readonly PlanEdit[];
  readonly syncs: boolean;
}

async function runLines(
  ports: CommandPorts,
  { address, text, pending, actor, registry, ran, done }: TextOrder,
  asking: Asking,
  before: CommandState,
): Promise<LinesRun> {
  const writerFor = (invocation: Invocation) => {
    const places = pending.formerPlaces.get(invocation) ?? [];
    return createEditWriter(ports, {
      ...{ address, registry, ran, by: actor.login },
      key: versionKey(text, pending.givenAt),
      formerKeys: places.map(({ at, line }) => `${versionKey(text, at)}:${line}`),
      givenAt: pending.doubtful.get(invocation) ?? pending.givenAt,
      onStep: noteStep.bind(null, done),
    });
  };
  const isBesideOurs = holdsOurs(pending, registry);
  const results: LineResult[] = [];
  const edits: PlanEdit[] = [];
  let state = before;
  let syncs = false;
  for (const invocation of pending.fresh) {
    if (results.length >= mostCommands) {
      results.push(tooMany(invocation));
      break;
    }
    const write = writerFor(invocation);
    const options = { registry, asking, write, onCommand: ports.onCommand, isBesideOurs };
    const run = await runLine(invocation, state, options);
    state = run.state;
    syncs ||= run.syncs;
    done.undoes ||= run.undoes;
    edits.push(...run.steps.map(({ did }) => did));
    if (run.result) results.push(run.result);
  }
  return { state, results, edits, syncs };
}

function versionKey({ key, createdAt }: CommandText, at: Instant): string {
  return at === createdAt ? key : `${key}@${at}`;
}

function holdsOurs({ fresh, standing }: PendingLines, registry: Registry): boolean {
  return [...fresh, ...standing].some(({ name }) => registry.find(name) !== undefined);
}

function tooMany({ source }: Invocation): LineResult {
  const says = `One comment runs at most ${mostCommands} commands; this one and what follows did not run.`;
  const result = { kind: "refused", says } as const;
  return { source, isDryRun: false, targets: [{ issue: null, result }] };
}

/** Lines of before the edit that the open reply spoke of, as far as they are still wrong. */
async function stillWrong(
  { text, pending, registry }: TextOrder,
  asking: Asking,
  state: CommandState,
): Promise<readonly LineResult[]> {
  if (!text.replies.some(({ isHidden }) => !isHidden)) return [];
  const wrong: LineResult[] = [];
  const options = { registry, asking, write: null, isBesideOurs: holdsOurs(pending, registry) };
  for (const invocation of pending.standing.slice(0, mostCommands)) {
    const { result } = await runLine(invocation, state, options);
    const isRefused = result?.targets.some((target) => target.result.kind === "refused");
    if (result && isRefused) wrong.push(result);
  }
  return wrong;
}

interface Said {
  readonly wanted: string | null;
  readonly lines: readonly LineResult[];
}

async function answer(
  { applier, clock }: CommandPorts,
  { address, text, actor }: TextOrder,
  state: CommandState,
  { wanted, lines }: Said,
): Promise<{ state: CommandState; isEdited: boolean }> {
  const thread = { applier, address, text };
  const { memory } = state.sources;
  const allowed = allowance(memory.answered, actor.login, clock.now());
  const isNew = allowed.isOver ? false : await reply(thread, allowed.phrase(wanted));
  const reaction = reactionTo(lines);
  const editedAt = await react(thread, reaction);
  const isEdited = editedAt !== null && editedAt > (text.lastEditedAt ?? "");
  if (isEdited) await takeBack(thread, reaction);
  if (!isNew) return { state, isEdited };
  const answered = allowed.after;
  const sources = { ...state.sources, memory: { ...memory, answered } };
  return { state: { ...state, sources }, isEdited };
}
