/** Where a Markdown text stands: it decides how links resolve and whether `#12` is one. */
import type { Repository } from "../../world/model.ts";

export interface TextPlace {
  /** Conversations link `#12` and `@login` and keep line ends; files do neither. */
  readonly kind: "conversation" | "file";
  readonly repository: Repository;
  /** Path that relative links resolve against, such as `/owner/name/blob/main/docs/plan.md`. */
  readonly base: string;
  /** Goes before every id within the text, so that several texts can share a page. */
  readonly prefix: string;
  /** The id of the form that ticks boxes; null where nobody may. */
  readonly boxesForm: string | null;
}
