// Whether a document is a plan at all. A report, a review or the minutes of a meeting tells what was so on its
// day; a template or an example is filled in by others. Neither contradicts itself by what it counts or cites.

import { allMatches } from "../../markdown/all-matches.ts";

/** What a document calls itself, in its title or else in the name of its file. */
const kinds =
  /\b(?:(plans?|planning|road-?maps?|backlogs?|milestones?|trackers?|tracking|boards?|status|checklists?|to-?dos?|tasks?|epics?|issues|sprints?|progress|phases?|releases?)|(reports?|summar(?:y|ies)|reviews?|audits?|retros?|retrospectives?|hand-?(?:offs?|overs?)|post-?mortems?|minutes|meetings?|sessions?|investigations?|analys[ei]s|assessments?|triage|templates?|prompts?|tutorials?|how-?to|guides?|examples?|samples?|lessons?|walk-?throughs?|change-?logs?|notes|history|archives?|recaps?|findings?|results?|evidence|completed?|completion|rapports?|bericht|resum(?:o|en)|informe|relat[óo]rio))\b/giu;

const folder =
  /(?:^|\/)(?:archived?|archives?|templates?|examples?|samples?|sessions?|reports?|audits?|reviews?|retros?|retrospectives?|hand-?(?:offs?|overs?)|prompts?|history|logs?|fixtures?|skills?|agents?|commands?)\//i;

/** By the last word in its title that says so: a "Review Plan" is a plan, and a "Plan Review" a review. */
export function isRecord(path: string, text: string): boolean {
  const title = /^ {0,3}#[ \t]+(.+)$/m.exec(text.slice(0, searched))?.[1] ?? "";
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  const kind = kindIn(title) ?? kindIn(name.replace(/[_.-]+/g, " "));
  return folder.test(path) || kind === "record";
}

const searched = 2000;

function kindIn(words: string): "plan" | "record" | null {
  const last = allMatches(words, kinds).at(-1);
  if (!last) return null;
  return last[2] === undefined ? "plan" : "record";
}
