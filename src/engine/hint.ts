/** What an event makes stale, beyond what changed since the last read. Sets of hints are merged. */
export type Hint =
  /** Something changed that a delta read will find. */
  | { readonly kind: "delta" }
  /** Forget what is cached and read everything. */
  | { readonly kind: "everything" }
  /** Events may have been lost: look in GitHub for commands that have not run. */
  | { readonly kind: "missed-texts" }
  /** Read these whatever their date says: GitHub does not move it for every change. */
  | { readonly kind: "issue"; readonly number: number }
  /** Deleted or transferred: drop it. */
  | { readonly kind: "issue-gone"; readonly number: number }
  | { readonly kind: "label-renamed"; readonly id: string; readonly name: string }
  | { readonly kind: "label-deleted"; readonly id: string }
  /** A pull request was opened or has new commits: it may touch plan documents. */
  | { readonly kind: "pull-request"; readonly number: number }
  /** Not stale, but why: the webhook that a log line and a measurement can name. */
  | {
      readonly kind: "cause";
      readonly delivery: string;
      /** With its action: "issues.closed". */
      readonly event: string;
      /** Milliseconds since 1970. */
      readonly receivedAt: number;
    }
  /** A comment or an opening text, by node id, that may hold commands: in the order of the hints. */
  | { readonly kind: "text"; readonly id: string };
