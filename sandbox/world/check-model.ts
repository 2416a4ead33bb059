/** Checks as the sandbox keeps them. */
import type { Account, Commit, Repository } from "./model.ts";

/** The App that checks, as far as checks tell of it. */
export interface CheckApp {
  readonly appId: number;
  readonly clientId: string;
  readonly slug: string;
  readonly bot: Account;
}

export interface CheckSuite {
  readonly kind: "check-suite";
  readonly id: number;
  readonly nodeId: string;
  readonly repository: Repository;
  readonly commit: Commit;
  readonly branch: string | null;
  readonly before: Commit | null;
  readonly app: CheckApp;
  readonly createdAt: string;
  updatedAt: string;
  readonly runs: CheckRun[];
}

export type CheckStatus = "queued" | "in_progress" | "completed";

export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column: number | null;
  readonly end_column: number | null;
  readonly annotation_level: "notice" | "warning" | "failure";
  readonly message: string;
  readonly title: string | null;
  readonly raw_details: string | null;
}

export interface CheckRun {
  readonly kind: "check-run";
  readonly id: number;
  readonly nodeId: string;
  readonly suite: CheckSuite;
  name: string;
  status: CheckStatus;
  conclusion: string | null;
  detailsUrl: string;
  externalId: string;
  startedAt: string;
  completedAt: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  readonly annotations: Annotation[];
}
