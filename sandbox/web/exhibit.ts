/**
 * What the pages show besides a GitHub: the App that looks after a repository, the story that can be
 * played in it, and where further plans come from. Whoever composes the site implements these; the
 * sandbox knows no App.
 */
import type { Sandbox } from "../start-sandbox.ts";
import type { LiveLog } from "./live-log/live-log.ts";

/** One repository to look at and play with. */
export interface Exhibit {
  /** `owner/name` */
  readonly repository: string;
  /** What it shows, in a few words. */
  readonly title: string;
  readonly sandbox: Sandbox;
  readonly live: LiveLog;
  readonly app: AppBeside;
  readonly story: Story;
  /** What a newcomer could try, as sentences with a page each. */
  readonly hints: readonly Hint[];
  /** What was found in a document that somebody brought. */
  readonly check?: DocumentCheck | undefined;
  /** Ends all that runs for it. */
  stop(): Promise<void>;
}

export interface DocumentCheck {
  /** Of the document in the repository. */
  readonly path: string;
  /** In the document as it was brought, by itself; by line. */
  readonly brought: readonly DocumentFinding[];
  /** In the document as it is now, beside the issues as they are; undefined before they were first read. */
  now(): readonly DocumentFinding[] | undefined;
}

export interface DocumentFinding {
  /** From 1. */
  readonly line: number;
  readonly severity: "error" | "warning" | "info";
  readonly rule: string;
  readonly message: string;
  /** What contradicts each other, each with its lines. */
  readonly claims: readonly string[];
  /** The line, or its beginning. */
  readonly excerpt: string;
}

export interface Hint {
  readonly text: string;
  /** Below the repository's address, such as `issues/408`. */
  readonly path: string;
}

export interface AppBeside {
  readonly name: string;
  readonly isRunning: boolean;
  /** What may be written in a comment; empty where the App knows no commands. */
  readonly commands: readonly CommandOffer[];
  /** As if its process died: what it was doing is not finished. */
  kill(): void;
  /** Starts a new one that remembers nothing; throws where it cannot start. */
  start(): Promise<void>;
  /** Lets it look at the clock, which the pages can move. */
  lookAtClock(): Promise<void>;
}

export interface CommandOffer {
  /** As "/blocked-by ISSUE". */
  readonly usage: string;
  /** One sentence. */
  readonly summary: string;
}

/** What happens to the plan, step by step. */
export interface Story {
  /** Each as a person would say it: "close #408". */
  readonly steps: readonly string[];
  /** How many were played. */
  readonly played: number;
  /** It plays by itself, a step every few seconds. */
  readonly isPlaying: boolean;
  /** What the host refused, in its words; nothing happens when all steps were played. */
  playNext(): readonly string[];
  play(): void;
  pause(): void;
}

/** Where plans to look at come from. */
export interface PlanShelf {
  readonly plans: readonly PlanOnShelf[];
  /** Begins one anew; undefined where there is none of that id. */
  open(id: string): Promise<Exhibit | undefined>;
  /** Begins a plan that somebody brought. */
  openOwn(file: BroughtFile): Promise<Opening>;
  /** Begins again what an exhibit began with. */
  openAgain(exhibit: Exhibit): Promise<Exhibit>;
}

export interface PlanOnShelf {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
}

export interface BroughtFile {
  readonly name: string;
  readonly text: string;
}

export type Opening =
  | {
      readonly kind: "opened";
      readonly exhibit: Exhibit;
      /** The page to show first, below the repository's address; "" for the repository's own. */
      readonly path: string;
      readonly remarks: readonly string[];
    }
  /** What is wrong with it, for the person to mend. */
  | { readonly kind: "refused"; readonly because: string };
