/** An adoption as people read it before they agree: each passage, why, what it says and what it will say. */
import { issueWords } from "../../adopt/mentions.ts";
import type { Adoption, ShownProposal } from "../../engine/draft-adoption.ts";

/** Lines are counted from 1. */
export function adoptionText({ proposals, left }: Adoption): string {
  const parts = [
    ...proposals.map(proposalText),
    ...left.map(({ from, to, block, reason }) => {
      const looks = block === null ? "" : `, although it looks like "${block}"`;
      return `${placeText(from, to)}: left as it stands${looks}: ${reason}.`;
    }),
  ];
  return parts.join("\n\n");
}

/** What becomes of the passage, as a sentence without its end. */
export function fateText({ block, from, to, kind }: ShownProposal): string {
  const isOne = to - from === 1;
  const becomes =
    kind === "region"
      ? `${isOne ? "becomes" : "become"} the region "${block}"`
      : `${isOne ? "goes" : "go"}, for regions say all of it ("${block}")`;
  return `${placeText(from, to)} ${becomes}`;
}

function proposalText(one: ShownProposal): string {
  const { reason, names, corrected } = one;
  return [
    `${fateText(one)}. Recognised by: ${reason}.`,
    ...(names.length > 0 ? [`What its parts are called is not kept: ${names.join(", ")}.`] : []),
    ...(corrected.length > 0 ? [`GitHub says otherwise of ${issueWords(corrected)}.`] : []),
    ...marked("-", one.before),
    ...marked("+", visibleText(one)),
  ].join("\n");
}

/** Without the definitions of its links, and with the notes that stay below it. */
export function visibleText({ after, notes }: ShownProposal): string {
  const text = after.replace(/^\[[^\]\n]+\]: \S+$/gm, "").trimEnd();
  return notes.length === 0 ? text : `${text}\n\n**Notes:** ${notes.join(", ")}`;
}

function marked(mark: string, text: string): readonly string[] {
  return text === "" ? [] : text.split("\n").map((line) => `  ${mark} ${line}`.trimEnd());
}

export function placeText(from: number, to: number): string {
  return to - from === 1 ? `Line ${to}` : `Lines ${from + 1} to ${to}`;
}
