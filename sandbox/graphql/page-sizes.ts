/** GitHub asks for `first` or `last` wherever a connection's items are selected. */
import {
  type FieldNode,
  GraphQLError,
  getNamedType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { PreparedQuery } from "./prepare-query.ts";
import { githubSchema } from "./schema.ts";

const sound = new WeakSet<PreparedQuery>();

/** The errors of a query whose connections have no bounds; a variable counts as one. */
export function requirePageSizes(query: PreparedQuery): readonly GraphQLError[] {
  if (sound.has(query)) return [];
  const errors: GraphQLError[] = [];
  const types = new TypeInfo(githubSchema());
  const enter = (node: FieldNode) => {
    const type = getNamedType(types.getType());
    const isConnection = isObjectType(type) && type.name.endsWith("Connection");
    if (isConnection && selectsItems(node) && !isBounded(node)) errors.push(unbounded(node));
  };
  visit(query.document, visitWithTypeInfo(types, { Field: enter }));
  if (errors.length === 0) sound.add(query);
  return errors;
}

function selectsItems({ selectionSet }: FieldNode): boolean {
  return (selectionSet?.selections ?? []).some(
    (selection) => selection.kind === "Field" && ["nodes", "edges"].includes(selection.name.value),
  );
}

function isBounded(node: FieldNode): boolean {
  return (node.arguments ?? []).some(({ name }) => name.value === "first" || name.value === "last");
}

function unbounded(node: FieldNode): GraphQLError {
  const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${node.name.value}\` connection.`;
  return new GraphQLError(message, {
    nodes: node,
    extensions: { type: "MISSING_PAGINATION_BOUNDARIES" },
  });
}
