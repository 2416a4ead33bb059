/**
 * A small project: in M1, 1 and 2 are done, 3 is in progress, 4 ready, 5 blocked by 4, 6 on hold, 7 an open
 * epic, 8 a duplicate; 9 is done in M2. The group "Engine" of M1 holds 1, 2 and 4. Some titles begin with a key,
 * and "US-9" is that of 10 and 11, which are in no milestone; 12 is about UTF-8. 13 to 20 are in none either:
 * "Security review" is done, "Unit tests" the title of one that is done and of one that is open, "Health checks"
 * that of an open one and of its duplicate, "Add `MAX_SIZE` to C++" is done, "Parse again" a duplicate of none of
 * these, and "Résumé" is done.
 */
import type { Plan } from "../../src/domain/plan.ts";
import { keepDocumentTrue } from "../../src/live/live-document.ts";
import { done, item, milestone, plan } from "../domain/project-builder.ts";

const m1 = { milestone: 1 };
const engine = { ...m1, dimensions: { cluster: "Engine" } };

export const livePlan: Plan = plan(
  [
    done(1, { ...engine, title: "US-1: Parse the input" }),
    done(2, { ...engine, title: "[US-2] Read" }),
    item(3, { ...m1, isInProgress: true, title: "US-003 - Lexer of words" }),
    item(4, { ...engine, title: "US-4: Writer" }),
    item(5, { ...m1, waitsFor: [4] }),
    item(6, { ...m1, isOnHold: true }),
    item(7, { ...m1, isTracker: true }),
    item(8, { ...m1, resolution: "duplicate" }),
    done(9, { milestone: 2 }),
    item(10, { title: "US-9: One" }),
    done(11, { title: "US-9: Other" }),
    done(12, { title: "UTF-8: Read a byte order mark" }),
    done(13, { title: "Security review" }),
    done(14, { title: "Unit Tests" }),
    item(15, { title: "Unit tests" }),
    item(16, { title: "Health checks" }),
    item(17, { resolution: "duplicate", title: "Health checks" }),
    done(18, { title: "Add `MAX_SIZE` to C++" }),
    item(19, { resolution: "duplicate", title: "Parse again" }),
    done(20, { title: "R\u00e9sum\u00e9" }),
  ],
  [milestone(1, { title: "M1 Base" }), milestone(2, { title: "M2 More" })],
);

const encoder = new TextEncoder();

/** `titles` as in the settings. */
export function keep(
  text: string,
  titles?: boolean,
): { text: string; findings: readonly string[] } {
  const { document, findings } = keepDocumentTrue(encoder.encode(text), livePlan, 1, titles);
  return {
    text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(document),
    findings: findings.map(({ line, message }) => `${line}: ${message}`),
  };
}
