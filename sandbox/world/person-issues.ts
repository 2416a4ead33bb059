/** What a person does to single issues on the web site, with the role each act needs. */
import { deleteIssue, transferIssue } from "./issue-removal.ts";
import { type CloseReason, closeIssue, lockIssue, reopenIssue } from "./issue-state.ts";
import { createIssue, editIssue, type NewIssue } from "./issues.ts";
import { requireIssue } from "./lookup.ts";
import type { Issue } from "./model.ts";
import {
  enterIssue,
  enterRepository,
  type PersonContext,
  type RepositoryName,
} from "./person-context.ts";
import { pinIssue, unpinIssue } from "./pins.ts";
import { reaches, roleOf } from "./roles.ts";

/** The acts on an issue's text and state that `world.as(login)` offers. */
export function issueActions(context: PersonContext) {
  const { state, actor } = context;
  return {
    /** Labels, milestone and assignees of people below triage are dropped, as GitHub does. */
    createIssue(repo: RepositoryName, input: NewIssue): Issue {
      const repository = enterRepository(context, repo, "read", "open an issue");
      const mayPlan = reaches(roleOf(repository, actor), "triage");
      const { title, body, number } = input;
      return createIssue(state, actor, repository, mayPlan ? input : { title, body, number });
    },
    closeIssue(
      repo: RepositoryName,
      number: number,
      reason?: CloseReason,
      duplicateOf?: number,
    ): Issue {
      const issue = enterIssue(context, repo, number, {
        needed: "triage",
        act: "close it",
        authorMay: true,
      });
      const kept =
        duplicateOf === undefined ? undefined : requireIssue(issue.repository, duplicateOf);
      return closeIssue(state, actor, issue, { reason, duplicateOf: kept });
    },
    reopenIssue(repo: RepositoryName, number: number): Issue {
      const need = { needed: "triage", act: "reopen it", authorMay: true } as const;
      return reopenIssue(state, actor, enterIssue(context, repo, number, need));
    },
    editIssue(
      repo: RepositoryName,
      number: number,
      input: { title?: string; body?: string },
    ): Issue {
      const need = { needed: "write", act: "edit it", authorMay: true } as const;
      const issue = enterIssue(context, repo, number, need);
      return editIssue(state, actor, issue.repository, number, input);
    },
  };
}

/** The acts of those who keep order that `world.as(login)` offers. */
export function orderActions(context: PersonContext) {
  const { state, actor } = context;
  return {
    lockIssue(repo: RepositoryName, number: number): void {
      lockIssue(
        state,
        actor,
        enterRepository(context, repo, "write", "lock an issue"),
        number,
        true,
      );
    },
    unlockIssue(repo: RepositoryName, number: number): void {
      lockIssue(
        state,
        actor,
        enterRepository(context, repo, "write", "unlock an issue"),
        number,
        false,
      );
    },
    deleteIssue(repo: RepositoryName, number: number): void {
      deleteIssue(
        state,
        actor,
        enterIssue(context, repo, number, { needed: "admin", act: "delete it" }),
      );
    },
    transferIssue(repo: RepositoryName, number: number, target: RepositoryName): Issue {
      const issue = enterIssue(context, repo, number, { needed: "write", act: "transfer it" });
      return transferIssue(
        state,
        actor,
        issue,
        enterRepository(context, target, "write", "receive it"),
      );
    },
    pinIssue(repo: RepositoryName, number: number): void {
      pinIssue(state, actor, enterIssue(context, repo, number, { needed: "write", act: "pin it" }));
    },
    unpinIssue(repo: RepositoryName, number: number): void {
      unpinIssue(
        state,
        actor,
        enterIssue(context, repo, number, { needed: "write", act: "unpin it" }),
      );
    },
  };
}
