/** What Milepost logs and reports, as the live log of the sandbox's pages takes it. */
import type { AppNews, RoundResult } from "../../../sandbox/web/live-log/round.ts";
import type { Hint } from "../../engine/hint.ts";
import type { Log } from "../../engine/ports.ts";
import type { SkipReason } from "../../engine/reason-to-skip.ts";
import type { SyncReport } from "../../engine/sync-report.ts";
import { writtenNames } from "./step-line.ts";

const skipped: Readonly<Record<SkipReason, string>> = {
  archived: "the repository is archived",
  "issues-disabled": "issues are switched off here",
  paused: "the status issue is closed, which pauses Milepost",
  "nothing-planned": "there is no open milestone and no configuration, so nobody plans here",
  "waits-for-configuration": "nobody has chosen this repository yet",
};

/** `print` gets what a person at a terminal must know. */
export function newsLog(tell: (news: AppNews) => void, print: (line: string) => void): Log {
  return {
    debug: (fields) => tellOfDelivery(fields, tell),
    info: (fields, message) => tellOfFailure(fields, message, tell),
    warn: (fields, message) => tellOfFailure(fields, message, tell),
    error(fields, message) {
      tellOfFailure(fields, message, tell);
      print(`Error: ${message}`);
    },
  };
}

export function reportNews({ skipped: reason, wanted, written }: SyncReport): AppNews {
  return { about: "work", result: resultOf() };

  function resultOf(): RoundResult {
    if (written.length > 0) return { kind: "wrote", what: writtenNames(written) };
    if (reason !== null) return { kind: "nothing", because: skipped[reason] };
    if (wanted !== null) return { kind: "nothing", because: "it only observes here" };
    return { kind: "nothing", because: "everything says already what it should" };
  }
}

function tellOfDelivery(fields: object, tell: (news: AppNews) => void): void {
  if (!("delivery" in fields)) return;
  const delivery = String(fields.delivery);
  if ("because" in fields) {
    const because = String(fields.because);
    tell({ about: "delivery", delivery, verdict: { kind: "ignored", because } });
  } else if ("hints" in fields && Array.isArray(fields.hints)) {
    const words = new Set(fields.hints.map(hintWords).filter((text) => text !== ""));
    const causes = [...words].join(", ");
    tell({ about: "delivery", delivery, verdict: { kind: "taken", causes } });
  }
}

/** Only jobs name their repository and an error together. */
function tellOfFailure(fields: object, message: string, tell: (news: AppNews) => void): void {
  if (!("repository" in fields) || !("err" in fields)) return;
  const because = fields.err instanceof Error ? fields.err.message : message;
  const milliseconds = "milliseconds" in fields ? Number(fields.milliseconds) : null;
  const retrySeconds = milliseconds === null ? null : Math.ceil(milliseconds / 1000);
  tell({ about: "work", result: { kind: "failed", because, retrySeconds } });
}

function hintWords(hint: Hint): string {
  switch (hint.kind) {
    case "delta":
      return "reads what changed";
    case "everything":
      return "reads everything";
    case "issue":
      return `reads #${hint.number}`;
    case "issue-gone":
      return `forgets #${hint.number}`;
    case "label-renamed":
    case "label-deleted":
      return "takes over the label's change";
    case "cause":
      return "";
    case "pull-request":
      return `looks at the documents of pull request ${hint.number}`;
    case "text":
      return "looks for commands";
    case "missed-texts":
      return "looks for missed commands";
  }
}
