/** GitHub with a person's token, for commands that are run by hand: GH_TOKEN, GITHUB_API_URL. */
import type {
  ChangeApplier,
  ProposalReader,
  PullRequestReader,
  RepositoryAddress,
  RepositoryReader,
} from "../engine/ports.ts";
import { createChangeApplier } from "../github/apply-change.ts";
import { queryGraphql } from "../github/call-graphql.ts";
import { createOctokitClass, type Octokit } from "../github/octokit.ts";
import { createProposalReader } from "../github/proposal-reader.ts";
import { createPullRequestReader } from "../github/pull-request-reader.ts";
import { createRepositoryReader } from "../github/repository-reader.ts";
import { isStatusBody } from "../render/status-issue-body.ts";
import { InputError } from "./input-error.ts";

export interface GithubAccess {
  readonly reader: RepositoryReader;
  readonly applier: ChangeApplier;
  readonly pullRequests: PullRequestReader & ProposalReader;
  /** The same, with the eyes of the App that wrote this issue, by its node id: what it made is "ours". */
  readerAsAuthorOf(issueId: string): RepositoryReader;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws an InputError where there is no token. */
export function accessGithub(env: Environment): GithubAccess {
  const token = env.GH_TOKEN?.trim();
  if (!token) {
    throw new InputError(
      "GH_TOKEN is not set. Make a token at https://github.com/settings/tokens that may read the repository's contents and issues, and set GH_TOKEN to it.",
    );
  }
  const OctokitClass = createOctokitClass();
  const octokit = new OctokitClass({
    auth: { token },
    baseUrl: (env.GITHUB_API_URL || "https://api.github.com").replace(/\/$/, ""),
  });
  const octokitFor = () => Promise.resolve(octokit);
  const readerAs = (readBotId: (octokit: Octokit) => Promise<string>) =>
    seeingStatusIssues(createRepositoryReader({ octokitFor, readBotId }));
  return {
    reader: readerAs(readViewerId),
    applier: createChangeApplier(octokitFor),
    pullRequests: {
      ...createPullRequestReader(octokitFor),
      ...createProposalReader(octokitFor, readViewerId),
    },
    readerAsAuthorOf: (issueId) => readerAs((one) => readAuthorId(one, issueId)),
  };
}

/** "owner/name" as an address; throws an InputError. */
export function parseRepository(text: string): RepositoryAddress {
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(text) ?? [];
  if (!owner || !name) {
    throw new InputError(`"${text}" is no repository. Write it as OWNER/REPO, like octocat/hello.`);
  }
  return { installation: 0, owner, name };
}

/** Whoever holds the token did not write Milepost's issue: here its marker alone tells. */
function seeingStatusIssues(reader: RepositoryReader): RepositoryReader {
  return {
    ...reader,
    async readRepository(address, request) {
      const reading = await reader.readRepository(address, request);
      const issues = reading.issues.map((issue) => ({
        ...issue,
        isOurs: isStatusBody(issue.body),
      }));
      return { ...reading, issues };
    },
  };
}

interface AuthorAnswer {
  readonly node: { readonly author?: { readonly id?: string } | null } | null;
}

/** Of an issue that no App wrote, the viewer's. */
async function readAuthorId(octokit: Octokit, id: string): Promise<string> {
  const query =
    "query ReadAuthor($id: ID!) { node(id: $id) { ... on Issue { author { ... on Bot { id } } } } }";
  const { node } = await queryGraphql<AuthorAnswer>(octokit, query, { id });
  return node?.author?.id ?? readViewerId(octokit);
}

async function readViewerId(octokit: Octokit): Promise<string> {
  const answer = await queryGraphql<{ readonly viewer: { readonly id: string } }>(
    octokit,
    "query ReadViewer { viewer { id } }",
    {},
  );
  return answer.viewer.id;
}
