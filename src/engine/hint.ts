/** What an event makes stale, beyond what changed since the last read. Sets of hints are merged. */
export type Hint =
  /** Something changed that a delta read will find. */
  | { readonly kind: "delta" }
  /** Forget what is cached and read everything. */
  | { readonly kind: "everything" }
  /** Read these whatever their date says: GitHub does not move it for every change. */
  | { readonly kind: "issue"; readonly number: number }
  /** Deleted or transferred: drop it. */
  | { readonly kind: "issue-gone"; readonly number: number }
  | { readonly kind: "label-renamed"; readonly id: string; readonly name: string }
  | { readonly kind: "label-deleted"; readonly id: string };
