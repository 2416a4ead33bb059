// The settings of one repository, complete: what a file leaves out has its default.

import type { Unit } from "../domain/project.ts";

/** A Markdown file that is kept up to date: its regions, and a live one's boxes, marks and counts. */
export interface DocumentConfig {
  /** In the settings also a pattern (glob.ts). */
  readonly path: string;
  /** The pattern that found the file; absent where the settings name it. */
  readonly pattern?: string;
  /** Number, title or unique prefix: what a region without a milestone of its own speaks of. */
  readonly milestone?: string | number;
  /** Whether what people keep by hand outside of regions is kept true too. */
  readonly live?: boolean;
  /** Whether in a live one a box may name its issue by the title alone. */
  readonly titles?: boolean;
}

export interface Config {
  readonly unit: Unit;
  readonly documents: readonly DocumentConfig[];
  /** Dimension (`cluster`) to the label prefix that carries it (`cluster: `), in order. */
  readonly labels: ReadonlyMap<string, string>;
  /** Names of the labels that say what becomes of an open issue. */
  readonly states: {
    readonly inProgress: string;
    readonly onHold: string;
    /** Kept in step with the dependencies where it is named. */
    readonly blocked?: string;
  };
  readonly epics: { readonly label: string };
  readonly count: { readonly epics: boolean };
  /** Least time between two commits to documents, in minutes; 0 means at once. */
  readonly commits: { readonly everyMinutes: number };
  /** IANA name; decides when the day turns. */
  readonly timezone: string;
  readonly commands: {
    /** What a command begins with, as "/". */
    readonly prefix: string;
    /** Names of commands that do not run here. */
    readonly disable: readonly string[];
  };
  /** Whether a comment tells what the last blocker's closing has freed. */
  readonly notify: { readonly unblocked: "once" | "off" };
  /** Whether what is computed is written, or only logged. */
  readonly mode: "live" | "observe";
  /** Whether documents to start with are offered in a pull request where none are named. */
  readonly onboarding: boolean;
  /** Path of the plan export; none is written without it. */
  readonly json?: string;
}

/** One thing wrong in the settings. */
export interface ConfigError {
  /** The extended file it is in, as `owner/name:path`; absent for the repository's own file. */
  readonly file?: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Where in the settings: `documents[0].path`; empty for the file as a whole. */
  readonly key: string;
  /** What is wrong and what is allowed. */
  readonly message: string;
}

export type ConfigResult =
  | { readonly kind: "valid"; readonly config: Config }
  | { readonly kind: "invalid"; readonly errors: readonly ConfigError[] };
