/** What changes in a text, as people read it in reviews. */
import { createTwoFilesPatch } from "diff";

/** Empty when both are the same. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, "", "", { context: 1 })
    .split("\n")
    .filter((line) => !line.startsWith("=====") && !line.startsWith("\\ No newline"))
    .join("\n")
    .trimEnd();
}
