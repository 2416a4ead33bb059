/** A drawing of what waits for what, before it is written in Mermaid's words. */
import type { ItemState } from "../../domain/plan.ts";

/** How a node looks: by the state of its issue, or because it is no issue of this repository. */
export type Look = ItemState | "rest" | "elsewhere" | "milestone";

export interface DrawnNode {
  /** Letters and digits; of ours, never from a text. */
  readonly id: string;
  /** Plain text, one entry per line; not yet escaped. */
  readonly lines: readonly string[];
  readonly look: Look;
  readonly isCritical: boolean;
  /** Index into the drawing's groups; null outside of all. */
  readonly group: number | null;
}

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  /** "satisfied" where nothing is waited for any more. */
  readonly kind: "critical" | "waiting" | "satisfied";
}

export interface Drawing {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  /** Names as plain text; not yet escaped. */
  readonly groups: readonly string[];
}
