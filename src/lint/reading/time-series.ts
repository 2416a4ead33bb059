// Parts that tell of a stretch of time: a sprint, a week, a day, an entry of a log. What was open then may be done
// by now, and what was not finished goes on in the next one.

const stretch = /\b(?:sprint|week|session|iteration|cycle|stand-?up|daily|weekly)\s+#?\d/i;
/** "Day 3", "Day 3 of 5" and "Day 3 results", and not "Day 1 experience", which is about those who are new. */
const day =
  /\bday\s+#?\d+\b(?!\s+(?!(?:of|to|and|tasks?|goals?|plan|work|progress|results?|status|summary|notes?|review|report|updates?)\b)\p{L})/iu;
/** The last word of a title: "Log in", "Timeline view" and "History of edits" are work. */
const log =
  /\b(?:log|history|change ?log|archive|journal|snapshot|timeline|recap)(?=[^\p{L}\p{N}]*$|\s*[:(–—|]|\s+[-#\d])|^\P{L}*previous\b/iu;
const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const date = new RegExp(
  String.raw`\b20\d\d-\d\d|\b${month}\.?\s+\d{1,2}\b|\b\d{1,2}\.?\s+${month}\b`,
  "i",
);

/** What begins with this line is such a part. */
export function tellsOfTime(level: number, source: string): boolean {
  const isHeading = level > 0 || /^[\s>]*\*\*/.test(source);
  return isHeading && [stretch, day, log, date].some((sign) => sign.test(source));
}

/** What was counted on a day of a log was so on that day. */
export function isLog(level: number, source: string): boolean {
  return level > 0 && log.test(source);
}
