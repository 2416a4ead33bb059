/**
 * All state of one sandbox: accounts, repositories, every thing by its node id, the clock, and the
 * counters that make ids. Ids depend only on the order of creation, so equal scripts get equal ids.
 */
import { Buffer } from "node:buffer";
import type { SandboxClock } from "../sandbox-clock.ts";
import type { CheckRun, CheckSuite } from "./check-model.ts";
import type { Account, Comment, Issue, Repository } from "./model.ts";
import type { Notification } from "./notification.ts";
import { ASSUMED, type Unverified } from "./unverified.ts";
import { WorldError } from "./world-error.ts";
import type { WorldEvent } from "./world-event.ts";

export interface Identity {
  readonly id: number;
  readonly nodeId: string;
}

const FIRST_ID = 1_000_000;

export class WorldState {
  readonly clock: SandboxClock;
  readonly accounts = new Map<string, Account>();
  readonly repositories: Repository[] = [];
  readonly nodes = new Map<string, { readonly kind: string }>();
  readonly issuesById = new Map<number, Issue>();
  readonly comments = new Map<number, Comment>();
  readonly checkRuns = new Map<number, CheckRun>();
  readonly checkSuites: CheckSuite[] = [];
  readonly notifications: Notification[] = [];
  /** Names a repository had before, lower case. */
  readonly namesTaken = new Map<string, Repository>();
  readonly listeners: ((event: WorldEvent) => void)[] = [];
  /** While true nothing is told to listeners: the world is being built. */
  isSilent = false;
  readonly #counters = new Map<string, number>();

  readonly unverified: Unverified;

  constructor(clock: SandboxClock, unverified: Partial<Unverified> = {}) {
    this.clock = clock;
    this.unverified = { ...ASSUMED, ...unverified };
  }

  /** Begins a change of state: lets the clock tick and returns the time of the change. */
  tick(): string {
    this.clock.tick();
    return this.clock.iso();
  }

  /**
   * The next database id and node id of a kind of thing; `prefix` is GitHub's, e.g. `I` for issues.
   * Kinds that share one space of database ids share a counter.
   */
  identify(prefix: string, counter = prefix): Identity {
    const id = (this.#counters.get(counter) ?? FIRST_ID) + 1;
    this.#counters.set(counter, id);
    return { id, nodeId: nodeId(prefix, String(id)) };
  }

  emit(event: WorldEvent): void {
    if (this.isSilent) return;
    for (const listener of this.listeners) listener(event);
  }

  /** The account of that login; a login never seen before becomes a person. */
  account(login: string, type: Account["type"] = "User"): Account {
    const known = this.accounts.get(login.toLowerCase());
    if (known !== undefined) return known;
    const email = (id: number) => `${id}+${login}@users.noreply.github.com`;
    const { id, nodeId: node } = this.identify(
      type === "Bot" ? "BOT" : type === "User" ? "U" : "O",
    );
    const account: Account = { kind: "account", login, id, nodeId: node, type, email: email(id) };
    this.accounts.set(login.toLowerCase(), account);
    this.nodes.set(node, account);
    return account;
  }

  /** The repository of that `owner/name`, by an earlier name too. */
  findRepository(nameWithOwner: string): Repository | undefined {
    return this.namesTaken.get(nameWithOwner.toLowerCase());
  }

  /** As `findRepository`; throws "not-found". */
  repository(nameWithOwner: string): Repository {
    const repository = this.findRepository(nameWithOwner);
    if (repository === undefined) {
      throw new WorldError(
        "not-found",
        `Could not resolve to a Repository with the name '${nameWithOwner}'.`,
      );
    }
    return repository;
  }
}

/** A node id in GitHub's new style: the kind, then bytes in URL-safe base64. */
export function nodeId(prefix: string, key: string): string {
  return `${prefix}_kw${Buffer.from(key).toString("base64url")}`;
}
