/** What one version of a text changed in the one before, line by line: "17 | the new line". */
export function changedLines(before: string, after: string): string {
  const old = before.split("\n");
  const lines = after.split("\n");
  if (old.length !== lines.length) throw new Error("lines were added or taken away");
  return lines
    .flatMap((line, index) => (line === old[index] ? [] : [`${index + 1} | ${line}`]))
    .join("\n");
}
