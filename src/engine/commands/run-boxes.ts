/** Ticked boxes in the status issue: each runs as a command, in the name of whoever ticked it. */
import { findInvocations } from "../../commands/invocation.ts";
import type { Registry } from "../../commands/registry.ts";
import type { CommandText, Writer } from "../../domain/command-text.ts";
import { findTickedBoxes } from "../../render/box.ts";
import { createLinks } from "../../render/links.ts";
import type { RepositoryAddress } from "../ports.ts";
import type { CommandState } from "./command-run.ts";
import { type LineRun, runLine } from "./run-line.ts";
import { type CommandPorts, createEditWriter } from "./write-edits.ts";

export interface BoxesRun {
  readonly state: CommandState;
  readonly runs: readonly LineRun[];
  /** Commands whose boxes may be unticked: they have run, or may not run. */
  readonly handled: readonly string[];
}

/** Boxes always hold commands in this form, whatever the configuration says. */
const boxPrefix = "/";

export async function runBoxes(
  ports: CommandPorts,
  address: RepositoryAddress,
  registry: Registry,
  text: CommandText,
  before: CommandState,
): Promise<BoxesRun> {
  const handled = findTickedBoxes(text.text);
  const ticker = findTicker(text, handled);
  const runs: LineRun[] = [];
  let state = before;
  if (ticker === null) return { state, runs, handled };
  const access = await ports.people.accessOf(address, ticker.login);
  const actor = { login: ticker.login, access };
  const givenAt = text.lastEditedAt ?? text.createdAt;
  const order = { address, key: text.key, givenAt, by: actor.login, registry, ran: [] };
  const write = createEditWriter(ports, order);
  const asking = { actor, thread: text.issue, links: createLinks("status-issue", before.plan) };
  for (const invocation of handled.flatMap((line) => findInvocations(line, boxPrefix))) {
    const { onCommand } = ports;
    const run = await runLine(invocation, state, { registry, asking, write, onCommand });
    const outcomes = run.result?.targets.map(({ result }) => result.kind);
    const fields = { box: invocation.source, by: actor.login, outcomes };
    ports.log.info(fields, "box run");
    runs.push(run);
    state = run.state;
  }
  return { state, runs, handled };
}

/** Who last edited the issue while a box was ticked: Milepost's own edits keep the ticks they find. */
function findTicker(text: CommandText, handled: readonly string[]): Writer | null {
  if (handled.length === 0) return null;
  const newestFirst = text.versions.toReversed();
  const untouched = newestFirst.findIndex((version) => findTickedBoxes(version.text).length === 0);
  const ticked = untouched < 0 ? newestFirst : newestFirst.slice(0, untouched);
  const editors = [text.editor, ...ticked.map(({ editor }) => editor)];
  return editors.find((editor) => editor !== null && !editor.isBot) ?? null;
}
