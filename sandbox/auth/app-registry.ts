/** Registered Apps, their installations and tokens. Key pairs are the only thing that is random. */
import { createHash, generateKeyPairSync, type KeyObject } from "node:crypto";
import type { Account, Repository } from "../world/model.ts";
import { WorldError } from "../world/world-error.ts";
import type { WorldState } from "../world/world-state.ts";
import { narrowedInstallation, type TokenScope } from "./narrowed-installation.ts";
import { type PermissionInput, type Permissions, permissionsFrom } from "./permissions.ts";

export interface RegisteredApp {
  readonly appId: number;
  /** PEM, PKCS#8. */
  readonly privateKey: string;
  readonly clientId: string;
  readonly slug: string;
}

export interface AppInput {
  readonly slug: string;
  /** Where deliveries go; an App that is not up yet can say so later. */
  readonly webhookUrl?: string;
  /** Takes deliveries in the same process, instead of the network. */
  readonly deliver?: (request: Request) => Promise<Response>;
  readonly webhookSecret: string;
  /** Events delivered; all of them unless given. `installation*` always arrive. */
  readonly events?: readonly string[];
  /** Put over metadata: read, issues, contents and pull_requests: write. */
  readonly permissions?: PermissionInput;
}

export interface AppRecord {
  readonly app: RegisteredApp;
  readonly publicKey: KeyObject;
  readonly bot: Account;
  input: AppInput;
  /** What the App asks for; an installation has what it had when its account last agreed. */
  permissions: Permissions;
}

export interface Installation {
  readonly id: number;
  readonly app: AppRecord;
  readonly account: Account;
  readonly selection: "all" | "selected";
  /** The chosen repositories; empty when `selection` is "all". */
  readonly selected: Set<Repository>;
  readonly createdAt: string;
  permissions: Permissions;
  suspendedAt: string | null;
  suspendedBy: Account | null;
  /** Where this is the view of a token for some repositories: those, and the installation itself. */
  readonly reach?: ReadonlySet<Repository>;
  readonly whole?: Installation;
}

export interface Token {
  readonly value: string;
  readonly installation: Installation;
  /** Milliseconds of the signers' clock: Octokit compares them with its own. */
  readonly expiresAt: number;
}

const HOUR_MS = 3_600_000;

interface KeyPair {
  readonly publicKey: KeyObject;
  /** The private key. */
  readonly pem: string;
}

/** Made once per process, because making them is slow: the first App of every sandbox has the first. */
const keyPairs: KeyPair[] = [];

function keyPair(index: number): KeyPair {
  const known = keyPairs[index];
  if (known !== undefined) return known;
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const pair = { publicKey, pem };
  keyPairs[index] = pair;
  return pair;
}

export class AppRegistry {
  readonly apps: AppRecord[] = [];
  readonly installations: Installation[] = [];
  readonly #tokens = new Map<string, Token>();
  #installed = 0;
  #issued = 0;
  readonly #state: WorldState;
  /** What the Apps' own clocks say: milliseconds since 1970. */
  readonly signersNow: () => number;

  constructor(state: WorldState, signersNow: () => number = Date.now) {
    this.#state = state;
    this.signersNow = signersNow;
  }

  register(input: AppInput): AppRecord {
    const { pem, publicKey } = keyPair(this.apps.length);
    const appId = 1001 + this.apps.length;
    const app = { appId, privateKey: pem, clientId: `Iv23sandbox${appId}`, slug: input.slug };
    const bot = this.#state.account(`${input.slug}[bot]`, "Bot");
    const permissions = permissionsFrom(input.permissions ?? {});
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
      id: this.#nextInstallation(),
      app: record,
      account: this.#state.account(login),
      selection: repositories === "all" ? "all" : "selected",
      selected: new Set(repositories === "all" ? [] : repositories),
      createdAt: this.#state.tick(),
      permissions: record.permissions,
      ...{ suspendedAt: null, suspendedBy: null },
    };
    this.installations.push(installation);
    return installation;
  }

  /** Ends an installation, and its tokens with it. */
  uninstall(installation: Installation): void {
    this.installations.splice(this.installations.indexOf(installation), 1);
    for (const [value, token] of this.#tokens) {
      if (token.installation.id === installation.id) this.#tokens.delete(value);
    }
  }

  /** Whether an installation reaches a repository. */
  covers(installation: Installation, repository: Repository): boolean {
    const { whole, reach } = installation;
    if (whole !== undefined)
      return reach?.has(repository) === true && this.covers(whole, repository);
    if (repository.owner !== installation.account) return false;
    return installation.selection === "all" || installation.selected.has(repository);
  }

  /** The repositories an installation reaches, in order of creation. */
  repositoriesOf(installation: Installation): readonly Repository[] {
    return this.#state.repositories.filter((one) => this.covers(installation, one));
  }

  #nextInstallation(): number {
    this.#installed += 1;
    return 50_000 + this.#installed;
  }

  /** A new token, good for an hour of the signers' clock; the scope narrows it. */
  createToken(installation: Installation, scope: TokenScope = {}): Token {
    if (installation.suspendedAt !== null) {
      throw new WorldError("forbidden", "This installation has been suspended");
    }
    const digest = createHash("sha256").update(`token ${this.#issued}`).digest("hex");
    this.#issued += 1;
    const value = `ghs_${digest.slice(0, 36)}`;
    const seen = narrowedInstallation(installation, scope);
    const token = { value, installation: seen, expiresAt: this.signersNow() + HOUR_MS };
    this.#tokens.set(value, token);
    return token;
  }

  /** The token of that value while it is good. */
  findToken(value: string): Token | undefined {
    const token = this.#tokens.get(value);
    if (token === undefined || token.expiresAt < this.signersNow()) return undefined;
    return token;
  }
}
