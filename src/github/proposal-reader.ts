/** A pull request that was asked for by hand, by the name of its branch, and what that branch holds. */
import type { ProposalReader } from "../engine/ports.ts";
import type { ReadBotId } from "./bot-id.ts";
import { queryGraphql } from "./call-graphql.ts";
import { connect, type OctokitFor } from "./octokit.ts";
import type { ProposalAnswer } from "./proposal-answer.ts";
import { branchProposalQuery, toProposal } from "./proposal-query.ts";

interface Answer {
  readonly repository: ProposalAnswer;
}

/** `readBotId` tells who holds the credentials. */
export function createProposalReader(octokitFor: OctokitFor, readBotId: ReadBotId): ProposalReader {
  return {
    async readProposal({ installation, owner, name }, branch) {
      const octokit = await connect(octokitFor, installation);
      const author = await readBotId(octokit);
      const variables = { owner, name, branch, ref: `refs/heads/${branch}`, author };
      const { repository } = await queryGraphql<Answer>(octokit, branchProposalQuery, variables);
      const proposal = toProposal(repository, author) ?? { branch: null, pullRequest: null };
      return { ...proposal, headline: repository.proposalRef?.target?.messageHeadline ?? "" };
    },
  };
}
