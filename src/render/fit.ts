/** Makes a text fit by showing less data. A text is never cut. */

/** From all that anyone would read down to one of each. */
const limits = [40, 20, 10, 5, 3, 2, 1] as const;

/**
 * The text with the highest limit (rows, references, findings per list) that has at most `budget`
 * characters; the shortest there is if none does.
 */
export function fitText(render: (limit: number) => string, budget: number): string {
  let text = "";
  for (const limit of limits) {
    text = render(limit);
    if (text.length <= budget) return text;
  }
  return text;
}
