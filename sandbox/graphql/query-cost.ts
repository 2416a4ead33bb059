/**
 * The price of a query by GitHub's documented formula: one request per connection and per node of
 * the connections around it, divided by 100; and the number of nodes it may return.
 */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

export interface QueryCost {
  /** Points, at least 1. */
  readonly cost: number;
  readonly nodeCount: number;
}

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  requests: number;
  nodes: number;
}

/** Prices an operation that has been validated. */
export function priceQuery(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Readonly<Record<string, unknown>>,
): QueryCost {
  if (operation.operation === "mutation") return { cost: 1, nodeCount: 0 };
  const walk: Walk = { schema, fragments, variables, requests: 0, nodes: 0 };
  visit(walk, operation.selectionSet, schema.getQueryType() ?? undefined, 1);
  return { cost: Math.max(1, Math.round(walk.requests / 100)), nodeCount: walk.nodes };
}

function visit(
  walk: Walk,
  set: SelectionSetNode,
  type: GraphQLNamedType | undefined,
  times: number,
): void {
  for (const selection of set.selections) {
    if (selection.kind === "Field") {
      visitField(walk, selection, type, times);
      continue;
    }
    const fragment =
      selection.kind === "FragmentSpread" ? walk.fragments.get(selection.name.value) : selection;
    if (fragment === undefined) continue;
    const condition = fragment.typeCondition?.name.value;
    const inner = condition === undefined ? type : walk.schema.getType(condition);
    visit(walk, fragment.selectionSet, inner, times);
  }
}

function visitField(
  walk: Walk,
  node: FieldNode,
  parent: GraphQLNamedType | undefined,
  times: number,
): void {
  const field = fieldOf(parent, node.name.value);
  if (field === undefined || node.selectionSet === undefined) return;
  const type = getNamedType(field.type);
  if (!type.name.endsWith("Connection")) {
    visit(walk, node.selectionSet, type, times);
    return;
  }
  const size = pageSize(walk, node);
  walk.requests += times;
  walk.nodes += times * (size ?? 0);
  visit(walk, node.selectionSet, type, times * (size ?? 1));
}

function fieldOf(
  type: GraphQLNamedType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function pageSize({ variables }: Walk, node: FieldNode): number | undefined {
  for (const { name, value } of node.arguments ?? []) {
    if (name.value !== "first" && name.value !== "last") continue;
    const given = value.kind === "Variable" ? variables[value.name.value] : undefined;
    const size = value.kind === "IntValue" ? Number(value.value) : Number(given);
    if (Number.isFinite(size)) return size;
  }
  return undefined;
}
