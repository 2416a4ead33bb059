import type { DocumentClaims, Place } from "../claims/document-claims.ts";
import type { Plan } from "../domain/plan.ts";
export interface LintSubject {
  readonly path: string;
  readonly text: string;
  readonly claims: DocumentClaims;
  readonly plan: Plan | null;
}
export interface LintFinding {
  readonly line: number;
  readonly lines: readonly number[];
  readonly place?: Place;
  readonly message: string;
  readonly claims: readonly string[];
  readonly edits?: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}
export interface Rule {
  readonly id: string;
  readonly severity: "error" | "warning" | "info";
  readonly meaning: string;
  readonly example: string;
  readonly offline: boolean;
  /** Silent about reports of the past, templates and the like. */
  readonly ofPlans?: true;
  readonly fixes: boolean;
  check(subject: LintSubject): readonly LintFinding[];
}
