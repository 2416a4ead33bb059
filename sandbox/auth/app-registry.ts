/** Registered Apps, their installations and tokens. Key pairs are the only thing that is random. */
import { createHash, generateKeyPairSync, type KeyObject } from "node:crypto";
import type { Account, Repository } from "../world/model.ts";
import { WorldError } from "../world/world-error.ts";
import type { WorldState } from "../world/world-state.ts";

export interface RegisteredApp {
  readonly appId: number;
  /** PEM, PKCS#8. */
  readonly privateKey: string;
  readonly clientId: string;
  readonly slug: string;
}

export type Permissions = Readonly<Record<string, "read" | "write">>;

export interface AppInput {
  readonly slug: string;
  /** Where deliveries go; an App that is not up yet can say so later. */
  readonly webhookUrl: string;
  readonly webhookSecret: string;
  /** Events delivered; all of them unless given. `installation*` always arrive. */
  readonly events?: readonly string[];
  readonly permissions?: Permissions;
}

export interface AppRecord {
  readonly app: RegisteredApp;
  readonly publicKey: KeyObject;
  readonly bot: Account;
  input: AppInput;
  readonly permissions: Permissions;
}

export interface Installation {
  readonly id: number;
  readonly app: AppRecord;
  readonly account: Account;
  readonly selection: "all" | "selected";
  /** The chosen repositories; empty when `selection` is "all". */
  readonly selected: Set<Repository>;
  readonly createdAt: string;
  suspendedAt: string | null;
}

export interface Token {
  readonly value: string;
  readonly installation: Installation;
  /** Milliseconds of the real clock: Octokit compares them with its own. */
  readonly expiresAt: number;
}

const DEFAULT_PERMISSIONS: Permissions = {
  metadata: "read",
  issues: "write",
  contents: "write",
  pull_requests: "write",
};
const HOUR_MS = 3_600_000;

export class AppRegistry {
  readonly apps: AppRecord[] = [];
  readonly installations: Installation[] = [];
  readonly #tokens = new Map<string, Token>();
  readonly #state: WorldState;

  constructor(state: WorldState) {
    this.#state = state;
  }

  register(input: AppInput): AppRecord {
    const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const appId = 1001 + this.apps.length;
    const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const app = { appId, privateKey: pem, clientId: `Iv23sandbox${appId}`, slug: input.slug };
    const bot = this.#state.account(`${input.slug}[bot]`, "Bot");
    const permissions = { ...DEFAULT_PERMISSIONS, ...input.permissions };
    const record: AppRecord = { app, publicKey, bot, input, permissions };
    this.apps.push(record);
    return record;
  }

  install(
    record: AppRecord,
    login: string,
    repositories: readonly Repository[] | "all",
  ): Installation {
    const installation: Installation = {
      id: 50_001 + this.installations.length,
      app: record,
      account: this.#state.account(login),
      selection: repositories === "all" ? "all" : "selected",
      selected: new Set(repositories === "all" ? [] : repositories),
      createdAt: this.#state.tick(),
      suspendedAt: null,
    };
    this.installations.push(installation);
    return installation;
  }

  /** Whether an installation reaches a repository. */
  covers(installation: Installation, repository: Repository): boolean {
    if (repository.owner !== installation.account) return false;
    return installation.selection === "all" || installation.selected.has(repository);
  }

  /** The repositories an installation reaches, in order of creation. */
  repositoriesOf(installation: Installation): readonly Repository[] {
    return this.#state.repositories.filter((one) => this.covers(installation, one));
  }

  /** A new token, good for an hour of the real clock. */
  createToken(installation: Installation): Token {
    if (installation.suspendedAt !== null) {
      throw new WorldError("forbidden", "This installation has been suspended");
    }
    const digest = createHash("sha256").update(`token ${this.#tokens.size}`).digest("hex");
    const value = `ghs_${digest.slice(0, 36)}`;
    const token = { value, installation, expiresAt: Date.now() + HOUR_MS };
    this.#tokens.set(value, token);
    return token;
  }

  /** The token of that value while it is good. */
  findToken(value: string): Token | undefined {
    const token = this.#tokens.get(value);
    if (token === undefined || token.expiresAt < Date.now()) return undefined;
    return token.installation.suspendedAt === null ? token : undefined;
  }
}
