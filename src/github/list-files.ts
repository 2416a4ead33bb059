/** All files of a repository at a commit, in one call. */
import type { ObservedFile } from "../domain/observation.ts";
import type { FileListing, RepositoryAddress } from "../engine/ports.ts";
import type { Octokit } from "./octokit.ts";
import { translateError } from "./translate-error.ts";

interface TreeItem {
  readonly path: string;
  /** Octal, as Git writes it. */
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size?: number;
}

/** Where GitHub stops: 100,000 files and folders, or 7 MB. */
export async function listFiles(
  octokit: Octokit,
  { owner, name }: RepositoryAddress,
  commitOid: string,
): Promise<FileListing> {
  try {
    const route = "GET /repos/{owner}/{repo}/git/trees/{tree_sha}";
    const asked = { owner, repo: name, tree_sha: commitOid, recursive: "1" };
    const { data } = await octokit.request(route, asked);
    return { files: data.tree.flatMap(toFile), isTruncated: data.truncated };
  } catch (error) {
    throw translateError(error);
  }
}

/** Folders are left out: what is in them is listed too. */
function toFile({ path, mode, type, sha, size = 0 }: TreeItem): readonly ObservedFile[] {
  if (type === "tree") return [];
  const kind = mode === "100644" || mode === "100755" ? "file" : "other";
  return [{ path, oid: sha, byteSize: size, kind }];
}
