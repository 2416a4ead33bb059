/** `milepost adopt FILE`: as a difference, as a file, or as a pull request. */
import type { RepositoryAddress } from "../../engine/ports.ts";
import type { GithubAccess } from "../github-access.ts";
import { InputError } from "../input-error.ts";
import { type AdoptOptions, adopt, pathOf } from "./adopt.ts";
import { proposeAdoption } from "./propose-adoption.ts";

export interface RunOptions extends AdoptOptions {
  readonly pullRequest: boolean;
}

export async function runAdopt(
  file: string,
  address: RepositoryAddress,
  access: GithubAccess,
  { pullRequest, ...options }: RunOptions,
): Promise<void> {
  if (!pullRequest) return adopt(file, address, access, options);
  if (options.write) {
    throw new InputError(
      "--write changes the file here, and --pull-request the one in the repository. Give one of them.",
    );
  }
  return proposeAdoption(pathOf(file), address, access, options);
}
