/** `docs/rules.md`, from the registry of lint rules. */
import type { Rule } from "../../lint/rule.ts";
import { rules } from "../../lint/rules/registry.ts";
import { undecidable } from "../../lint/undecidable.ts";
import { type Rate, readCorpusRates } from "./lint-rates.ts";

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
  return `${[intro, table, ...rules.map(section), undecided(), rates()].join("\n\n")}\n`;
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

const met = ["fresh", "second", "third", "fourth", "fifth", "sixth"] as const;

function share({ all, wrong }: Rate): string {
  return `${wrong} (${Math.round((wrong * 100) / all)}%)`;
}

function lostOf(lost: number, { all, wrong }: Rate): string {
  return `${lost} of ${all - wrong}`;
}

/** The rates before are the honest ones: what is mended since was mended on the same documents. */
function rates(): string {
  const rows = met.map((set, index) => {
    const { repositories, documents, before, after, lost, ofContent } = readCorpusRates(set);
    const cells = [
      ...[index + 1, documents, repositories, before.all],
      share(before),
      `${after.wrong} of ${after.all}`,
      lostOf(lost.all, before),
      ...[ofContent.all, share(ofContent), lostOf(lost.ofContent, ofContent)],
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return `## How often a finding is false

The rules were run over plan documents of public repositories that they had not met, and each finding was judged by
hand. It is false where a reader who knows the document would not call it a contradiction or a defect. After each set
the rules were tightened, and the next set is of other repositories.

Read the columns “of other rules” first. Most of all findings are broken links and broken paragraphs, by
\`anchor-broken\` and \`broken-markdown\`, which are easily told and nearly always right: they make the share over all
rules look good. What the other rules said was false more often than true when they met a set, in all sets but the
fourth, in which they said next to nothing.

“False by now” is no measure. It counts what they find by now on the same documents, which they were tightened on, and
tightening cost true findings, too: “true, lost” tells how many of those that were true are no longer found.

Sets 5 and 6 are mostly plans, reports and handovers that name issues, which the sets before seldom did. There most of
what the other rules said was false when they met them: states that a sentence gives an issue in passing, and counts
beside issues that are only cited. What they say of such documents since then has not been measured on a set that is
new to them.

| set | documents | repositories | findings | false | false by now | true, lost | of other rules | false | true, lost |
|---|---|---|---|---|---|---|---|---|---|
${rows.join("\n")}

Turn a rule off where it is wrong, and tell us.`;
}
