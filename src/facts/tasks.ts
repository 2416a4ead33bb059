/** The task list of an issue's body, nested entries too. */
import type { ObservedIssue } from "../domain/observation.ts";
import { countTasks, type TaskCount } from "../markdown/task-list.ts";

/** A sync reads every issue again, but parses only the texts that are new. */
const counted = new WeakMap<ObservedIssue, TaskCount>();

export function readTasks(issue: ObservedIssue): TaskCount {
  const known = counted.get(issue);
  if (known) return known;
  const count = countTasks(issue.body);
  counted.set(issue, count);
  return count;
}
