/** `docs/rules.md`, from the registry of lint rules. */
import type { Rule } from "../../lint/rule.ts";
import { rules } from "../../lint/rules/registry.ts";
import { undecidable } from "../../lint/undecidable.ts";
import { ratesSection } from "./rates-section.ts";

const intro = `# Lint rules

\`milepost lint [FILES]\` finds what in a plan document contradicts itself, or GitHub. It reads the files that are
named (a folder stands for the Markdown below it), else the documents of \`.github/milepost.yml\`, else all of
\`docs/\`.

| option | does |
|---|---|
| \`--repository OWNER/REPO\` | compares with GitHub, too, read with \`GH_TOKEN\`; nothing is written there |
| \`--format text\\|json\\|sarif\\|github\` | \`text\` is for people, \`github\` makes annotations in GitHub Actions |
| \`--fix\` | mends in place what can be mended; every other byte stays |

The exit code is 0, 1 where there are errors (with \`--fix\`: where some are left), and 2 where a name or an option
can't be used. Warnings and remarks never fail a run.

## Turn a rule off

On top of a document, before its first words, for all of it; or on a line of its own, for the line below:

\`\`\`markdown
<!-- milepost-lint off missing-doc, stale-section -->
<!-- milepost-lint off-next-line count-vs-list -->
\`\`\`

A finding about several lines is off where its rule is off on one of them. \`all\` stands for all rules. A rule that
does not exist is a finding of its own, \`lint-switch\`.

## Rules`;

export function renderRulesPage(): string {
  const rows = rules.map(
    ({ id, severity, offline, fixes }) =>
      `| [\`${id}\`](#${id}) | ${words[severity]} | ${offline ? "" : "yes"} | ${fixes ? "yes" : ""} |`,
  );
  const table = ["| rule | is | needs GitHub | fixes |", "|---|---|---|---|", ...rows].join("\n");
  return `${[intro, kinds(), table, ...rules.map(section), undecided(), ratesSection()].join("\n\n")}\n`;
}

/** Who wonders why nothing is found in a document must find the reason here. */
function kinds(): string {
  const everywhere = rules.filter(({ offline, ofPlans }) => offline && !ofPlans);
  const names = everywhere.map(({ id }) => `\`${id}\``).join(", ");
  return `A document that calls itself something else than a plan is none: by the last word in its title or else in its file
name that says what it is ("report", "review", "summary", "handoff", "template", "guide" and the like), or by its
folder ("archive", "reports", "templates" and the like). What the settings name by its path is a plan, whatever it
calls itself. Only these rules, and those that need GitHub, read what is none:
${names}.`;
}

const words = { error: "an error", warning: "a warning", info: "a remark" };

function section({ id, meaning, example, offline, fixes }: Rule): string {
  const notes = [
    meaning,
    ...(offline ? [] : ["Found with `--repository` and in checks of pull requests."]),
    ...(fixes ? ["Mended by `--fix`."] : []),
  ].join(" ");
  const found = offline ? "This breaks it:" : "This breaks it where GitHub says otherwise:";
  return [
    `### ${id}`,
    notes,
    found,
    `${fence(example)}markdown\n${example.trimEnd()}\n${fence(example)}`,
  ].join("\n\n");
}

function fence(example: string): string {
  return example.includes("```") ? "````" : "```";
}

function undecided(): string {
  const entries = undecidable.map(({ example, reason }) => `- ${example} ${reason}`);
  return ["## What no rule decides", entries.join("\n")].join("\n\n");
}
