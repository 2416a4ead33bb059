import type { RepositoryAddress } from "../engine/ports.ts";

/** "owner/name" in lower case: any case of them means the same repository. */
export function repositoryKey({ owner, name }: RepositoryAddress): string {
  return `${owner}/${name}`.toLowerCase();
}
