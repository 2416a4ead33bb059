/** An issue's timeline: its events and comments in order, each with the fields of its own type. */
import { issuePage, WEB } from "../shapes/addresses.ts";
import type { Comment, Issue, TimelineEvent } from "../world/model.ts";
import { type ConnectionArguments, connection } from "./connection.ts";
import type { Resolver } from "./graphql-context.ts";

interface TimelineArguments extends ConnectionArguments {
  readonly itemTypes?: readonly string[] | null;
  readonly since?: string | null;
  readonly skip?: number | null;
}

/** A page of the timeline; `totalCount` counts items of the types asked for. */
export function timelineConnection(issue: Issue, args: TimelineArguments) {
  const types = args.itemTypes == null ? undefined : new Set(args.itemTypes.map(typeName));
  const from = args.since == null ? undefined : Date.parse(args.since);
  const items = merged(issue, types).filter(
    ({ createdAt }) => from === undefined || Date.parse(createdAt) >= from,
  );
  return connection(items.slice(args.skip ?? 0), args, undefined, { updatedAt: issue.updatedAt });
}

/** `MILESTONED_EVENT` is `MilestonedEvent`. */
function typeName(enumName: string): string {
  const words = enumName.toLowerCase().split("_");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function merged(issue: Issue, types: ReadonlySet<string> | undefined): (TimelineEvent | Comment)[] {
  const events = issue.timeline.filter(({ type }) => types === undefined || types.has(type));
  if (issue.comments.length === 0 || types?.has("IssueComment") === false) return events;
  return [...events, ...issue.comments].sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}

/** The fields common to all events; the rest are in an event's details. */
export const eventFields: Readonly<Record<string, Resolver>> = {
  id: ({ nodeId }: TimelineEvent) => nodeId,
  databaseId: ({ id }: TimelineEvent) => id,
  actor: ({ actor }: TimelineEvent) => actor,
  createdAt: ({ createdAt }: TimelineEvent) => createdAt,
  ...Object.fromEntries(
    ["subject", "assignable", "closable", "labelable", "lockable"].map(
      (name): [string, Resolver] => [name, ({ subject }: TimelineEvent) => subject],
    ),
  ),
  resourcePath: ({ subject, id }: TimelineEvent) =>
    `${issuePage(subject).replace(WEB, "")}#event-${id}`,
  url: ({ subject, id }: TimelineEvent) => `${issuePage(subject)}#event-${id}`,
};
