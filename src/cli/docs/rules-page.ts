/** `docs/rules.md`, from the registry of lint rules. */
import type { Rule } from "../../lint/rule.ts";
import { rules } from "../../lint/rules/registry.ts";
import { undecidable } from "../../lint/undecidable.ts";
import { metSets, type Rate, readCorpusRates } from "./lint-rates.ts";

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
  return `${[intro, kinds(), table, ...rules.map(section), undecided(), rates()].join("\n\n")}\n`;
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

function share(rate: Rate): string {
  return `${rate.wrong} (${percent(rate)}%)`;
}

function percent({ all, wrong }: Rate): number {
  return all === 0 ? 0 : Math.round((wrong * 100) / all);
}

function sumOf(rates: readonly Rate[]): Rate {
  return {
    all: rates.reduce((sum, { all }) => sum + all, 0),
    wrong: rates.reduce((sum, { wrong }) => sum + wrong, 0),
  };
}

function lostOf(lost: number, { all, wrong }: Rate): string {
  return `${lost} of ${all - wrong}`;
}

/** The rates before are the honest ones: what is mended since was mended on the same documents. */
function rates(): string {
  // Since the rules were bound to forms.
  const formBound = (["seventh", "eighth", "ninth", "tenth"] as const).map(readCorpusRates);
  const rows = metSets.map((set, index) => {
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
  const [all, content] = [
    sumOf(formBound.map(({ before }) => before)),
    sumOf(formBound.map(({ ofContent }) => ofContent)),
  ];
  const ninth = readCorpusRates("ninth").before;
  const tenth = readCorpusRates("tenth");
  const documents = formBound.reduce((sum, one) => sum + one.documents, 0);
  const known = sumOf(metSets.map((set) => readCorpusRates(set).after));
  const together = `${all.wrong} of ${all.all} findings were false (${percent(all)}%), and of those of other rules ${content.wrong} of ${content.all} (${percent(content)}%)`;
  const rarity = Math.round(documents / content.all);
  return `## How often a finding is false

The rules were run over plan documents of public repositories that they had not met, and each finding was judged by
hand. It is false where a reader who knows the document would not call it a contradiction or a defect. After each set
the rules were tightened, and the next set is of other repositories.

Read the columns “of other rules” first. Most of all findings are broken links and broken paragraphs, by
\`anchor-broken\` and \`broken-markdown\`, which are easily told and nearly always right: they make the share over all
rules look good. What the other rules said was false more often than true when they met sets 1 to 6, but for the
fourth, in which they said next to nothing.

By now they find ${known.all} of these findings in the ten sets, of which ${known.wrong} are false (${percent(known)}%). That “false by now” is no measure of
what they do elsewhere: it is counted on the same documents, which they were tightened on, and
tightening cost true findings, too: “true, lost” tells how many of those that were true are no longer found.

Sets 5 and 6 are mostly plans, reports and handovers that name issues, which the sets before seldom did. There most of
what the other rules said was false when they met them: states that a sentence gives an issue in passing, and counts
beside issues that are only cited. Mending one case after the other did not help with the next set. So before set 7
the rules were bound to forms. Two entries conflict only where both name the whole of one issue; a count is held only
against a plain list; a name is only what stands as a title; and what calls itself a report, a review, a template or
the like makes no claims of a plan at all.

Sets 7 to 10 are plans, roadmaps, boards and checklists, chosen by the names of their files before any rule had read
them. When the rules met the four, ${together}.
On a document that they have not met expect about that share, and not less. The other rules say little by now: one finding in ${rarity} documents. Of the
findings in set 8 most are broken links in the pages of a single repository. So in sets 9 and 10 at most ten findings
of one repository count, the first by path and line. Of those in set 9, ${ninth.wrong} of ${ninth.all} were false (${percent(ninth)}%). Set 10 tells
nothing of the other rules: in its ${tenth.documents} documents they found nothing. Its ${tenth.before.all} findings are broken links and broken
paragraphs of four repositories; in all others nothing was found.

No document of any set made the rules fail. \`--fix\` changed nothing but ends of lines and, in set 9, characters that
had been saved in a wrong encoding. One of its line breaks was wrong when it met set 7, and would have cut a running
paragraph in two; in sets 8 to 10 none was.

| set | documents | repositories | findings | false | false by now | true, lost | of other rules | false | true, lost |
|---|---|---|---|---|---|---|---|---|---|
${rows.join("\n")}

Turn a rule off where it is wrong, and tell us.`;
}
