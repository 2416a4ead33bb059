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
export interface Mark {
  readonly state: ClaimedState;
  readonly kind: "box" | "emoji" | "word";
  readonly place: Place;
  readonly text: string;
}
export interface Reference {
  readonly kind: "issue" | "key";
  readonly numbers: readonly number[];
  readonly key: string | null;
  readonly repository: string | null;
  readonly range: boolean;
  readonly place: Place;
  readonly attribute: string | null;
}
export interface Item {
  readonly place: Place;
  readonly references: readonly Reference[];
  readonly marks: readonly Mark[];
  readonly words: string;
}
export interface CountClaim {
  readonly place: Place;
  readonly done: number | null;
  readonly total: number;
  readonly percent: number | null;
  readonly unit: string | null;
  readonly remainder: string | null;
  readonly complete: boolean;
  readonly label: string;
}
export interface Chain {
  readonly place: Place;
  readonly stages: readonly (readonly number[])[];
  readonly text: string;
}
export interface Section {
  readonly title: string;
  readonly level: number;
  readonly place: Place;
  readonly items: readonly Item[];
  readonly counts: readonly CountClaim[];
  readonly chains: readonly Chain[];
  readonly sections: readonly Section[];
  readonly target: string | null;
}
export interface DocumentClaims {
  readonly root: Section;
  readonly kept: readonly Place[];
}
