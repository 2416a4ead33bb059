/** What a visitor does to an issue. Who may do what is the world's affair. */
import type { CloseReason } from "../../world/issue-state.ts";
import { requireIssue } from "../../world/lookup.ts";
import type { Issue } from "../../world/model.ts";
import { setTaskBox } from "../markdown/set-task-box.ts";
import { personOf } from "../visit.ts";
import type { Action, Deed } from "./act.ts";

/** `state` is "open" or the reason for closing. */
export const setState: Action = (deed) => {
  const { number, repository } = issueOf(deed);
  const state = deed.form.text("state");
  const person = personOf(deed.visit);
  if (state === "open") person.reopenIssue(repository, number);
  else person.closeIssue(repository, number, closeReason(state));
  return undefined;
};

export const setMilestone: Action = (deed) => {
  const { number, repository } = issueOf(deed);
  const milestone = deed.form.number("milestone");
  const wanted = Number.isNaN(milestone) ? null : milestone;
  personOf(deed.visit).setMilestone(repository, number, wanted);
  return undefined;
};

export const changeLabels: Action = (deed) => {
  const { number, repository } = issueOf(deed);
  const { form, visit } = deed;
  const [add, remove] = [form.text("add"), form.text("remove")];
  if (add !== "") personOf(visit).addLabels(repository, number, [add]);
  if (remove !== "") personOf(visit).removeLabel(repository, number, remove);
  return undefined;
};

export const changeAssignees: Action = (deed) => {
  const { number, repository } = issueOf(deed);
  const { form, visit } = deed;
  const [add, remove] = [form.text("add"), form.text("remove")];
  if (add !== "") personOf(visit).assign(repository, number, add);
  if (remove !== "") personOf(visit).unassign(repository, number, remove);
  return undefined;
};

/** `add` is a number here, `remove` is `owner/name#number`. */
export const changeBlockers: Action = (deed) => {
  const { number, repository } = issueOf(deed);
  const { form, visit } = deed;
  const [repo = "", blocker] = form.text("remove").split("#");
  if (blocker !== undefined) {
    personOf(visit).removeBlockedBy(repository, number, { repo, number: Number(blocker) });
    return undefined;
  }
  const add = form.number("add");
  if (Number.isNaN(add)) return { refusal: "Which issue blocks this one? Give its number." };
  personOf(visit).addBlockedBy(repository, number, add);
  return undefined;
};

export const editIssue: Action = (deed) => {
  const issue = issueOf(deed);
  const { form, visit } = deed;
  const body = asWritten(form.text("body"), issue.body);
  const input = { title: form.text("title"), body };
  personOf(visit).editIssue(issue.repository, issue.number, input);
  return { to: `${visit.home}/issues/${issue.number}` };
};

export const createIssue: Action = ({ form, visit }) => {
  const milestone = form.number("milestone");
  const { number } = personOf(visit).createIssue(visit.repository, {
    title: form.text("title"),
    body: form.text("body"),
    milestone: Number.isNaN(milestone) ? undefined : milestone,
  });
  return { to: `${visit.home}/issues/${number}` };
};

/** Turns a box of the issue's text (`text` is "body") or of a comment (its id). */
export const turnBox: Action = (deed) => {
  const issue = issueOf(deed);
  const { form, visit } = deed;
  const person = personOf(visit);
  const box = form.number("box");
  const comment = issue.comments.find(({ id }) => id === form.number("text"));
  const body = setTaskBox((comment ?? issue).body, box);
  if (body === undefined) {
    return { refusal: "This list has changed since the page was made. Look again and tick then." };
  }
  if (comment) person.editComment(issue.repository, comment.id, body);
  else person.editIssue(issue.repository, issue.number, { body });
  return undefined;
};

export function issueOf({ context, visit }: Deed): Issue {
  return requireIssue(visit.repository, Number(context.req.param("number")));
}

/** A browser sends every line end as CR LF; a text that had none gets none. */
export function asWritten(sent: string, earlier: string): string {
  return earlier.includes("\r\n") ? sent : sent.replaceAll("\r\n", "\n");
}

function closeReason(state: string): CloseReason {
  return state === "not_planned" || state === "duplicate" ? state : "completed";
}
