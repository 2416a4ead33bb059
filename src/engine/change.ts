/**
 * Every write that Milepost can make, as data. `decide` returns them, an applier performs them;
 * not applying is a dry run.
 */

export interface FileChange {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export type Change =
  | { readonly kind: "create-issue"; readonly title: string; readonly body: string }
  | {
      readonly kind: "edit-issue-body";
      readonly issueId: string;
      /** From the body as it is now to the body wanted; undefined leaves it alone. */
      readonly edit: (current: string) => string | undefined;
    }
  | { readonly kind: "pin-issue"; readonly issueId: string }
  | { readonly kind: "close-issue"; readonly issueId: string }
  | {
      readonly kind: "commit-files";
      readonly branch: string;
      /** The head that the files were computed from: the write is refused if it has moved. */
      readonly expectedHead: string;
      readonly headline: string;
      readonly body: string;
      readonly files: readonly FileChange[];
    };

/** What a change did. */
export type Applied =
  | {
      readonly kind: "issue-created";
      readonly number: number;
      readonly issueId: string;
      readonly body: string;
    }
  | { readonly kind: "issue-edited"; readonly body: string }
  | { readonly kind: "issue-pinned" }
  | { readonly kind: "issue-closed" }
  /** GitHub allows three pinned issues, and there are three already. */
  | { readonly kind: "no-room-to-pin" }
  | { readonly kind: "committed"; readonly headOid: string }
  /** The text was already as wanted, or the edit declined. */
  | { readonly kind: "unchanged"; readonly body: string };
