/** A diagram as a fenced code block, which GitHub draws. */
export function fencedDiagram(lines: readonly string[]): string {
  return ["```mermaid", ...lines, "```"].join("\n");
}
