/** How long linting takes: one document of 2,000 lines, and 500 of an ordinary length. */
import { lintDocument } from "../src/lint/lint-document.ts";
import { rules } from "../src/lint/rules/registry.ts";

const cases = [
  { name: "a document of 2,000 lines", documents: 1, lines: 2000, limit: 100 },
  { name: "500 documents of 120 lines", documents: 500, lines: 120, limit: 3000 },
];

for (const { name, documents, lines, limit } of cases) {
  const texts = Array.from({ length: documents }, (_, index) => generatePlan(lines, index));
  lintAll(texts.slice(0, 20));
  const times = Array.from({ length: 3 }, () => timeOf(() => lintAll(texts)));
  const [, middle = 0] = times.sort((a, b) => a - b);
  console.log(`lint of ${name}: ${middle.toFixed(0)} ms (at most ${limit})`);
  if (middle > limit) process.exitCode = 1;
}

function lintAll(texts: readonly string[]): void {
  for (const text of texts) lintDocument({ path: "plan.md", text, plan: null }, rules);
}

/** A plan with phases, counts, lists, boxes, chains and tables, as people keep them. */
function generatePlan(lines: number, seed: number): string {
  const out = [`# M${seed} Plan`, "", "> **Status:** 40/50 (80%) | Updated 2025-11-10", ""];
  for (let phase = 1; out.length < lines; phase += 1) out.push(...generatePhase(phase, seed));
  return `${out.slice(0, lines).join("\n")}\n`;
}

function generatePhase(phase: number, seed: number): readonly string[] {
  const first = seed * 7 + phase * 20;
  const numbers = Array.from({ length: 10 }, (_, index) => first + index);
  return [
    `### Phase ${phase}: Part ${phase} ✅ COMPLETE (${10 - (phase % 3)}/10)`,
    "",
    ...numbers.map(
      (number, index) => `- [${index % 4 === 0 ? " " : "x"}] #${number} Store of part ${number}`,
    ),
    "",
    `**Moved to M${phase + 1}:** #${first + 11} (handlers), #${first + 12}-${first + 15}`,
    "",
    `#${first} → (#${first + 1}, #${first + 2}) → #${first + 3}`,
    "",
    "| Week | Issue | State |",
    "|---|---|---|",
    ...numbers.slice(0, 4).map((number, week) => `| ${week + 1} | #${number} | 🔨 in progress |`),
    "",
    `See [the notes](#phase-${phase}) of Monday, 2025-11-10: 4 + 6 = 10 issues, \`code\` and more words.`,
    "",
  ];
}

function timeOf(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
