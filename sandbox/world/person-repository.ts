/** What a person does to a repository's files and catalogues, with the role each act needs. */
import { commitOnBranch, type FileChange, requireRef } from "./commits.ts";
import { createLabel, deleteLabel, editLabel, type LabelInput } from "./labels.ts";
import { requireIssue, requireLabel, requireMilestone } from "./lookup.ts";
import {
  createMilestone,
  deleteMilestone,
  editMilestone,
  type MilestoneInput,
} from "./milestones.ts";
import type { Commit, Issue, Label, Milestone } from "./model.ts";
import { enterRepository, type PersonContext, type RepositoryName } from "./person-context.ts";
import { createPullRequest, mergePullRequest, type NewPullRequest } from "./pull-requests.ts";
import { createRef, deleteRef } from "./refs.ts";

/** The acts on milestones and labels that `world.as(login)` offers. */
export function catalogueActions(context: PersonContext) {
  const { state, actor } = context;
  const enter = (repo: RepositoryName, act: string) => enterRepository(context, repo, "write", act);
  return {
    createMilestone(repo: RepositoryName, input: MilestoneInput): Milestone {
      return createMilestone(state, actor, enter(repo, "create a milestone"), input);
    },
    editMilestone(repo: RepositoryName, number: number, input: Partial<MilestoneInput>): Milestone {
      const milestone = requireMilestone(enter(repo, "edit a milestone"), number);
      return editMilestone(state, actor, milestone, input);
    },
    deleteMilestone(repo: RepositoryName, number: number): void {
      const repository = enter(repo, "delete a milestone");
      deleteMilestone(state, actor, requireMilestone(repository, number));
    },
    createLabel(repo: RepositoryName, input: LabelInput | string): Label {
      const label = typeof input === "string" ? { name: input } : input;
      return createLabel(state, actor, enter(repo, "create a label"), label);
    },
    editLabel(repo: RepositoryName, name: string, input: Partial<LabelInput>): Label {
      return editLabel(state, actor, requireLabel(enter(repo, "edit a label"), name), input);
    },
    deleteLabel(repo: RepositoryName, name: string): void {
      deleteLabel(state, actor, requireLabel(enter(repo, "delete a label"), name));
    },
  };
}

/** The acts on files, branches and pull requests that `world.as(login)` offers. */
export function repositoryActions(context: PersonContext) {
  const { state, actor } = context;
  const enter = (repo: RepositoryName, act: string) => enterRepository(context, repo, "write", act);
  return {
    /** Commits to a branch (the default one unless named, made from it when new). */
    push(
      repo: RepositoryName,
      files: Readonly<Record<string, FileChange>>,
      message: string,
      branch?: string,
    ): Commit {
      const repository = enter(repo, "push");
      const name = branch ?? repository.defaultBranch;
      if (!repository.refs.has(name)) {
        const { target } = requireRef(repository, repository.defaultBranch);
        createRef(state, actor, repository, { name, target });
      }
      const changes = new Map(Object.entries(files));
      return commitOnBranch(state, actor, repository, { branch: name, message, changes });
    },
    deleteBranch(repo: RepositoryName, branch: string): void {
      deleteRef(state, actor, requireRef(enter(repo, "delete a branch"), branch));
    },
    createPullRequest(repo: RepositoryName, input: NewPullRequest): Issue {
      return createPullRequest(state, actor, enter(repo, "open a pull request"), input);
    },
    mergePullRequest(repo: RepositoryName, number: number): Commit {
      return mergePullRequest(state, actor, requireIssue(enter(repo, "merge"), number));
    },
  };
}
