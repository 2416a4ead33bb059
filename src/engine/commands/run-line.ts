/**
 * One command of a text: who may give it is asked, it runs on the plan for each issue that it is aimed at,
 * and what it changes is written. A dry run is the same without the writing.
 */
import type { CommandOutcome } from "../../commands/command.ts";
import type { Invocation } from "../../commands/invocation.ts";
import { mayRun } from "../../commands/permission.ts";
import { type Line, readLine } from "../../commands/read-line.ts";
import type { Registry } from "../../commands/registry.ts";
import type { LineResult, TargetResult } from "../../commands/reply.ts";
import type { UndoStep } from "../../facts/undo-record.ts";
import type { Asking, CommandState } from "./command-run.ts";
import type { OnCommand } from "./on-command.ts";
import { runOn } from "./run-on.ts";
import type { WriteEdits } from "./write-edits.ts";

export interface LineRun {
  readonly state: CommandState;
  /** Null where the line is none of ours. */
  readonly result: LineResult | null;
  readonly steps: readonly UndoStep[];
  readonly syncs: boolean;
  /** It took back what the thread remembers. */
  readonly undoes: boolean;
}

export interface LineOptions {
  readonly registry: Registry;
  readonly asking: Asking;
  /** Null to write nothing: everything runs dry. */
  readonly write: WriteEdits | null;
  readonly onCommand?: OnCommand;
  /** The text holds a command of ours, so that other lines of it are more likely meant for us. */
  readonly isBesideOurs?: boolean;
}

type CommandLine = Extract<Line, { kind: "command" }>;

export async function runLine(
  invocation: Invocation,
  state: CommandState,
  options: LineOptions,
): Promise<LineRun> {
  const { registry, isBesideOurs } = options;
  const { plan, sources } = state;
  const line = readLine(invocation, registry, plan, sources.config, isBesideOurs);
  if (line.kind === "command") return runCommand(invocation, line, state, options);
  const says = sayTo(line, state, options.asking);
  const result = says === null ? null : lineResult(invocation, false, [[null, refused(says)]]);
  return { state, result, steps: [], syncs: false, undoes: false };
}

/** A hint at another name is only for who may give that command: others speak to another bot. */
function sayTo(
  line: Exclude<Line, CommandLine>,
  { plan }: CommandState,
  { actor, thread }: Asking,
): string | null {
  if (line.kind === "foreign") return null;
  if (line.kind === "mistake") return line.says;
  const people = plan.items.get(thread) ?? { author: null, assignees: [] };
  return mayRun(line.near.permission, actor, people) ? line.says : null;
}

async function runCommand(
  invocation: Invocation,
  { command, aim }: CommandLine,
  before: CommandState,
  { asking, write, onCommand }: LineOptions,
): Promise<LineRun> {
  const isDryRun = aim.isDryRun || write === null;
  const results: [number | null, TargetResult][] = [];
  const steps: UndoStep[] = [];
  let state = before;
  let syncs = false;
  let undoes = false;
  for (const issue of aim.targets ?? [null]) {
    const outcome = runOn(command, aim.text, state, asking, issue);
    if (isDryRun) {
      results.push([issue, outcome]);
      continue;
    }
    const place = { line: invocation.line, issue: issue ?? asking.thread };
    const written = await write(outcome, place, state);
    results.push([issue, written.result]);
    steps.push(...written.steps);
    state = written.state;
    syncs ||= outcome.kind === "done" && outcome.syncs === true;
    undoes ||= outcome.kind === "done" && outcome.undoes === true;
  }
  if (write !== null) for (const [, { kind }] of results) onCommand?.(command.name, kind);
  return { state, result: lineResult(invocation, isDryRun, results), steps, syncs, undoes };
}

function refused(says: string): CommandOutcome {
  return { kind: "refused", says };
}

function lineResult(
  { source }: Invocation,
  isDryRun: boolean,
  results: readonly (readonly [issue: number | null, result: TargetResult])[],
): LineResult {
  return { source, isDryRun, targets: results.map(([issue, result]) => ({ issue, result })) };
}
