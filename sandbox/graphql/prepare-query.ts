/** From a query's text to an operation that fits GitHub's schema, remembered by its text. */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from "graphql";
import { findLiterals, type NamedText } from "./query-literals.ts";
import { githubSchema } from "./schema.ts";

export interface PreparedQuery {
  readonly document: DocumentNode;
  readonly operations: readonly OperationDefinitionNode[];
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly errors: readonly GraphQLError[];
  readonly literals: readonly NamedText[];
}

const REMEMBERED = 500;
const prepared = new Map<string, PreparedQuery>();

/** Parses and validates; a query that does not parse has errors and no operation. */
export function prepareQuery(text: string): PreparedQuery {
  const known = prepared.get(text);
  if (known !== undefined) return known;
  const query = prepare(text);
  if (prepared.size >= REMEMBERED) prepared.clear();
  prepared.set(text, query);
  return query;
}

function prepare(text: string): PreparedQuery {
  try {
    const document = parse(text);
    const { definitions } = document;
    const fragments = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
    return {
      document,
      operations: definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION),
      fragments: new Map(fragments.map((one) => [one.name.value, one])),
      errors: validate(githubSchema(), document),
      literals: findLiterals(document),
    };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };
    return { document, operations: [], fragments: new Map(), errors: [error], literals: [] };
  }
}
