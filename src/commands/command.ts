/**
 * What a command is: one object that holds its grammar, its help and what it does. The doing is pure: it
 * reads the plan and says what should change and what to answer.
 */
import type { Config } from "../config/config.ts";
import type { Day } from "../domain/calendar.ts";
import type { Plan, PlannedItem } from "../domain/plan.ts";
import type { PlanEdit } from "../domain/plan-edit.ts";
import type { UndoStep } from "../facts/undo-record.ts";
import type { Links } from "../render/links.ts";
import type { Actor, Permission } from "./permission.ts";

/** What every command sees. */
export interface ThreadContext {
  readonly plan: Plan;
  readonly config: Config;
  readonly actor: Actor;
  readonly today: Day;
  /** Makes the links of the answer; a reference in it is never written by hand. */
  readonly links: Links;
  /** An issue's text, by number; empty for one that the repository does not have. */
  bodyOf(issue: number): string;
  /** The milestone's `Needs:` line as written; null where it has none. */
  needsOf(milestone: number): string | null;
  /** What the last command in this thread changed, in order; null where nothing is remembered. */
  readonly lastSteps: readonly UndoStep[] | null;
  /** A run of the same text that broke off has taken them back already. */
  readonly hasUndone?: boolean;
  /** Whether the fact that an edit changed is still as the edit left it. */
  stillHolds(edit: PlanEdit): boolean;
}

/** What a command about one issue sees. */
export interface CommandContext extends ThreadContext {
  /** The thread's own, or one that the command is aimed at. */
  readonly issue: PlannedItem;
}

/** What a command sees that may be about no issue. */
export interface OpenContext extends ThreadContext {
  /** Null in Milepost's own issue. */
  readonly issue: PlannedItem | null;
}

export type CommandOutcome =
  /** `says` is null where the reaction says it all; never empty. Markdown, as in all others. */
  | {
      readonly kind: "done";
      readonly edits: readonly PlanEdit[];
      readonly says: string | null;
      /** Read everything anew and write all surfaces at once. */
      readonly syncs?: true;
      /** It takes back what the thread remembers: afterwards there is nothing to undo. */
      readonly undoes?: true;
    }
  /** It is so already: nothing to change. */
  | { readonly kind: "already"; readonly says: string }
  /** What is wrong and what would be right, for the person to act on. */
  | { readonly kind: "refused"; readonly says: string }
  /** To a question. */
  | { readonly kind: "answered"; readonly says: string };

export type Refusal = Extract<CommandOutcome, { kind: "refused" }>;

export interface CommandExample {
  /** A whole line, as "/blocked-by #12". */
  readonly line: string;
  /** What it does, as a sentence. */
  readonly effect: string;
}

export const commandGroups = [
  "Dependencies",
  "Scope",
  "Labels",
  "Estimates",
  "Work",
  "Words",
  "Questions",
  "The app",
] as const;

export type CommandGroup = (typeof commandGroups)[number];

export interface CommandHelp {
  /** Without the prefix. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly group: CommandGroup;
  /** One sentence: what it does. */
  readonly summary: string;
  /** What follows the name, words in capitals stand for something: "MILESTONE [because REASON]"; "" for nothing. */
  readonly usage: string;
  /** Rules that the usage does not tell; a sentence each. */
  readonly rules: readonly string[];
  readonly permission: Permission;
  readonly examples: readonly CommandExample[];
}

export interface CommandShape {
  /**
   * True: its text may hold anything, so "on #12" counts only directly behind the name. "because": so it is
   * behind that word, and "on #12" counts before it too. False: "on #12" stands at the end. A function says of
   * what follows the name whether it is such a text; where not, "on #12" counts at both ends. "--dry-run" is
   * the first or the last word of any.
   */
  readonly takesText: boolean | "because" | ((text: string) => boolean);
}

/** About one issue: runs once for each that "on #12, #20-24" names, else for the thread's own. */
export interface IssueCommand extends CommandHelp, CommandShape {
  readonly aim: "issue";
  /** `text` is what follows the name, without targets and "--dry-run", trimmed. */
  run(text: string, context: CommandContext): CommandOutcome;
}

/** Runs once, wherever it stands, the status issue too; "on" is not allowed. */
export interface ThreadCommand extends CommandHelp, CommandShape {
  readonly aim: "thread";
  run(text: string, context: ThreadContext): CommandOutcome;
}

/** About the issue that it stands in or is aimed at, or about none: it runs in the status issue too. */
export interface OpenCommand extends CommandHelp, CommandShape {
  readonly aim: "open";
  run(text: string, context: OpenContext): CommandOutcome;
}

export type Command = IssueCommand | ThreadCommand | OpenCommand;

export type Reading<A> =
  | { readonly kind: "read"; readonly arguments: A }
  | { readonly kind: "mistake"; readonly says: string };

interface Definition<A, Aim, Context> extends CommandHelp, CommandShape {
  readonly aim: Aim;
  /** From the text to the arguments, or what is wrong with it. */
  read(text: string, context: Context): Reading<A>;
  run(given: A, context: Context): CommandOutcome;
}

export function defineCommand<A>(definition: Definition<A, "issue", CommandContext>): IssueCommand;
export function defineCommand<A>(definition: Definition<A, "thread", ThreadContext>): ThreadCommand;
export function defineCommand<A>(definition: Definition<A, "open", OpenContext>): OpenCommand;
export function defineCommand<A, Aim, Context>(definition: Definition<A, Aim, Context>) {
  return {
    ...definition,
    run(text: string, context: Context): CommandOutcome {
      const reading = definition.read(text, context);
      if (reading.kind === "mistake") return refuse(reading.says);
      return definition.run(reading.arguments, context);
    },
  };
}

export function refuse(says: string): Refusal {
  return { kind: "refused", says };
}

export function mistake(says: string): Extract<Reading<never>, { kind: "mistake" }> {
  return { kind: "mistake", says };
}
