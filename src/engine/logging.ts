/** Logs that say on every line where and why, and a journal of every write. */
import type { Change } from "./change.ts";
import type { Hint } from "./hint.ts";
import type { ChangeApplier, Log } from "./ports.ts";

export function logWith(log: Log, fields: object): Log {
  return {
    debug: (more, message) => log.debug({ ...fields, ...more }, message),
    info: (more, message) => log.info({ ...fields, ...more }, message),
    warn: (more, message) => log.warn({ ...fields, ...more }, message),
    error: (more, message) => log.error({ ...fields, ...more }, message),
  };
}

const causesShown = 5;

/** The deliveries that a job answers to: the first few by id, and how many there are. */
export function causesOf(hints: readonly Hint[]): object {
  const causes = hints.flatMap((hint) => (hint.kind === "cause" ? [hint] : []));
  if (causes.length === 0) return { cause: "no webhook: a start, a schedule or a day that turned" };
  const deliveries = causes.slice(0, causesShown).map(({ delivery }) => delivery);
  return { cause: causes[0]?.event, deliveries, deliveryCount: causes.length };
}

/** Every change that was made, or was found made already, is a line; never the texts in it. */
export function journalled(applier: ChangeApplier, log: Log): ChangeApplier {
  return {
    async apply(address, change) {
      const applied = await applier.apply(address, change);
      const isWritten = "isWritten" in applied ? applied.isWritten : applied.kind !== "unchanged";
      const fields = { change: change.kind, ...subjectOf(change), applied: applied.kind };
      if (isWritten) log.info(fields, "written");
      else log.debug(fields, "nothing to write: it says so already");
      return applied;
    },
  };
}

function subjectOf(change: Change): object {
  switch (change.kind) {
    case "commit-files":
      return { branch: change.branch, files: change.files.length };
    case "propose-files":
      return { branch: change.branch, files: change.files.length };
    case "withdraw-files":
      return { branch: change.branch };
    case "report-check":
      return { head: change.report.headOid, conclusion: change.report.conclusion };
    case "create-issue":
      return {};
    case "set-milestone":
      return { issue: change.issue, milestone: change.milestone };
    case "add-label":
    case "remove-label":
    case "assign":
    case "unassign":
      return { issue: change.issue };
    case "edit-milestone-description":
      return { milestone: change.milestone };
    case "edit-comment":
    case "hide-comment":
    case "show-comment":
      return { comment: change.commentId };
    case "react":
    case "unreact":
      return { subject: change.subjectId, reaction: change.content };
    default:
      return { issueId: change.issueId };
  }
}
