/** What happened, in a few words. */
import type { Issue, Label, Milestone } from "../../world/model.ts";
import type { WorldEvent } from "../../world/world-event.ts";

/** As `issues.closed #408`. */
export function describeWebhook({ name, action, parts }: WorldEvent): string {
  const number = numberOf(parts.issue ?? parts.pull_request);
  return [action === undefined ? name : `${name}.${action}`, number].filter(Boolean).join(" ");
}

/** As `maintainer: closed #408`. */
export function describeEvent(event: WorldEvent): string {
  return `${event.sender.login}: ${actionOf(event)}`;
}

function actionOf({ name, action = "", parts }: WorldEvent): string {
  const number = numberOf(parts.issue ?? parts.pull_request);
  const words = action.replaceAll("_", " ");
  switch (name) {
    case "push":
      return "pushed";
    case "issue_comment":
      return `comment ${words} on ${number}`;
    case "issue_dependencies":
      return `${words}: ${numberOf(parts.blocked_issue)} by ${numberOf(parts.blocking_issue)}`;
    case "sub_issues":
      return `${words}: ${numberOf(parts.sub_issue)} of ${numberOf(parts.parent_issue)}`;
    case "label":
    case "milestone":
      return `${name} ${nameOf(parts[name])} ${words}`;
    default:
      return [words, number ?? name].join(" ");
  }
}

function numberOf(part: unknown): string | undefined {
  const isIssue = isRecord(part) && part.kind === "issue";
  return isIssue ? `#${(part as { number?: Issue["number"] }).number}` : undefined;
}

function nameOf(part: unknown): string {
  if (!isRecord(part)) return "";
  const name = (part as Partial<Label>).name ?? (part as Partial<Milestone>).title;
  return `"${String(name)}"`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
