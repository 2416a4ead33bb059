/**
 * The world of one sandbox as tests and the demo use it: people act through `as`, everything can be
 * read, nothing needs HTTP. What is handed out is live; change it only through a person's acts.
 */
import { Buffer } from "node:buffer";
import { requireIssue } from "./lookup.ts";
import type { Comment, Commit, Issue, Repository, Role, TimelineEvent } from "./model.ts";
import type { Notification } from "./notification.ts";
import { type Person, personOf } from "./person.ts";
import type { RepositoryName } from "./person-context.ts";
import { createRepository, type NewRepository } from "./repositories.ts";
import { BUILT_IN_ROLES, roleOf } from "./roles.ts";
import type { Ruleset } from "./ruleset.ts";
import type { WorldEvent } from "./world-event.ts";
import type { WorldState } from "./world-state.ts";

export type { Person };

/** The default branch unless `branches` says otherwise; nobody may pass by unless `bypass` does. */
export type RulesetInput = Pick<Ruleset, "rules"> & Partial<Omit<Ruleset, "id" | "rules">>;

export class World {
  readonly #state: WorldState;

  constructor(state: WorldState) {
    this.#state = state;
    for (const login of BUILT_IN_ROLES.keys()) state.account(login);
  }

  createRepository(input: NewRepository): Repository {
    return createRepository(this.#state, input);
  }

  /** The repository of that `owner/name`; throws when there is none. */
  repository(nameWithOwner: string): Repository {
    return this.#state.repository(nameWithOwner);
  }

  /** Gives a person another role in one repository; a custom one has a name besides. */
  setRole(repo: RepositoryName, login: string, role: Role, customName: string = role): void {
    const name = this.#state.account(login).login.toLowerCase();
    this.#find(repo).roles.set(name, role);
    this.#find(repo).roleNames.set(name, customName);
  }

  /** What a person may do in a repository. */
  roleOf(repo: RepositoryName, login: string): Role {
    return roleOf(this.#find(repo), this.#state.account(login));
  }

  /** From now on a branch takes commits by merged pull requests only. */
  protectBranch(repo: RepositoryName, branch: string): void {
    this.#find(repo).protectedBranches.add(branch);
  }

  /** Adds a ruleset; it binds everyone whose login is not in `bypass`. */
  addRuleset(repo: RepositoryName, input: RulesetInput): Ruleset {
    const repository = this.#find(repo);
    const { id } = this.#state.identify("RS");
    const { name = "rules", branches = ["~DEFAULT_BRANCH"], rules, bypass = [] } = input;
    const ruleset: Ruleset = { id, name, branches, rules, bypass };
    repository.rulesets.push(ruleset);
    return ruleset;
  }

  /** A person at the web site. Each act changes the world before it returns. */
  as(login: string): Person {
    return personOf({ state: this.#state, actor: this.#state.account(login) });
  }

  /** Tells of each thing that happens from now on, after the Apps' deliveries are queued; the result ends it. */
  listen(listener: (event: WorldEvent) => void): () => void {
    const { listeners } = this.#state;
    listeners.push(listener);
    return () => {
      const place = listeners.indexOf(listener);
      if (place >= 0) listeners.splice(place, 1);
    };
  }

  /** Runs `build` without telling any App of it. */
  withoutWebhooks<Result>(build: () => Result): Result {
    const before = this.#state.isSilent;
    this.#state.isSilent = true;
    try {
      return build();
    } finally {
      this.#state.isSilent = before;
    }
  }

  /** All issues of a repository by number, without pull requests. */
  issues(repo: RepositoryName): readonly Issue[] {
    const issues = [...this.#find(repo).issues.values()].filter(({ pull }) => pull === null);
    return issues.sort((a, b) => a.number - b.number);
  }

  /** The issue or pull request; throws when it is not there or deleted. */
  issue(repo: RepositoryName, number: number): Issue {
    return requireIssue(this.#find(repo), number);
  }

  comments(repo: RepositoryName, number: number): readonly Comment[] {
    return this.issue(repo, number).comments;
  }

  timeline(repo: RepositoryName, number: number): readonly TimelineEvent[] {
    return this.issue(repo, number).timeline;
  }

  /** Pinned issues, in the order they were pinned. */
  pinned(repo: RepositoryName): readonly Issue[] {
    return this.#find(repo).pins.map((pin) => pin.issue);
  }

  /** The bytes of a file at the head of a branch (the default one unless named). */
  file(repo: RepositoryName, path: string, branch?: string): Uint8Array | undefined {
    const repository = this.#find(repo);
    const entry = this.#head(repository, branch)?.files.get(path);
    return entry === undefined ? undefined : repository.blobs.get(entry.sha);
  }

  /** As `file`, read as UTF-8. */
  text(repo: RepositoryName, path: string, branch?: string): string | undefined {
    const bytes = this.file(repo, path, branch);
    return bytes === undefined ? undefined : Buffer.from(bytes).toString("utf8");
  }

  /** Paths of all files at the head of a branch. */
  paths(repo: RepositoryName, branch?: string): readonly string[] {
    return [...(this.#head(this.#find(repo), branch)?.files.keys() ?? [])];
  }

  /** First-parent history of a branch, newest first. */
  commits(repo: RepositoryName, branch?: string): readonly Commit[] {
    const history: Commit[] = [];
    let commit = this.#head(this.#find(repo), branch);
    while (commit !== undefined) {
      history.push(commit);
      commit = commit.parents[0];
    }
    return history;
  }

  /** Every notification sent so far, or one person's. */
  notifications(login?: string): readonly Notification[] {
    const wanted = login?.toLowerCase();
    return this.#state.notifications.filter((one) => wanted === undefined || one.login === wanted);
  }

  #find(repo: RepositoryName): Repository {
    return typeof repo === "string" ? this.#state.repository(repo) : repo;
  }

  #head(repository: Repository, branch = repository.defaultBranch): Commit | undefined {
    return repository.refs.get(branch)?.target;
  }
}
