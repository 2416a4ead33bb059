// What a region of Milepost's in a document is, and what can be wrong with one. Offsets count bytes.

/** A text of Milepost's between an opening marker and its end marker. */
export interface Region {
  /** `block`: both markers on lines of their own. `inline`: both within one line. */
  readonly kind: "block" | "inline";
  readonly name: string;
  readonly options: ReadonlyMap<string, string>;
  /** The opening marker's line, from 1. */
  readonly line: number;
  /** Offset of the first byte of the text between the markers. */
  readonly start: number;
  /** Offset after the last byte of the text; of a block, the start of the end marker's line. */
  readonly end: number;
  /** White space before the opening marker of a block, put before each of its lines. */
  readonly indent: string;
  readonly eol: "\n" | "\r\n";
}

/** Why the markers of a document cannot be trusted. With one of these, nothing is written. */
export interface RegionProblem {
  readonly kind:
    | "unclosed"
    | "unopened"
    | "nested"
    | "duplicate-option"
    | "malformed"
    | "misplaced";
  /** The marker's line, from 1. */
  readonly line: number;
  /** What is wrong and what to do, one sentence or two of plain text. */
  readonly message: string;
}

/** All regions in order of position, and all problems in order of line. */
export interface FoundRegions {
  readonly regions: readonly Region[];
  readonly problems: readonly RegionProblem[];
}
