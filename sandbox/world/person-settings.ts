/** What an administrator does in a repository's settings. */
import { enterRepository, type PersonContext, type RepositoryName } from "./person-context.ts";
import {
  archiveRepository,
  deleteRepository,
  renameRepository,
  setDefaultBranch,
  setIssuesEnabled,
  setVisibility,
} from "./repository-settings.ts";
import { transferRepository } from "./repository-transfer.ts";

/** The acts on the repository itself that `world.as(login)` offers. */
export function settingsActions(context: PersonContext) {
  const { state, actor } = context;
  const enter = (repo: RepositoryName, act: string) => enterRepository(context, repo, "admin", act);
  return {
    renameRepository(repo: RepositoryName, name: string): void {
      renameRepository(state, actor, enter(repo, "rename it"), name);
    },
    /** The new owner accepts at once. */
    transferRepository(repo: RepositoryName, owner: string): void {
      transferRepository(state, actor, enter(repo, "transfer it"), state.account(owner));
    },
    archiveRepository(repo: RepositoryName): void {
      archiveRepository(state, actor, enter(repo, "archive it"), true);
    },
    unarchiveRepository(repo: RepositoryName): void {
      archiveRepository(state, actor, enter(repo, "unarchive it"), false);
    },
    privatizeRepository(repo: RepositoryName): void {
      setVisibility(state, actor, enter(repo, "make it private"), true);
    },
    publicizeRepository(repo: RepositoryName): void {
      setVisibility(state, actor, enter(repo, "make it public"), false);
    },
    deleteRepository(repo: RepositoryName): void {
      deleteRepository(state, actor, enter(repo, "delete it"));
    },
    /** The branch must be there. */
    setDefaultBranch(repo: RepositoryName, branch: string): void {
      setDefaultBranch(state, actor, enter(repo, "change the default branch"), branch);
    },
    disableIssues(repo: RepositoryName): void {
      setIssuesEnabled(state, enter(repo, "disable issues"), false);
    },
    enableIssues(repo: RepositoryName): void {
      setIssuesEnabled(state, enter(repo, "enable issues"), true);
    },
  };
}
