/** What a pull request touches, and the files at its head. The head of a fork's is in the repository, too. */
import type { ObservedFile } from "../domain/observation.ts";
import type { PullRequestHead, PullRequestReader } from "../engine/ports.ts";
import type { CommitTarget } from "./answer.ts";
import { queryGraphql } from "./call-graphql.ts";
import { chunk } from "./chunk.ts";
import { connect, type Octokit, type OctokitFor } from "./octokit.ts";
import { filesAtQuery } from "./repository-query.ts";
import { toFiles } from "./to-observation.ts";

const pathsPerCall = 100;

const headQuery = `
query ReadPullRequest($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      state headRefOid
      files(first: 100, after: $after) {
        nodes { path changeType }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;

interface HeadAnswer {
  readonly repository: { readonly pullRequest: HeadNode | null };
}

interface HeadNode {
  readonly state: string;
  readonly headRefOid: string;
  readonly files: {
    readonly nodes:
      | readonly ({ readonly path: string; readonly changeType: string } | null)[]
      | null;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
}

interface FilesAtAnswer {
  readonly repository: { readonly object: CommitTarget | null };
}

export function createPullRequestReader(octokitFor: OctokitFor): PullRequestReader {
  return {
    async readHead({ installation, owner, name }, number) {
      const octokit = await connect(octokitFor, installation);
      return readHead(octokit, { owner, name, number });
    },

    async readFilesAt({ installation, owner, name }, head, paths) {
      const octokit = await connect(octokitFor, installation);
      const found = new Map<string, ObservedFile | null>();
      for (const some of chunk([...paths], pathsPerCall)) {
        const named = Object.fromEntries(some.map((path, index) => [`path${index}`, path]));
        const query = filesAtQuery(some.length);
        const answer = await queryGraphql<FilesAtAnswer>(octokit, query, {
          ...{ owner, name, head },
          ...named,
        });
        for (const [path, file] of toFiles(some, answer.repository.object)) found.set(path, file);
      }
      return found;
    },
  };
}

/** A head that moves between two pages has its own event: what was read of it then is read again. */
async function readHead(
  octokit: Octokit,
  of: { readonly owner: string; readonly name: string; readonly number: number },
): Promise<PullRequestHead | null> {
  const paths = new Set<string>();
  let after: string | null = null;
  for (;;) {
    const answer: HeadAnswer = await queryGraphql(octokit, headQuery, { ...of, after });
    const pull = answer.repository.pullRequest;
    if (!pull) return null;
    for (const file of pull.files?.nodes ?? []) {
      if (file && file.changeType !== "DELETED") paths.add(file.path);
    }
    if (!pull.files?.pageInfo.hasNextPage) {
      return { headOid: pull.headRefOid, isOpen: pull.state === "OPEN", paths };
    }
    after = pull.files.pageInfo.endCursor;
  }
}
