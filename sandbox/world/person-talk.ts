/** What a person says on the web site: comments and reactions. */
import { addComment, deleteComment, editComment, setMinimized } from "./comments.ts";
import type { Comment, Issue } from "./model.ts";
import { enterIssue, type PersonContext, type RepositoryName } from "./person-context.ts";
import { addReaction, removeReaction } from "./reactions.ts";
import { reaches, requireRole, roleOf } from "./roles.ts";
import { WorldError } from "./world-error.ts";

/** The acts on comments that `world.as(login)` offers. */
export function talkActions(context: PersonContext) {
  const { state, actor } = context;
  const find = (repo: RepositoryName, comment: number, act: string): Comment => {
    const found = state.comments.get(comment);
    if (found === undefined) throw new WorldError("not-found", `There is no comment ${comment}.`);
    enterIssue(context, repo, found.issue.number, { needed: "read", act });
    if (found.author !== actor) requireRole(found.issue.repository, actor, "write", act);
    return found;
  };
  return {
    comment(repo: RepositoryName, number: number, body: string): Comment {
      const issue = enterIssue(context, repo, number, { needed: "read", act: "comment" });
      return addComment(
        state,
        actor,
        issue,
        body,
        reaches(roleOf(issue.repository, actor), "write"),
      );
    },
    /** `comment` is the comment's database id. */
    editComment(repo: RepositoryName, comment: number, body: string): Comment {
      return editComment(state, actor, find(repo, comment, "edit the comment"), body);
    },
    deleteComment(repo: RepositoryName, comment: number): void {
      deleteComment(state, actor, find(repo, comment, "delete the comment"));
    },
    /** `reason` is GitHub's lower-case word, such as `outdated`; null shows it again. */
    minimizeComment(repo: RepositoryName, comment: number, reason: string | null): void {
      const found = find(repo, comment, "hide the comment");
      requireRole(found.issue.repository, actor, "write", "hide the comment");
      setMinimized(state, found, reason);
    },
    /** `content` is REST's name of it, such as `+1` or `eyes`. */
    react(subject: Comment | Issue, content: string): void {
      addReaction(state, actor, subject, content);
    },
    unreact(subject: Comment | Issue, content: string): void {
      removeReaction(state, actor, subject, content);
    },
  };
}
