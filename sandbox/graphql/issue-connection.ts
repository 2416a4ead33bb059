/** Lists of issues with GitHub's filters and orders, whose cursors survive changes of the list. */
import type { Issue } from "../world/model.ts";
import { WorldError } from "../world/world-error.ts";
import { type ConnectionArguments, connection } from "./connection.ts";

interface IssueFilters {
  readonly since?: string | null;
  readonly states?: readonly string[] | null;
  readonly labels?: readonly string[] | null;
  readonly milestoneNumber?: string | null;
  readonly milestone?: string | null;
  readonly assignee?: string | null;
  readonly createdBy?: string | null;
  readonly type?: string | null;
}

export interface IssueArguments extends ConnectionArguments {
  readonly states?: readonly string[] | null;
  readonly labels?: readonly string[] | null;
  readonly filterBy?: IssueFilters | null;
  readonly orderBy?: { readonly field: string; readonly direction: string } | null;
}

type Test = (issue: Issue) => boolean;

/** A page of the issues; they must come in the order of their last change. */
export function issueConnection(byRecency: readonly Issue[], args: IssueArguments) {
  const tests = testsOf(args);
  const found =
    tests.length === 0
      ? byRecency
      : byRecency.filter((issue) => tests.every((test) => test(issue)));
  const { field, direction } = args.orderBy ?? { field: "CREATED_AT", direction: "ASC" };
  const keyOf = keyFor(field);
  const ordered = field === "UPDATED_AT" ? [...found] : [...found].sort(compareBy(keyOf));
  const isDescending = direction === "DESC";
  return connection(isDescending ? ordered.reverse() : ordered, args, { keyOf, isDescending });
}

function keyFor(field: string): (issue: Issue) => readonly (string | number)[] {
  if (field === "UPDATED_AT") return ({ updatedAt, id }) => [updatedAt, id];
  if (field === "COMMENTS") return ({ comments, id }) => [comments.length, id];
  return ({ createdAt, id }) => [createdAt, id];
}

function compareBy(keyOf: (issue: Issue) => readonly (string | number)[]) {
  return (a: Issue, b: Issue): number => {
    const [one = 0, other = 0] = [keyOf(a)[0], keyOf(b)[0]];
    if (one !== other) return one < other ? -1 : 1;
    return a.id - b.id;
  };
}

function testsOf({ states, labels, filterBy }: IssueArguments): Test[] {
  const filters = filterBy ?? {};
  return [
    stateTest(states),
    stateTest(filters.states),
    labelTest(labels),
    labelTest(filters.labels),
    sinceTest(filters.since),
    milestoneTest(filters.milestoneNumber, ({ milestone }) => milestone?.number),
    milestoneTest(filters.milestone, ({ milestone }) => milestone?.id),
    assigneeTest(filters.assignee),
    textTest(filters.createdBy, ({ author }) => author.login),
    textTest(filters.type, ({ type }) => type),
  ].filter((test) => test !== undefined);
}

function stateTest(states: readonly string[] | null | undefined): Test | undefined {
  if (states == null) return undefined;
  return ({ state }) => states.includes(state.toUpperCase());
}

function labelTest(labels: readonly string[] | null | undefined): Test | undefined {
  if (labels == null) return undefined;
  const wanted = new Set(labels.map((name) => name.toLowerCase()));
  return (issue) => [...issue.labels].some(({ name }) => wanted.has(name.toLowerCase()));
}

function sinceTest(since: string | null | undefined): Test | undefined {
  if (since == null) return undefined;
  const from = Date.parse(since);
  if (Number.isNaN(from))
    throw new WorldError("unprocessable", `"${since}" is not a valid DateTime`);
  const text = new Date(from).toISOString();
  return ({ updatedAt }) => updatedAt >= text.replace(/\.\d+Z$/, "Z");
}

function milestoneTest(
  wanted: string | null | undefined,
  read: (issue: Issue) => number | undefined,
): Test | undefined {
  if (wanted === undefined) return undefined;
  if (wanted === null) return ({ milestone }) => milestone === null;
  if (wanted === "*") return ({ milestone }) => milestone !== null;
  return (issue) => String(read(issue)) === wanted;
}

function assigneeTest(wanted: string | null | undefined): Test | undefined {
  if (wanted === undefined) return undefined;
  if (wanted === null) return ({ assignees }) => assignees.size === 0;
  if (wanted === "*") return ({ assignees }) => assignees.size > 0;
  return ({ assignees }) => [...assignees].some(({ login }) => login === wanted);
}

function textTest(
  wanted: string | null | undefined,
  read: (issue: Issue) => string | null,
): Test | undefined {
  if (wanted == null) return undefined;
  return (issue) => read(issue)?.toLowerCase() === wanted.toLowerCase();
}
