// Parts that tell of a stretch of time: a sprint, a week, a day, an entry of a log. What was open then may be done
// by now, and what was not finished goes on in the next one.

import { oncePer } from "./once-per.ts";
import type { Mention, Part } from "./parts.ts";

const stretch = /\b(?:sprint|week|day|session|iteration|cycle|stand-?up|daily|weekly)\s+#?\d/i;
const log = /\b(?:log|history|change ?log|archive|previous|journal|snapshot|timeline|recap)\b/i;
const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const date = new RegExp(
  String.raw`\b20\d\d-\d\d|\b${month}\.?\s+\d{1,2}\b|\b\d{1,2}\.?\s+${month}\b`,
  "i",
);

/** The innermost such part that the mention stands in. */
export function timePart({ part }: Mention): Part | null {
  return innermost(part);
}

/** What was counted on a day of a log was so on that day. */
export const isInLog: (part: Part) => boolean = oncePer(
  ({ level, source, parent }: Part) =>
    (level > 0 && log.test(source)) || (parent !== null && isInLog(parent)),
);

const innermost: (part: Part) => Part | null = oncePer((part: Part) => {
  const { level, source, parent } = part;
  const isHeading = level > 0 || /^[\s>]*\*\*/.test(source);
  if (isHeading && [stretch, log, date].some((sign) => sign.test(source))) return part;
  return parent && innermost(parent);
});
