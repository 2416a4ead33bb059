// All that fits a pattern. `matchAll` makes a copy of the pattern for each text, which takes longer than to look
// through a line.

/** In order. The pattern is global, and nothing empty fits it. */
export function allMatches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match);
  }
  return matches;
}
