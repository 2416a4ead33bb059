/**
 * Every API call the sandbox answered, in order, with GitHub's price of it. Web site actions of
 * `world.as(...)` are no API calls and do not appear here.
 */
export type CallKind = "read" | "write" | "auth";

export interface ApiCall {
  readonly kind: CallKind;
  /** REST: the route's template. GraphQL: `query Name` or `mutation createCommitOnBranch`. */
  readonly name: string;
  /** HTTP status as the caller saw it; 0 where the connection was cut. */
  readonly status: number;
  /** REST: 1 for a read, 5 for a write. GraphQL: points of the documented formula, 1 for a mutation. */
  readonly cost: number;
  /** Sandbox time of the answer, ISO 8601. */
  readonly at: string;
  /** `owner/name`, where the call concerned one repository. */
  readonly repository?: string;
}

export class CallLog {
  readonly #calls: ApiCall[] = [];
  readonly #listeners = new Set<(call: ApiCall) => void>();

  add(call: ApiCall): void {
    this.#calls.push(call);
    for (const listener of this.#listeners) listener(call);
  }

  /** Tells of each call from now on; the result ends it. */
  listen(listener: (call: ApiCall) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  all(): readonly ApiCall[] {
    return [...this.#calls];
  }

  /** A place in the log to hand to `since`. `clear()` makes earlier marks meaningless. */
  mark(): number {
    return this.#calls.length;
  }

  since(mark: number): readonly ApiCall[] {
    return this.#calls.slice(mark);
  }

  clear(): void {
    this.#calls.length = 0;
  }
}
