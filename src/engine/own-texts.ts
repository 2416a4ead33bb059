/** Texts that a job writes itself: where one is read again, it is no news. */
import type { ChangeApplier } from "./ports.ts";

/** Keeps what stands in each issue after its edit in `texts`, by the issue's node id. */
export function rememberingTexts(
  applier: ChangeApplier,
  texts: Map<string, string>,
): ChangeApplier {
  return {
    async apply(address, change) {
      const applied = await applier.apply(address, change);
      if (change.kind === "edit-issue-body" && "body" in applied) {
        texts.set(change.issueId, applied.body);
      }
      return applied;
    },
  };
}
