// A passage of a document that a block may say: what a recogniser finds.

import type { DocumentClaims } from "../claims/document-claims.ts";
import type { Plan, PlannedMilestone } from "../domain/plan.ts";
import type { Part } from "./parts.ts";

export interface Subject {
  readonly plan: Plan;
  /** The one that the document is about; null if it is about all. */
  readonly milestone: PlannedMilestone | null;
  readonly text: string;
  readonly claims: DocumentClaims;
  /** As recognisers see them, see readable-lines.ts. */
  readonly lines: readonly string[];
  readonly root: Part;
}

export interface Candidate {
  readonly block: string;
  readonly options: Readonly<Record<string, string>>;
  /** Lines from 0; `to` is behind the last. */
  readonly from: number;
  readonly to: number;
  /** How much of the first line stays, in UTF-16 units: the label that the block has none of. */
  readonly kept: number;
  /** Why it was recognised, as the rest of "Recognised by: …". */
  readonly reason: string;
  /** It stands under a heading that says what it is, so that it is the one to keep of several copies. */
  readonly isHeaded: boolean;
  /** The block says all of it; else it may only go as a copy of what several regions say. */
  readonly isWhole: boolean;
  /** It is in words rather than issues, so the block must say these. */
  readonly comparesWords: boolean;
  /** The issues that it lists. */
  readonly issues: readonly number[];
}

/** Something that looks like a block's, and why it stays a person's. */
export interface Left {
  readonly from: number;
  readonly to: number;
  /** Null where it is like no block. */
  readonly block: string | null;
  readonly reason: string;
}

export interface Recognised {
  readonly candidates: readonly Candidate[];
  readonly left: readonly Left[];
}

export type Recogniser = (subject: Subject) => Recognised;

/** A candidate without what follows from its lines. */
export type Found = Omit<
  Candidate,
  "kept" | "isHeaded" | "issues" | "options" | "isWhole" | "comparesWords"
> &
  Partial<Pick<Candidate, "kept" | "isHeaded" | "options" | "isWhole" | "comparesWords">>;
