/**
 * Events of comments may come in another order than the comments were written. A command that comes late gives
 * way to those that were given after it and have run already: pure, from their texts.
 */
import { findInvocations, type Invocation } from "../../commands/invocation.ts";
import { readLine } from "../../commands/read-line.ts";
import type { Registry } from "../../commands/registry.ts";
import { millisecondsBetween } from "../../domain/calendar.ts";
import type { CommandText, PersonsChange } from "../../domain/command-text.ts";
import type { Instant } from "../../domain/observation.ts";
import type { PlanEdit } from "../../domain/plan-edit.ts";
import { predictEdit } from "../../facts/predict-edit.ts";
import type { SyncSources } from "../read-sources.ts";
import { type Asking, type CommandState, factsOf, withFacts } from "./command-run.ts";
import { findPendingLines } from "./pending-lines.ts";
import { findRanAt } from "./ran-texts.ts";
import { runOn } from "./run-on.ts";
import { factOf } from "./superseded.ts";

/** A line that has run. */
export interface GivenCommand {
  readonly invocation: Invocation;
  readonly givenAt: Instant;
  readonly asking: Asking;
}

/** Younger ones are fresh, unless the issue was touched since: the webhook itself takes some seconds. */
const lateAfterMilliseconds = 10_000;

export function isLate(givenAt: Instant, now: Instant, touchedAt: readonly Instant[]): boolean {
  const age = millisecondsBetween(givenAt, now);
  return age >= lateAfterMilliseconds || touchedAt.some((at) => at > givenAt);
}

/** When the oldest command was given that is to run and comes late; null where none does. */
export function oldestLate(
  { texts, memory, config }: SyncSources,
  startedAt: Instant | null,
  now: Instant,
): Instant | null {
  const ranAt = findRanAt(memory);
  const late = texts.flatMap((text) => {
    const pending = findPendingLines(text, config.commands.prefix, startedAt, ranAt(text));
    const touchedAt = memory.issues.get(text.issue)?.updatedAt ?? text.createdAt;
    return pending && isLate(pending.givenAt, now, [touchedAt])
      ? [pending.givenAt, ...pending.doubtful.values()]
      : [];
  });
  return late.toSorted()[0] ?? null;
}

/** The lines of a text that has its receipt, each with when it was first there. */
export function linesThatRan(
  text: CommandText,
  prefix: string,
): readonly Omit<GivenCommand, "asking">[] {
  return findInvocations(text.text, prefix).map((invocation) => {
    const first = text.versions.find((version) => version.text.includes(invocation.source));
    const { createdAt, lastEditedAt } = text;
    return { invocation, givenAt: first?.at ?? lastEditedAt ?? createdAt };
  });
}

/** What commands given after `givenAt` would change again, had these edits come before them. */
export function changesOfLater(
  later: readonly GivenCommand[],
  edits: readonly PlanEdit[],
  givenAt: Instant,
  state: CommandState,
  registry: Registry,
): readonly PersonsChange[] {
  const meant = later.filter((one) => one.givenAt > givenAt);
  if (meant.length === 0 || edits.length === 0) return [];
  const facts = edits.reduce((all, edit) => predictEdit(edit, all, givenAt), factsOf(state));
  const after = withFacts(state, facts);
  return meant.flatMap((command) =>
    editsOf(command, after, registry).flatMap((edit): PersonsChange[] => {
      const found = factOf(edit);
      const issueId = found && after.sources.memory.issues.get(found.issue)?.id;
      return issueId ? [{ issueId, at: command.givenAt, fact: found.fact }] : [];
    }),
  );
}

function editsOf(
  { invocation, asking }: GivenCommand,
  state: CommandState,
  registry: Registry,
): readonly PlanEdit[] {
  const line = readLine(invocation, registry, state.plan, state.sources.config);
  if (line.kind !== "command" || line.aim.isDryRun) return [];
  const { command, aim } = line;
  return (aim.targets ?? [null]).flatMap((issue) => {
    const outcome = runOn(command, aim.text, state, asking, issue);
    return outcome.kind === "done" && outcome.undoes !== true ? outcome.edits : [];
  });
}
