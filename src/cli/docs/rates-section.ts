/** How often a finding is false, for `docs/rules.md`. */
import {
  type CorpusRates,
  formBoundFrom,
  metSets,
  type Rate,
  readCorpusRates,
} from "./lint-rates.ts";

/** The rates before are the honest ones: what is mended since was mended on the same documents. */
export function ratesSection(): string {
  const sets = metSets.map(readCorpusRates);
  const formBound = sets.slice(formBoundFrom);
  return [
    "## How often a finding is false",
    how,
    figures(formBound, sets.length),
    [chosen(formBound, sets.length), history(sets)].join("\n"),
    table(sets),
    "Turn a rule off where it is wrong, and tell us.",
  ].join("\n\n");
}

const how = `The rules were run over plan documents of public repositories that they had not met, and each finding was judged by
hand. It is false where a reader who knows the document would not call it a contradiction or a defect. After each set
the rules were tightened, and the next set is of other repositories.`;

/** These say nothing of single sets, so that they need no new words for the next. */
function figures(formBound: readonly CorpusRates[], newest: number): string {
  const before = formBound.map((one) => one.before);
  const ofContent = formBound.map((one) => one.ofContent);
  const documents = sum(formBound.map((one) => one.documents));
  const [all, content] = [sumOf(before), sumOf(ofContent)];
  const [lastAll, lastContent] = [...before.slice(-1), ...ofContent.slice(-1)].map(ofRate);
  return `When the rules met sets 7 to ${newest}, ${all.wrong} of ${all.all} findings were false (${percent(all)}%), and of those of other rules ${ofRate(content)}.
Set by set it was ${range(before)}, and ${range(ofContent)}; in the newest, set ${newest}, ${lastAll} and ${lastContent}.
Expect of a document that they have not met what the worse sets show. “Other rules” are all but \`anchor-broken\` and
\`broken-markdown\`. These two make most of the findings and are easily told, and so make the share over all rules look
good; the other rules say little, one finding in ${Math.round(documents / content.all)} documents.`;
}

function chosen(formBound: readonly CorpusRates[], newest: number): string {
  const last = formBound.slice(-1);
  return `- Sets 7 to ${newest} are plans, roadmaps, boards and checklists, chosen by the names of their files before any rule had read
  them. Few repositories weigh much: ${withFindings(formBound)} have findings at all, and in the newest set
  ${withFindings(last)}. From set 9 on at most ten findings of one repository count, the first by path and line.`;
}

function withFindings(sets: readonly CorpusRates[]): string {
  return `${sum(sets.map((one) => one.withFindings))} of ${sum(sets.map((one) => one.repositories))}`;
}

function history(sets: readonly CorpusRates[]): string {
  const known = sumOf(sets.map(({ after }) => after));
  return `- Before set 7 what the other rules said was false more often than true, but for set 4, in which they said next to
  nothing. Mending one case after the other did not help with the next set, so the rules were bound to forms: two
  entries conflict only where both name the whole of one issue, a count is held only against a plain list, a name is
  only what stands as a title, and what calls itself a report, a review or a template makes no claims of a plan.
- By now they find ${known.all} of the findings in the table, of which ${known.wrong} are false (${percent(known)}%). That is no measure: it is
  counted on the documents that they were tightened on. Tightening cost true findings, too, see “true, lost”.
- No document made the rules fail. \`--fix\` changed nothing but ends of lines and characters that had been saved in a
  wrong encoding. One of its line breaks was wrong when it met set 7, and none since.`;
}

const heads = `| set | documents | repositories | findings | false | false by now | true, lost | of other rules | false | true, lost |
|---|---|---|---|---|---|---|---|---|---|`;

function table(sets: readonly CorpusRates[]): string {
  const rows = sets.map(({ repositories, documents, before, after, lost, ofContent }, index) => {
    const cells = [
      ...[index + 1, documents, repositories, before.all],
      share(before),
      `${after.wrong} of ${after.all}`,
      lostOf(lost.all, before),
      ...[ofContent.all, share(ofContent), lostOf(lost.ofContent, ofContent)],
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [heads, ...rows].join("\n");
}

function share(rate: Rate): string {
  return `${rate.wrong} (${percent(rate)}%)`;
}

function ofRate(rate: Rate): string {
  return `${rate.wrong} of ${rate.all} (${percent(rate)}%)`;
}

/** From the best set to the worst, of those in which there was something to be wrong about. */
function range(rates: readonly Rate[]): string {
  const shares = rates.filter(({ all }) => all > 0).map(percent);
  return `${Math.min(...shares)}% to ${Math.max(...shares)}%`;
}

function percent({ all, wrong }: Rate): number {
  return all === 0 ? 0 : Math.round((wrong * 100) / all);
}

function sumOf(rates: readonly Rate[]): Rate {
  return { all: sum(rates.map(({ all }) => all)), wrong: sum(rates.map(({ wrong }) => wrong)) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function lostOf(lost: number, { all, wrong }: Rate): string {
  return `${lost} of ${all - wrong}`;
}
