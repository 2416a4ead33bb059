/** Who may do what in a repository, and what people did there. */
import type { Clock, People } from "../engine/ports.ts";
import { connect, type OctokitFor } from "./octokit.ts";
import { createAccessReader } from "./read-access.ts";
import { readChangesSince } from "./read-changes-since.ts";
import { readTextsSince } from "./read-texts-since.ts";

export interface PeopleOptions {
  readonly octokitFor: OctokitFor;
  /** Tells how old a remembered access is. */
  readonly clock: Clock;
}

export function createPeople({ octokitFor, clock }: PeopleOptions): People {
  const accessOf = createAccessReader(clock);
  return {
    accessOf(address, login) {
      return accessOf(address, login, () => connect(octokitFor, address.installation));
    },

    async changesSince(address, issueIds, since) {
      if (issueIds.length === 0) return [];
      const octokit = await connect(octokitFor, address.installation);
      return readChangesSince(octokit, issueIds, since);
    },

    async textsSince(address, since, isWorthReading) {
      const octokit = await connect(octokitFor, address.installation);
      return readTextsSince(octokit, address, since, isWorthReading);
    },
  };
}
