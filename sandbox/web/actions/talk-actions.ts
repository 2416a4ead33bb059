/** What a visitor says: comments and reactions. */
import { personOf } from "../visit.ts";
import type { Action } from "./act.ts";
import { asWritten, issueOf } from "./issue-actions.ts";

export const comment: Action = (deed) => {
  const issue = issueOf(deed);
  const { form, visit } = deed;
  const { id } = personOf(visit).comment(issue.repository, issue.number, form.text("body"));
  return { to: `${visit.home}/issues/${issue.number}#issuecomment-${id}` };
};

export const changeComment: Action = (deed) => {
  const issue = issueOf(deed);
  const { context, form, visit } = deed;
  const id = Number(context.req.param("comment"));
  const person = personOf(visit);
  if (form.text("act") === "delete") {
    person.deleteComment(issue.repository, id);
    return { to: `${visit.home}/issues/${issue.number}` };
  }
  const earlier = issue.comments.find((one) => one.id === id)?.body ?? "";
  person.editComment(issue.repository, id, asWritten(form.text("body"), earlier));
  return { to: `${visit.home}/issues/${issue.number}#issuecomment-${id}` };
};

/** A second time takes it back. */
export const react: Action = (deed) => {
  const issue = issueOf(deed);
  const { form, visit } = deed;
  const text = issue.comments.find(({ id }) => id === form.number("text")) ?? issue;
  const content = form.text("content");
  const isThere = text.reactions.some(
    (reaction) => reaction.content === content && reaction.user.login === visit.viewer,
  );
  const person = personOf(visit);
  if (isThere) person.unreact(text, content);
  else person.react(text, content);
  visit.exhibit.live.stir("world");
  return undefined;
};
