/**
 * Writes what a command changes, edit by edit, and remembers how each is taken back. What a person changed
 * after the command was given stays; what GitHub refuses is told in GitHub's words.
 */
import type { CommandOutcome } from "../../commands/command.ts";
import type { Registry } from "../../commands/registry.ts";
import type { TargetResult } from "../../commands/reply.ts";
import { revertOf } from "../../commands/revert-edit.ts";
import type { PersonsChange } from "../../domain/command-text.ts";
import type { Instant, ObservedIssue } from "../../domain/observation.ts";
import type { PlanEdit } from "../../domain/plan-edit.ts";
import type { ForeignReference } from "../../domain/reference.ts";
import { estimatePrefix, pointsPrefix } from "../../facts/label-facts.ts";
import { predictEdit } from "../../facts/predict-edit.ts";
import type { UndoStep } from "../../facts/undo-record.ts";
import { escapeText } from "../../markdown/escape.ts";
import { RefusedError } from "../errors.ts";
import type { ChangeApplier, Clock, Log, People, RepositoryAddress } from "../ports.ts";
import { type CommandState, factsOf, withFacts } from "./command-run.ts";
import { createdKey } from "./keys.ts";
import { changesOfLater, type GivenCommand, isLate } from "./later-commands.ts";
import type { OnCommand } from "./on-command.ts";
import { findOutOfSight } from "./out-of-sight.ts";
import { isSuperseded, issuesOf } from "./superseded.ts";
import { toChange } from "./to-change.ts";

type Done = Extract<CommandOutcome, { kind: "done" }>;

export interface WrittenEdits {
  readonly state: CommandState;
  readonly result: TargetResult;
  readonly steps: readonly UndoStep[];
}

/** Where a command stands, and the issue that it is about. */
interface Place {
  readonly line: number;
  readonly issue: number;
}

/** Writes the edits of what is to be done; what says otherwise goes through. */
export type WriteEdits = (
  outcome: CommandOutcome,
  place: Place,
  state: CommandState,
) => Promise<WrittenEdits>;

export interface CommandPorts {
  readonly applier: ChangeApplier;
  readonly people: People;
  readonly clock: Clock;
  readonly log: Log;
  readonly onCommand?: OnCommand;
}

export interface Order {
  readonly address: RepositoryAddress;
  /** Of the text: "c:123"; with the date of its edit where it was edited: its lines are others then. */
  readonly key: string;
  /** What the line has made carries one of these where a run broke off and the text was edited before the next. */
  readonly formerKeys?: readonly string[];
  readonly givenAt: Instant;
  /** The login of who gave it. */
  readonly by: string;
  readonly registry: Registry;
  /** Commands that have run, of which some may have been given after this one. */
  readonly ran: readonly GivenCommand[];
  /** Told of each edit that was written, or may have been, but for those that take back others. */
  readonly onStep?: (step: UndoStep) => void;
}

export function createEditWriter(ports: CommandPorts, order: Order): WriteEdits {
  return async (outcome, { line, issue }, state) => {
    const key = `${order.key}:${line}`;
    const made = findMade([key, ...(order.formerKeys ?? [])], issue, state);
    if (outcome.kind !== "done") return { state, result: made ? doneBefore : outcome, steps: [] };
    const changes = await changesSince(ports, order, outcome.edits, state);
    if (outcome.edits.some((edit) => isOvertaken(edit, changes, order, state))) {
      return { state, result: superseded, steps: [] };
    }
    const { people } = ports;
    const hidden = await findOutOfSight(people, order.address, order.by, outcome.edits);
    if (hidden !== null) return { state, result: outOfSight(hidden), steps: [] };
    return writeAll(ports, order, { key, made }, outcome, state);
  };
}

/** A run that broke off had done it: what the command then finds is its own work. */
const doneBefore: TargetResult = { kind: "done", edits: [], says: null };

