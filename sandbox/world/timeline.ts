/** Writes an issue's timeline. Events are never changed or taken back. */
import type { Account, Issue } from "./model.ts";
import type { WorldState } from "./world-state.ts";

/** Appends an event of the GraphQL type `type`; `details` are that type's own fields. */
export function record(
  state: WorldState,
  issue: Issue,
  actor: Account,
  type: string,
  details: Readonly<Record<string, unknown>> = {},
): void {
  const { id, nodeId } = state.identify("EVE");
  const createdAt = state.clock.iso();
  const event = {
    kind: "event",
    type,
    id,
    nodeId,
    actor,
    createdAt,
    subject: issue,
    details,
  } as const;
  issue.timeline.push(event);
  state.nodes.set(nodeId, event);
}
