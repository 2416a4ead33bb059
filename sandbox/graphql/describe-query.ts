/** What can be said of a query before it runs: its name, its first fields, the repository it names. */
import type { OperationDefinitionNode } from "graphql";
import type { IncomingCall } from "../faults/call-match.ts";
import type { Repository } from "../world/model.ts";
import type { WorldState } from "../world/world-state.ts";
import { repositoryOf } from "./graphql-context.ts";
import type { PreparedQuery } from "./prepare-query.ts";
import type { NamedText } from "./query-literals.ts";

/** The name for the call log: the operation's own, or the field it begins with. */
export function nameOf(operation: OperationDefinitionNode | undefined): string {
  if (operation === undefined) return "query (invalid)";
  const [first] = firstFields(operation);
  return `${operation.operation} ${operation.name?.value ?? first ?? ""}`;
}

/** The call as faults see it. */
export function describeQuery(
  state: WorldState,
  { literals }: PreparedQuery,
  operation: OperationDefinitionNode | undefined,
  variables: Readonly<Record<string, unknown>>,
): IncomingCall {
  const own = operation?.name === undefined ? [] : [operation.name.value];
  return {
    ...{ api: "graphql", method: "POST", route: "/graphql" },
    kind: operation?.operation === "mutation" ? "write" : "read",
    operations: operation === undefined ? [] : [...own, ...firstFields(operation)],
    repository: findRepository(state, [...literals, ...texts("", variables)]),
  };
}

function firstFields({ selectionSet }: OperationDefinitionNode): readonly string[] {
  const fields = selectionSet.selections.filter((selection) => selection.kind === "Field");
  return fields.map(({ name }) => name.value);
}

function texts(name: string, value: unknown): readonly NamedText[] {
  if (typeof value === "string") return [[name, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(key, inner));
}

function findRepository(state: WorldState, found: readonly NamedText[]): string | undefined {
  const read = (...names: string[]) => found.find(([name]) => names.includes(name))?.[1];
  const owner = read("owner");
  const name = read("name", "repo", "repository");
  const whole = read("repositoryNameWithOwner", "nameWithOwner");
  if (whole !== undefined) return whole;
  if (owner !== undefined && name !== undefined) return `${owner}/${name}`;
  const nodes = found.flatMap(([, text]) => state.nodes.get(text) ?? []);
  const repositories = nodes.flatMap((node): Repository[] => {
    const repository = repositoryOf(node);
    return repository === undefined ? [] : [repository];
  });
  return repositories[0]?.nameWithOwner;
}
