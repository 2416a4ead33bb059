// What live mode changes in a text, and what it says of what it left alone.

/** UTF-16 offsets; the line from 1. */
export interface LiveEdit {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly text: string;
}

export interface LiveFinding {
  readonly line: number;
  /** What is unclear and what to do. */
  readonly message: string;
  /** Those that the message names. */
  readonly issues?: readonly number[];
}

export interface LiveChanges {
  /** In order, without overlap; none has the text that is there. */
  readonly edits: readonly LiveEdit[];
  readonly findings: readonly LiveFinding[];
}

export function applyEdits(text: string, edits: readonly LiveEdit[]): string {
  const parts: string[] = [];
  let offset = 0;
  for (const edit of edits) {
    parts.push(text.slice(offset, edit.start), edit.text);
    offset = edit.end;
  }
  return parts.join("") + text.slice(offset);
}
