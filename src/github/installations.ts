/** Every repository that the App is installed on. Suspended installations and archives are left out. */
import { GoneError, RefusedError } from "../engine/errors.ts";
import type { Installations, InstalledRepository } from "../engine/ports.ts";
import { connect, type Octokit, type OctokitFor } from "./octokit.ts";
import { translateError } from "./translate-error.ts";

/** `appOctokit` acts as the App itself, which may list its installations but read no repository. */
export function createInstallations(appOctokit: Octokit, octokitFor: OctokitFor): Installations {
  return {
    async *list() {
      for await (const installation of listActive(appOctokit)) {
        yield* listRepositories(octokitFor, installation);
      }
    },
    listOf: (installation) => listRepositories(octokitFor, installation),
  };
}

async function* listActive(octokit: Octokit): AsyncIterable<number> {
  try {
    const pages = octokit.paginate.iterator("GET /app/installations", { per_page: 100 });
    for await (const { data } of pages) {
      for (const { id, suspended_at } of data) if (!suspended_at) yield id;
    }
  } catch (error) {
    throw translateError(error);
  }
}

/** One that is uninstalled while the list is read, or refuses our address, ends it for itself only. */
async function* listRepositories(
  octokitFor: OctokitFor,
  installation: number,
): AsyncIterable<InstalledRepository> {
  try {
    const octokit = await connect(octokitFor, installation);
    const pages = octokit.paginate.iterator("GET /installation/repositories", { per_page: 100 });
    for await (const { data } of pages) {
      for (const { id, owner, name, archived, pushed_at, updated_at } of data) {
        if (archived) continue;
        const lastActiveAt = latest(pushed_at, updated_at);
        yield { installation, owner: owner.login, name, id, lastActiveAt };
      }
    }
  } catch (error) {
    const translated = translateError(error);
    const isItsOwn = translated instanceof GoneError || translated instanceof RefusedError;
    if (!isItsOwn) throw translated;
  }
}

/** ISO 8601 instants sort as texts. */
function latest(...instants: readonly (string | null)[]): string {
  return instants.reduce<string>((most, one) => (one !== null && one > most ? one : most), "");
}
