// The reading model: what a hand-written plan document says, with the places where it says so.

/** UTF-16 offsets into the text, and the line from 1. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

export type ClaimedState =
  | "done"
  | "in progress"
  | "ready"
  | "open"
  | "on hold"
  | "blocked"
  | "failed";

/** A sign of a state: "[x]", "✅" or "(in progress". */
export interface Mark {
  readonly state: ClaimedState;
  readonly kind: "box" | "emoji" | "word";
  readonly place: Place;
  readonly text: string;
}

export interface Reference {
  readonly kind: "issue" | "key" | "title";
  /** Of issues; a range lists all its numbers. */
  readonly numbers: readonly number[];
  /** As it is written: "US-1" or "DB-004 through DB-008"; null for a reference by number or title. */
  readonly key: string | null;
  readonly repository: string | null;
  readonly range: boolean;
  readonly place: Place;
  /** Null for a member; else the words that make it none: "duplicates of", "parent"; "part" for a step of a keyed issue. */
  readonly attribute: string | null;
}

/** One entry: a line, or a piece of one between "|". */
export interface Item {
  readonly place: Place;
  readonly references: readonly Reference[];
  readonly marks: readonly Mark[];
  readonly words: string;
}

/** "39/50 (78%)" or "11 issues". */
export interface CountClaim {
  /** Of the figures only. */
  readonly place: Place;
  readonly done: number | null;
  readonly total: number;
  readonly percent: number | null;
  readonly unit: string | null;
  /** What follows the figures: "– 1 alert remaining". */
  readonly remainder: string | null;
  /** It is said to be COMPLETE. */
  readonly complete: boolean;
  /** The heading or lead-in that it stands with. */
  readonly label: string;
}

/** Issues in the order in which they are to be done; those of a stage at the same time. */
export interface Chain {
  readonly place: Place;
  readonly stages: readonly (readonly number[])[];
  readonly text: string;
}

export interface Section {
  readonly title: string;
  /** 1 to 6; 0 for a lead-in in bold, and for the whole document. */
  readonly level: number;
  /** Of its first line. */
  readonly place: Place;
  readonly items: readonly Item[];
  readonly counts: readonly CountClaim[];
  readonly chains: readonly Chain[];
  readonly sections: readonly Section[];
  /** The milestone that its issues were moved to: "M5" in "Moved to M5". */
  readonly target: string | null;
}

export interface DocumentClaims {
  readonly root: Section;
  /** What the people want left alone, by `<!-- milepost:keep -->`. */
  readonly kept: readonly Place[];
}
