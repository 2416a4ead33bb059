/**
 * Reads a repository: everything in one call, then one call for each further 100 issues, and more only
 * for what is unusually long (over 50 named issues, 100 paths, 20 texts, 100 milestones, a list within an
 * issue).
 */
import type { ObservedFile } from "../domain/observation.ts";
import type { Reading, ReadRequest, RepositoryAddress, RepositoryReader } from "../engine/ports.ts";
import type { FilesAnswer, IssueNode, RepositoryAnswer, RepositoryNode } from "./answer.ts";
import type { ReadBotId } from "./bot-id.ts";
import { queryGraphql } from "./call-graphql.ts";
import { chunk } from "./chunk.ts";
import { textsPerCall } from "./command-text-query.ts";
import { listFiles } from "./list-files.ts";
import { connect, type Octokit, type OctokitFor } from "./octokit.ts";
import { readCommandTexts } from "./read-command-texts.ts";
import {
  readFurtherIssues,
  readFurtherMilestones,
  readNamedIssues,
  sortNamedIssues,
  withShrinkingPages,
} from "./read-pages.ts";
import { readRestOfIssue } from "./read-rest.ts";
import { readTextFile } from "./read-text-file.ts";
import { readOwnComments } from "./read-thread.ts";
import { readVersions } from "./read-versions.ts";
import { filesQuery, repositoryQuery } from "./repository-query.ts";
import { toFiles, toIssue, toRepository } from "./to-observation.ts";
import { translateError } from "./translate-error.ts";

const issuesPerCall = 50;
const pathsPerCall = 100;

export interface ReaderOptions {
  readonly octokitFor: OctokitFor;
  readonly readBotId: ReadBotId;
}

export function createRepositoryReader({ octokitFor, readBotId }: ReaderOptions): RepositoryReader {
  return {
    async readRepository(address, request) {
      const octokit = await connect(octokitFor, address.installation);
      return readRepository(octokit, address, request, await readBotId(octokit));
    },

    async readFiles(address, paths) {
      const octokit = await connect(octokitFor, address.installation);
      const found = new Map<string, ObservedFile | null>();
      for (const some of chunk([...new Set(paths)], pathsPerCall)) {
        for (const [path, file] of await readFiles(octokit, address, some)) found.set(path, file);
      }
      return found;
    },

    async listFiles(address, commitOid) {
      return listFiles(await connect(octokitFor, address.installation), address, commitOid);
    },

    async readBlob(address, oid) {
      const octokit = await connect(octokitFor, address.installation);
      return readBlob(octokit, address, oid);
    },

    async readOwnComments(address, issueId, since) {
      return readOwnComments(await connect(octokitFor, address.installation), issueId, since);
    },

    async readVersions(address, issueIds) {
      const octokit = await connect(octokitFor, address.installation);
      return readVersions(octokit, issueIds, await readBotId(octokit));
    },

    async readTextFile(address, file) {
      return readTextFile(await connect(octokitFor, address.installation), file);
    },
  };
}

async function readRepository(
  octokit: Octokit,
  address: RepositoryAddress,
  request: ReadRequest,
  author: string,
): Promise<Reading> {
  const [numbers = [], ...moreNumbers] = chunk([...new Set(request.issues)], issuesPerCall);
  const [paths = [], ...morePaths] = chunk([...new Set(request.paths)], pathsPerCall);
  const [texts = [], ...moreTexts] = chunk([...new Set(request.texts)], textsPerCall);
  const wanted = { since: request.since, issues: numbers, paths, texts };
  const answer = await readFirst(octokit, address, wanted, author);
  const first = answer.repository;
  const issues = await readFurtherIssues(octokit, address, request.since, first.issues);
  const milestones = await readFurtherMilestones(octokit, address, first.milestones);
  const named = [sortNamedIssues(numbers, first)];
  for (const more of moreNumbers) {
    named.push(sortNamedIssues(more, await readNamedIssues(octokit, address, more)));
  }
  const all = [...issues, ...named.flatMap(({ found }) => found)];
  const owners = { repositoryId: first.id, botId: author };
  return {
    repository: toRepository(first, milestones, author),
    issues: await completeIssues(octokit, all, first, author),
    gone: named.flatMap(({ gone }) => gone),
    files: await readAllFiles(octokit, address, first, paths, morePaths),
    texts: await readCommandTexts(octokit, owners, answer.texts ?? [], moreTexts),
  };
}

async function readFirst(
  octokit: Octokit,
  { owner, name }: RepositoryAddress,
  { since, issues, paths, texts }: Required<ReadRequest>,
  author: string,
): Promise<RepositoryAnswer> {
  const hasTexts = texts.length > 0;
  const query = repositoryQuery(issues, paths.length, hasTexts);
  const variables = {
    owner,
    name,
    author,
    since,
    ...asVariables(paths),
    ...(hasTexts && { texts }),
  };
  return withShrinkingPages<RepositoryAnswer>((size) =>
    queryGraphql(octokit, query, { ...variables, size }),
  );
}

/** An issue that changes while it is being read comes twice: the later one stands. */
async function completeIssues(
  octokit: Octokit,
  nodes: readonly IssueNode[],
  repository: RepositoryNode,
  author: string,
) {
  const latest = new Map<number, IssueNode>();
  for (const node of nodes) {
    const known = latest.get(node.number);
    if (!known || known.updatedAt <= node.updatedAt) latest.set(node.number, node);
  }
  const issues = [];
  for (const node of latest.values()) {
    issues.push(toIssue(await readRestOfIssue(octokit, node), repository, author));
  }
  return issues;
}

async function readAllFiles(
  octokit: Octokit,
  address: RepositoryAddress,
  first: RepositoryNode,
  paths: readonly string[],
  morePaths: readonly (readonly string[])[],
): Promise<ReadonlyMap<string, ObservedFile | null>> {
  const files = new Map(toFiles(paths, first.defaultBranchRef?.target));
  for (const more of morePaths) {
    for (const [path, file] of await readFiles(octokit, address, more)) files.set(path, file);
  }
  return files;
}

async function readFiles(
  octokit: Octokit,
  { owner, name }: RepositoryAddress,
  paths: readonly string[],
): Promise<ReadonlyMap<string, ObservedFile | null>> {
  const variables = { owner, name, ...asVariables(paths) };
  const answer = await queryGraphql<FilesAnswer>(octokit, filesQuery(paths.length), variables);
  return toFiles(paths, answer.repository.defaultBranchRef?.target);
}

async function readBlob(
  octokit: Octokit,
  { owner, name }: RepositoryAddress,
  oid: string,
): Promise<Uint8Array> {
  try {
    const route = "GET /repos/{owner}/{repo}/git/blobs/{file_sha}";
    const { data } = await octokit.request(route, { owner, repo: name, file_sha: oid });
    return new Uint8Array(Buffer.from(data.content, "base64"));
  } catch (error) {
    throw translateError(error);
  }
}

function asVariables(paths: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(paths.map((path, index) => [`path${index}`, path]));
}
