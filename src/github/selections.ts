/**
 * Whether an installation has all repositories of its account or chosen ones, remembered for a minute:
 * the jobs of one installation ask together, and the account may change it at any time.
 */
import { LRUCache } from "lru-cache";
import type { RepositorySelection, Selections } from "../engine/ports.ts";
import type { Octokit } from "./octokit.ts";
import { translateError } from "./translate-error.ts";

const rememberedMilliseconds = 60_000;
const mostRemembered = 10_000;

/** `appOctokit` acts as the App itself: an installation may not ask for this. */
export function createSelections(appOctokit: Octokit): Selections {
  const known = new LRUCache<number, Promise<RepositorySelection>>({
    max: mostRemembered,
    ttl: rememberedMilliseconds,
  });
  return {
    selectionOf(installation) {
      const found = known.get(installation);
      if (found) return found;
      const asked = readSelection(appOctokit, installation);
      known.set(installation, asked);
      asked.catch(() => {
        if (known.get(installation) === asked) known.delete(installation);
      });
      return asked;
    },
    forget(installation) {
      known.delete(installation);
    },
  };
}

async function readSelection(octokit: Octokit, id: number): Promise<RepositorySelection> {
  try {
    const route = "GET /app/installations/{installation_id}";
    const { data } = await octokit.request(route, { installation_id: id });
    return data.repository_selection;
  } catch (error) {
    throw translateError(error);
  }
}
