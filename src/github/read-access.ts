/**
 * What somebody may do in a repository, remembered for 5 minutes at most: roles change seldom, and whoever
 * loses one should not command for long.
 */
import { LRUCache } from "lru-cache";
import { type Access, accessLevels } from "../domain/access.ts";
import type { Clock, RepositoryAddress } from "../engine/ports.ts";
import { hasStatus } from "./call-rest.ts";
import type { Octokit } from "./octokit.ts";
import { translateError } from "./translate-error.ts";

const rememberedMilliseconds = 5 * 60_000;
const mostRemembered = 10_000;

export type AccessOf = (
  address: RepositoryAddress,
  login: string,
  connected: () => Promise<Octokit>,
) => Promise<Access>;

export function createAccessReader(clock: Clock): AccessOf {
  const known = new LRUCache<string, Promise<Access>>({
    // As a size, not as `max`: that would make room for all of them at once.
    maxSize: mostRemembered,
    sizeCalculation: () => 1,
    ttl: rememberedMilliseconds,
    ttlResolution: 0,
    perf: { now: () => Date.parse(clock.now()) },
  });
  return (address, login, connected) => {
    const key = keyOf(address, login);
    const found = known.get(key);
    if (found) return found;
    const asked = connected().then((octokit) => readAccess(octokit, address, login));
    known.set(key, asked);
    asked.catch(() => {
      if (known.peek(key) === asked) known.delete(key);
    });
    return asked;
  };
}

function keyOf({ installation, owner, name }: RepositoryAddress, login: string): string {
  return `${installation} ${owner}/${name} ${login}`.toLowerCase();
}

async function readAccess(
  octokit: Octokit,
  { owner, name }: RepositoryAddress,
  username: string,
): Promise<Access> {
  const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
  try {
    const { data } = await octokit.request(route, { owner, repo: name, username });
    return toAccess(data.permission, data.user?.permissions ?? {});
  } catch (error) {
    // No user of that name. Where the repository itself is gone, every other call tells.
    if (hasStatus(error, 404)) return "none";
    throw translateError(error);
  }
}

const flagOf = {
  read: "pull",
  triage: "triage",
  write: "push",
  maintain: "maintain",
  admin: "admin",
} as const;

type Flags = Readonly<Partial<Record<(typeof flagOf)[keyof typeof flagOf], boolean>>>;

/**
 * The flags tell all levels, but need not be there for those who are no collaborators; the word folds
 * "triage" into "read" and "maintain" into "write". In a public repository everybody has "read".
 */
function toAccess(word: string, flags: Flags): Access {
  const has = (level: Access) =>
    level === word || (level !== "none" && flags[flagOf[level]] === true);
  return accessLevels.findLast(has) ?? "none";
}