const superseded: TargetResult = {
  kind: "superseded",
  says: "Superseded: somebody changed the same after you wrote this, so I left it. Give the command again if you still want it.",
};

/** In the same words as for an issue that is not there. */
function outOfSight(reference: ForeignReference): TargetResult {
  const says = `Nothing changed: There is no issue ${escapeText(reference)} that Milepost can see.`;
  return { kind: "refused", says };
}

async function changesSince(
  { people, clock }: CommandPorts,
  { address, givenAt, registry, ran }: Order,
  edits: readonly PlanEdit[],
  state: CommandState,
): Promise<readonly PersonsChange[]> {
  const { issues: known } = state.sources.memory;
  const issues = issuesOf(edits).flatMap((issue) => known.get(issue) ?? []);
  const touchedAt = issues.map(({ updatedAt }) => updatedAt);
  if (issues.length === 0 || !isLate(givenAt, clock.now(), touchedAt)) return [];
  const ids = issues.map(({ id }) => id);
  const byHand = await people.changesSince(address, ids, givenAt);
  return [...byHand, ...changesOfLater(ran, edits, givenAt, state, registry)];
}

function isOvertaken(
  edit: PlanEdit,
  changes: readonly PersonsChange[],
  { givenAt }: Order,
  { sources, notebook }: CommandState,
): boolean {
  return isSuperseded(edit, {
    givenAt,
    changes,
    notebook,
    prefixes: [...sources.config.labels.values(), pointsPrefix, estimatePrefix],
    idOf: (issue) => sources.memory.issues.get(issue)?.id,
  });
}

interface Creation {
  /** What an issue that the command makes carries. */
  readonly key: string;
  /** It is there already. */
  readonly made: ObservedIssue | undefined;
}

async function writeAll(
  { applier }: CommandPorts,
  { address, givenAt, onStep }: Order,
  { key, made }: Creation,
  outcome: Done,
  before: CommandState,
): Promise<WrittenEdits> {
  const steps: UndoStep[] = [];
  if (made && isDone(outcome.edits, made)) return { state: before, steps, result: outcome };
  let facts = factsOf(before);
  let result: TargetResult = outcome;
  const note = outcome.undoes === true ? undefined : onStep;
  for (const edit of outcome.edits) {
    const step = { did: edit, back: revertOf(edit, facts) };
    try {
      if (!(made && edit.kind === "create-sub-issue")) {
        const change = toChange({ edit, key, at: givenAt }, before.sources.memory);
        await applier.apply(address, change);
      }
    } catch (error) {
      if (!(error instanceof RefusedError)) {
        note?.(step);
        throw error;
      }
      result = refusal(error, steps.length > 0);
      break;
    }
    steps.push(step);
    note?.(step);
    facts = predictEdit(edit, facts, givenAt);
  }
  return { state: steps.length > 0 ? withFacts(before, facts) : before, steps, result };
}

/** What a command created carries its key: after a crash it is found, and not made again. */
function findMade(
  keys: readonly string[],
  parent: number,
  { sources }: CommandState,
): ObservedIssue | undefined {
  const isMade = ({ isOurs, parent: of, body }: ObservedIssue) =>
    isOurs && of === parent && keys.some((key) => body.includes(createdKey(key)));
  return [...sources.memory.issues.values()].find(isMade);
}

/** It was made, and what followed too: the same line now speaks of another entry of the list. */
function isDone(edits: readonly PlanEdit[], made: ObservedIssue): boolean {
  return edits.some((edit) => edit.kind === "create-sub-issue" && edit.title !== made.title);
}

/** What has a cause was refused by GitHub, in its words. */
function refusal({ message, cause }: RefusedError, isPartly: boolean): TargetResult {
  const extent = isPartly ? "Only a part is done" : "Nothing changed";
  const reason = escapeText(message);
  const says = cause === undefined ? `${extent}: ${reason}` : `${extent}. GitHub says: “${reason}”`;
  return { kind: "refused", says };
}
