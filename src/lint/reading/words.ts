// Words as they are compared: without case, emphasis, marks and endings, so that "Archive strategy approved ✅"
// and "archive strategies approve" say the same.

const emphasis = /[*_`~]+/g;
const smallWords = new Set(
  "a an and the of for to in on with by at from or is are be as per via all".split(" "),
);

/** The text without emphasis, marks and what stands in brackets. */
export function plainWords(text: string): string {
  return text
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, " ")
    .replace(emphasis, "")
    .replace(/\p{Extended_Pictographic}|\ufe0f|\u200d/gu, " ")
    .replace(/\s{2,}|[^\S ]/g, " ")
    .trim();
}

/** Lower-case words with a letter or digit, small words left out, in order. */
export function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !smallWords.has(word));
}

/** The same word in another form: one begins as the other does, but for an ending. */
export function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long === `${short}s`) return true;
  const stem = short.replace(/(?:ions?|ing|ed|es|e|s)$/, "");
  return stem.length >= shortestStem && long.startsWith(stem);
}

const shortestStem = 4;

/** How many words of the first are in the second. */
export function sharedWords(one: readonly string[], other: readonly string[]): number {
  return one.filter((word) => other.some((candidate) => isSameWord(word, candidate))).length;
}

/** A name to look things up by: its words, in order. */
export function nameKey(text: string): string {
  return wordsOf(plainWords(text)).join(" ");
}
