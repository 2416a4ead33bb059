/** The strings that stand in a query itself, by the names that they are given to. */
import { type DocumentNode, visit } from "graphql";

export type NamedText = readonly [name: string, text: string];

export function findLiterals(document: DocumentNode): readonly NamedText[] {
  const found: NamedText[] = [];
  const enter = ({ name, value }: { name: { value: string }; value: { kind: string } }) => {
    if (value.kind === "StringValue" && "value" in value) {
      found.push([name.value, String(value.value)]);
    }
  };
  visit(document, { Argument: enter, ObjectField: enter });
  return found;
}
