/** `docs/rules.md`, from the registry of rules. */
import type { Rule } from "../../lint/rule.ts";
import { rules } from "../../lint/rules/registry.ts";
import { undecidable } from "../../lint/undecidable.ts";
import { renderTable } from "../../markdown/table.ts";

const intro = `# Rules

What \`milepost lint\` finds in plan documents. Each finding names its lines and both claims that contradict each
other.

\`\`\`sh
npm run -s lint -- docs/plan.md
npm run -s lint -- --repository OWNER/REPO --format sarif
npm run -s lint -- --fix docs/plan.md
\`\`\`

Without files it reads the documents of \`.github/milepost.yml\`, else all Markdown files in \`docs\`. A document is
held against itself; with \`--repository\` and \`GH_TOKEN\` also against GitHub. The exit code is 1 where an error was
found, 2 where a file or an option cannot be used. \`--format\` takes \`text\`, \`json\`, \`sarif\` (2.1.0) and \`github\`
(commands of an Actions log). \`--fix\` writes what can be mended without doubt and leaves every other byte alone.

## Switching rules off

\`\`\`markdown
<!-- milepost:lint off count-vs-list,title-drift -->
<!-- milepost:lint on -->
<!-- milepost:lint-next-line off weekday-date -->
\`\`\`

\`lint off\` counts from its line on, up to \`lint on\`: on top, for the whole document. \`lint-next-line off\` counts for
one line. Without names all rules are meant. A finding is gone where its rule is off on any of its lines. A comment
that switches nothing, or names a rule that is unknown, is a finding too (\`lint-switch\`).
`;

export function renderRulesPage(): string {
  const sorted = rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const rows = sorted.map(({ id, severity, offline, fixes }) => [
    `[\`${id}\`](#${id})`,
    severity,
    offline ? "the document" : "GitHub",
    fixes ? "yes" : "",
  ]);
  const table = renderTable(["rule", "severity", "held against", "fixes itself"].map(column), rows);
  const parts = [intro.trimEnd(), "## All rules", table, ...sorted.map(section), limits()];
  return `${parts.join("\n\n")}\n`;
}

function column(text: string) {
  return { text };
}

function section({ id, meaning, example, fixes }: Rule): string {
  const fence = "`".repeat(Math.max(3, ...runsOfTicks(example).map((length) => length + 1)));
  const parts = [
    `### ${id}`,
    `${meaning}${fixes ? " `--fix` mends it where it is without doubt." : ""}`,
  ];
  return [...parts, `${fence}markdown\n${example.trimEnd()}\n${fence}`].join("\n\n");
}

function runsOfTicks(text: string): readonly number[] {
  return Array.from(text.matchAll(/`+/g), ([run]) => run.length);
}

function limits(): string {
  const entries = undecidable.map(({ example, reason }) => `- ${example} ${reason}`);
  return ["## What no rule decides", entries.join("\n")].join("\n\n");
}
