/** How the facts of a spec issue are written on GitHub: its labels and its body. */

import { formatHours } from "../../facts/estimate.ts";
import { estimatePrefix, pointsPrefix } from "../../facts/label-facts.ts";
import type { SpecIssue } from "./spec-schema.ts";

/** Each once, those of the spec first. */
export function labelsOf(issue: SpecIssue): readonly string[] {
  const facts = [
    issue.cluster ? [`cluster: ${issue.cluster}`] : [],
    issue.priority ? [`priority: ${issue.priority}`] : [],
    issue.kind === "epic" ? ["epic"] : [],
    issue.points == null ? [] : [`${pointsPrefix}${issue.points}`],
    issue.estimate_hours == null ? [] : [`${estimatePrefix}${hoursText(issue.estimate_hours)}`],
  ].flat();
  return [...new Set([...(issue.labels ?? []), ...facts])];
}

export function bodyOf(issue: SpecIssue): string {
  const tasks = (issue.tasks ?? []).map((task) => {
    const { text, done } = typeof task === "string" ? { text: task, done: false } : task;
    return `- [${done ? "x" : " "}] ${text}`;
  });
  return [issue.body ?? "", tasks.join("\n")].filter((part) => part !== "").join("\n\n");
}

function hoursText(hours: number | readonly [number, number]): string {
  const [low, high] = typeof hours === "number" ? [hours, hours] : hours;
  return formatHours({ low, high });
}
