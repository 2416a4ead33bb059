/** The engine's job, its writes and its reports, counted. */
import { GoneError, RetryableError } from "../engine/errors.ts";
import type { Hint } from "../engine/hint.ts";
import type { ChangeApplier, Job } from "../engine/ports.ts";
import type { SyncReport } from "../engine/sync-report.ts";
import type { Metrics } from "./metrics.ts";

export function measureJob(job: Job, metrics: Metrics): Job {
  return async (address, hints) => {
    const start = performance.now();
    const end = (outcome: string) => metrics.job(outcome, (performance.now() - start) / 1_000);
    try {
      const outcome = await job(address, hints);
      end(outcome.kind);
      for (const seconds of waitsOf(hints)) metrics.surfaceTrue(seconds);
      return outcome;
    } catch (error) {
      end(outcomeOf(error));
      throw error;
    }
  };
}

/** Seconds since each webhook that the job answers to. */
function waitsOf(hints: readonly Hint[]): readonly number[] {
  const now = Date.now();
  return hints.flatMap((hint) =>
    hint.kind === "cause" ? [Math.max(now - hint.receivedAt, 0) / 1_000] : [],
  );
}

function outcomeOf(error: unknown): string {
  if (error instanceof RetryableError) return "retry";
  return error instanceof GoneError ? "gone" : "given-up";
}

export function measureWrites(applier: ChangeApplier, metrics: Metrics): ChangeApplier {
  return {
    async apply(address, change) {
      const applied = await applier.apply(address, change);
      metrics.change(change.kind, applied.kind);
      return applied;
    },
  };
}

/** What a sync did, in a word: "written", "equal", "observed", or why it was skipped. */
export function resultOf({ skipped, wanted, written }: SyncReport): string {
  if (skipped !== null) return skipped;
  if (wanted !== null) return "observed";
  return written.length > 0 ? "written" : "equal";
}
