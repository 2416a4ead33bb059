// The findings that were written down by hand for a document, and those that the rules make of a text.

import { readFileSync } from "node:fs";
import { readClaims } from "../../src/claims/read-claims.ts";
import { rules } from "../../src/lint/rules/registry.ts";

export interface ExpectedFinding {
  readonly rule: string;
  readonly line: number;
  readonly lines: readonly number[];
  /** The contradictions of the document, by their number, that the finding tells of. */
  readonly covers: readonly string[];
}

export interface ExpectedFindings {
  readonly findings: readonly ExpectedFinding[];
  readonly undecidable: readonly string[];
}

const cases = new URL("../cases/", import.meta.url);

export function readPlanText(name: string): string {
  return readFileSync(new URL(`plans/${name}.md`, cases), "utf8");
}

export function readExpected(name: string): ExpectedFindings {
  return JSON.parse(readFileSync(new URL(`lint/${name}/expected.json`, cases), "utf8"));
}

/** "rule, its line, all lines", sorted: what a finding is known by. */
export function findingsIn(text: string): readonly string[] {
  const subject = { path: "plan.md", text, claims: readClaims(text), plan: null };
  const found = rules.flatMap((rule) =>
    rule.check(subject).map(({ line, lines }) => findingKey({ rule: rule.id, line, lines })),
  );
  return found.toSorted();
}

export function findingKey({ rule, line, lines }: Omit<ExpectedFinding, "covers">): string {
  return `${rule} @${line}: ${lines.join(" ")}`;
}
