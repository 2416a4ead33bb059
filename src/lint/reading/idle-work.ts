// Work that is said to be in progress although none of its issues is: all are still to be started.

import type { LintFinding } from "../rule.ts";
import { contradiction, lineWords } from "./contradiction.ts";
import { isSameLabel, labelKey } from "./labels.ts";
import type { Outline } from "./outline.ts";
import type { Part } from "./parts.ts";

const started = /🔨|🚧/u;
const fewest = 2;

export function findIdleWork(outline: Outline): readonly LintFinding[] {
  const idle = outline.parts.filter(isIdle);
  return idle.flatMap((part) => {
    const lines = claimedStarted(outline, part);
    if (lines.length === 0) return [];
    const open = part.allMentions.map(({ line }) => line);
    return [
      contradiction(
        [...lines, part.line, ...open],
        `“${part.label}” is in progress on ${lineWords(lines)}, but none of its issues is (${lineWords(open)}). Mark the issue that is worked on, or the whole as not started.`,
        [`in progress (${lineWords(lines)})`, `all to be started (${lineWords(open)})`],
      ),
    ];
  });
}

function isIdle(part: Part): boolean {
  if (part.allMentions.length < fewest || !part.counts.some(({ done }) => done === 0)) return false;
  return part.allMentions.every(({ state }) => state === "open");
}

/** By the summary, or by a line that names it and lists no issue. */
function claimedStarted({ status, mentions, lines }: Outline, part: Part): readonly number[] {
  const isAbout = (key: string) => key !== "" && isSameLabel(key, part.key);
  const inSummary =
    status?.marks.some(({ name, mark }) => started.test(mark) && isAbout(labelKey(name))) ?? false;
  const marked = lines.filter(({ text, kind }) => kind === "bullet" && started.test(text));
  const listing = new Set(marked.length > 0 ? mentions.map(({ line }) => line) : []);
  const elsewhere = marked.filter(
    ({ line, text }) => !listing.has(line) && isAbout(labelKey(text)),
  );
  return [...(status && inSummary ? [status.line] : []), ...elsewhere.map(({ line }) => line)];
}
