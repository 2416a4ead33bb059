/**
 * What a pull request that proposes regions says: each passage before and after. Milepost's text stands between
 * markers, so that what people write around it stays. It acts on nothing: texts of the document stand in code, all
 * else is escaped.
 */
import { issueWords } from "../../adopt/mentions.ts";
import { configPath } from "../../config/settings-file.ts";
import type { Adoption, Document, ShownProposal } from "../../engine/draft-adoption.ts";
import { escapeText } from "../../markdown/escape.ts";
import { stripMarkers } from "../../markdown/markers.ts";
import { clipText } from "../../markdown/plain-line.ts";
import { findTextRegions, replaceTextRegions } from "../../markdown/text-regions.ts";
import { fitText } from "../../render/fit.ts";
import { settingsLines } from "./settings-lines.ts";
import { fateText, placeText, visibleText } from "./show-adoption.ts";

export interface ProposedAdoption {
  readonly document: Document;
  readonly adoption: Adoption;
  /** The settings name the document already. */
  readonly isNamed: boolean;
}

const region = "adoption";
const bodyLimit = 60_000;
const longestPassage = 6_000;
const longestReason = 300;
const mostNames = 8;

/** A title is no Markdown, so a path is named only where it is nothing but plain words. */
export function pullRequestTitle({ path }: Pick<Document, "path">): string {
  const isPlain = path.length <= 80 && /^[\w./-]+$/.test(path) && !/gh-\d|www\./i.test(path);
  return isPlain ? `Adopt ${path}` : "Adopt a plan document";
}

export function pullRequestBody(proposed: ProposedAdoption): string {
  return `<!-- milepost:${region} -->\n${regionText(proposed)}\n<!-- milepost:end -->\n`;
}

/** Undefined where somebody took the markers away, or broke them. */
export function pullRequestEdit(
  proposed: ProposedAdoption,
): (current: string) => string | undefined {
  return (current) => {
    const { regions, problems } = findTextRegions(current);
    const ours = regions.find(({ name }) => name === region);
    if (!ours || problems.length > 0) return undefined;
    return replaceTextRegions(current, new Map([[ours, `${regionText(proposed)}\n`]]));
  };
}

function regionText(proposed: ProposedAdoption): string {
  const text = fitText((limit) => shownUpTo(proposed, limit), bodyLimit);
  return stripMarkers(text.replaceAll("\r", "").toWellFormed());
}

function shownUpTo(
  { document, adoption: { proposals, left, findings }, isNamed }: ProposedAdoption,
  limit: number,
): string {
  const about = document.milestone?.title ?? "all milestones";
  const parts = [
    `What these passages of ${escapeText(document.path)} say, Milepost can say, too, as it is on GitHub. Merged, they are regions, and every other byte of the document stays. It was read as a document about ${escapeText(about)}.`,
    ...proposals.slice(0, limit).map(passageText),
    ...more(proposals.length - limit, "passage", "see the changed file"),
    ...(left.length === 0 ? [] : [leftText(left, limit)]),
    ...findings.slice(0, limit).map(({ message }) => `Look at this: ${escapeText(message)}`),
    ...(isNamed ? [] : [settingsText(document)]),
    "To change what is proposed, change the document on the default branch and run `milepost adopt` again. It updates this pull request as long as nobody else commits to its branch.",
  ];
  return parts.join("\n\n");
}

function more(count: number, what: string, where: string): readonly string[] {
  return count > 0 ? [`And ${count} more ${what}${count === 1 ? "" : "s"}: ${where}.`] : [];
}

function passageText(one: ShownProposal): string {
  const after = visibleText(one);
  const { reason, names, corrected } = one;
  const unkept = names.slice(0, mostNames).map((name) => clipText(name, longestReason));
  const rest = names.length > mostNames ? `, and ${names.length - mostNames} more` : "";
  return [
    `<details>\n<summary>${fateText(one)}</summary>`,
    `Recognised by: ${escapeText(clipText(reason, longestReason))}.`,
    ...(names.length > 0
      ? [`What its parts are called is not kept: ${escapeText(unkept.join(", "))}${rest}.`]
      : []),
    ...(corrected.length > 0
      ? [`GitHub says otherwise of ${escapeText(issueWords(corrected))}.`]
      : []),
    `Before:\n\n${codeOf(one.before)}`,
    ...(after === "" ? [] : [`After:\n\n${codeOf(after)}`]),
    "</details>",
  ].join("\n\n");
}

/** In code nothing acts; its fence is longer than any within. */
function codeOf(text: string): string {
  if (text.length > longestPassage) return "_Too long to be shown here: see the changed file._";
  const shown = stripMarkers(text.replaceAll("\0", "\ufffd")).replace(/\n+$/, "");
  const longest = Math.max(2, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}markdown\n${shown}\n${fence}`;
}

function leftText(left: Adoption["left"], limit: number): string {
  const lines = left.slice(0, limit).map(({ from, to, block, reason }) => {
    const looks =
      block === null
        ? ""
        : `, although ${to - from === 1 ? "it looks" : "they look"} like "${block}"`;
    return `- ${placeText(from, to)}${looks}: ${escapeText(clipText(reason, longestReason))}.`;
  });
  const rest = more(
    left.length - limit,
    "passage",
    "`milepost adopt` without `--pull-request` lists them",
  );
  return ["Left as they stand:", "", ...lines, ...rest.map((line) => `- ${line}`)].join("\n");
}

function settingsText(document: Document): string {
  return `To have the regions kept, name the document in \`${configPath}\`:\n\n\`\`\`yaml\n${settingsLines(document)}\n\`\`\``;
}
