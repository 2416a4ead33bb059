/** What surrounds a command's own words: "--dry-run", and the issues that "on #12, #20-24" aims it at. */
import type { Plan } from "../domain/plan.ts";
import type { Command } from "./command.ts";
import type { Invocation } from "./invocation.ts";
import { type IssueList, readIssueList } from "./issue-list.ts";

export interface Aim {
  readonly kind: "aimed";
  /** The command's own words. */
  readonly text: string;
  /** Own issues, by number; null for the one that the command stands in. */
  readonly targets: readonly number[] | null;
  readonly isDryRun: boolean;
}

export type AimResult = Aim | { readonly kind: "mistake"; readonly says: string };

type Words = Pick<Aim, "text" | "targets">;
type WordsResult = (Words & { readonly kind: "found" }) | Extract<AimResult, { kind: "mistake" }>;

export function takeAim(
  command: Pick<Command, "aim" | "takesText" | "name">,
  invocation: Pick<Invocation, "text" | "words">,
  plan: Plan,
): AimResult {
  const { takesText } = command;
  const { text, isDryRun } = takeDryRun(takesText === false ? invocation.words : invocation.text);
  const words = takeTargets(text, takesText, plan);
  if (words.kind === "mistake") return words;
  if (command.aim === "thread" && words.targets !== null) {
    return {
      kind: "mistake",
      says: `\`/${command.name}\` can't be aimed with "on": it is not about one issue.`,
    };
  }
  return { kind: "aimed", text: words.text, targets: words.targets, isDryRun };
}

/** As a word of its own, first or last. */
function takeDryRun(text: string): { text: string; isDryRun: boolean } {
  const rest = text.replace(/^(?:--|—)dry-run(?=\s|$)|(?:^|\s)(?:--|—)dry-run$/i, "");
  return { text: rest.trim(), isDryRun: rest !== text };
}

function takeTargets(text: string, takesText: Command["takesText"], plan: Plan): WordsResult {
  if (takesText === false) return aimAtEnd(text, plan);
  const atStart = aimAtStart(text, plan);
  if (takesText === true || atStart.kind === "mistake" || atStart.targets !== null) return atStart;
  if (takesText !== "because") return takesText(text) ? atStart : aimAtEnd(text, plan);
  const because = /(?:^|\s)because(?=[\s:]|$)/i.exec(text)?.index ?? text.length;
  const before = aimAtEnd(text.slice(0, because), plan);
  if (before.kind === "mistake") return before;
  return { ...before, text: `${before.text}${text.slice(because)}`.trim() };
}

/** A bare number is more likely one of the words: "waits on 3 approvals". */
const on = /(?:^|\s)on\s+(?=#\d|https?:\/\/|[\w.-]+\/[\w.-]+#\d|[a-z]{1,10}-\d)/gi;

/** The last "on", with nothing but issues behind it. */
function aimAtEnd(text: string, plan: Plan): WordsResult {
  const last = [...text.matchAll(on)].at(-1);
  if (!last) return { kind: "found", text: text.trim(), targets: null };
  const given = text.slice(last.index + last[0].length);
  const list = readIssueList(given, plan);
  const isAim = list.kind === "mistake" ? !isWord(given) : list.rest === "";
  if (!isAim) return { kind: "found", text: text.trim(), targets: null };
  return toTargets(text.slice(0, last.index).trim(), list);
}

/** Directly behind the command's name; a colon may follow. */
function aimAtStart(text: string, plan: Plan): WordsResult {
  const [start] = text.matchAll(on);
  const given = start?.index === 0 ? text.slice(start[0].length) : "";
  const list = readIssueList(given, plan);
  const isAim = given !== "" && (list.kind === "read" || !isWord(given));
  if (!isAim) return { kind: "found", text, targets: null };
  return toTargets(list.kind === "read" ? list.rest.replace(/^:\s*/, "") : "", list);
}

/** "on ES-6" is no key where no issue has it. */
function isWord(given: string): boolean {
  return /^[a-z]+-\d/i.test(given);
}

function toTargets(text: string, list: IssueList): WordsResult {
  if (list.kind === "mistake") return list;
  const targets = list.references.filter((one) => typeof one === "number");
  if (targets.length === list.references.length) return { kind: "found", text, targets };
  return {
    kind: "mistake",
    says: "A command can be aimed only at issues of this repository: give it in the other repository.",
  };
}
