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
  const formBound = (["seventh", "eighth", "ninth", "tenth", "eleventh"] as const).map(
    readCorpusRates,
  );
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
  const eleventh = readCorpusRates("eleventh");
  const documents = formBound.reduce((sum, one) => sum + one.documents, 0);
  const known = sumOf(metSets.map((set) => readCorpusRates(set).after));
  const together = `${all.wrong} of ${all.all} findings were false (${percent(all)}%), and of those of other rules ${content.wrong} of ${content.all} (${percent(content)}%)`;
  const newest = `${eleventh.before.wrong} of ${eleventh.before.all} (${percent(eleventh.before)}%) and ${eleventh.ofContent.wrong} of ${eleventh.ofContent.all} (${percent(eleventh.ofContent)}%)`;
  const rarity = Math.round(documents / content.all);
  return `## How often a finding is false

The rules were run over plan documents of public repositories that they had not met, and each finding was judged by
hand. It is false where a reader who knows the document would not call it a contradiction or a defect. After each set
the rules were tightened, and the next set is of other repositories.

When the rules met sets 7 to 11, ${together}.
In the newest, set 11, it was ${newest}. Expect that of a document that they have
not met, and not less. “Other rules” are all but \`anchor-broken\` and \`broken-markdown\`. These two make most of the
findings and are easily told, and so make the share over all rules look good; the other rules say little, one finding
in ${rarity} documents.

- Sets 7 to 11 are plans, roadmaps, boards and checklists, chosen by the names of their files before any rule had read
  them. From set 9 on at most ten findings of one repository count, the first by path and line. Still a few
  repositories weigh much: the findings in set 8 are mostly links of one, set 10 has findings in four only, and 9 of
  the false ones in set 11 are German dates of one, which \`broken-markdown\` took for entries of a list.
- Before set 7 what the other rules said was false more often than true, but for set 4, in which they said next to
  nothing. Mending one case after the other did not help with the next set, so the rules were bound to forms: two
  entries conflict only where both name the whole of one issue, a count is held only against a plain list, a name is
  only what stands as a title, and what calls itself a report, a review or a template makes no claims of a plan.
- By now they find ${known.all} of these findings in the eleven sets, of which ${known.wrong} are false (${percent(known)}%). That is no measure: it is
  counted on the documents that they were tightened on. Tightening cost true findings, too, see “true, lost”.
- No document made the rules fail. \`--fix\` changed nothing but ends of lines and characters that had been saved in a
  wrong encoding. One of its line breaks was wrong when it met set 7, and none since.

| set | documents | repositories | findings | false | false by now | true, lost | of other rules | false | true, lost |
|---|---|---|---|---|---|---|---|---|---|
${rows.join("\n")}

Turn a rule off where it is wrong, and tell us.`;
}
