/**
 * What happened, before it is a webhook: the event's name and action and the things it concerns, by
 * the payload key they will have. Whoever listens must read them at once, they go on changing.
 */
import type { Account, Repository } from "./model.ts";

export interface WorldEvent {
  /** The value of `X-GitHub-Event`. */
  readonly name: string;
  readonly action?: string;
  readonly repository: Repository;
  /** Who owned it until now, where that is what happened. */
  readonly formerOwner?: Account;
  readonly sender: Account;
  /** The id of the only App it is told. */
  readonly onlyTo?: number;
  readonly parts: Readonly<Record<string, unknown>>;
}
