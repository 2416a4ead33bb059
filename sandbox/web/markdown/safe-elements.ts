/** What of a text's HTML is shown: GitHub's published list, and the mark of our own task boxes. */
import { defaultSchema, type Schema } from "hast-util-sanitize";

/** `prefix` goes before every id and name that the text brings along. */
export function safeElements(prefix: string): Schema {
  const attributes = defaultSchema.attributes ?? {};
  return {
    ...defaultSchema,
    clobberPrefix: prefix,
    // Of these not even the words are shown.
    strip: ["script", "style"],
    attributes: { ...attributes, input: [...(attributes.input ?? []), "dataBox"] },
  };
}
