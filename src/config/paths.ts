// Which paths of a repository Milepost writes to. `.github/` is refused: its files act.

export const longestPath = 500;

const rules: readonly (readonly [RegExp, string])[] = [
  [/^$/, "must name a file"],
  [new RegExp(`^.{${longestPath + 1}}`, "su"), `must have at most ${longestPath} characters`],
  [/\p{Cc}|^\s|\s$/u, "must not hold control characters, or spaces at its ends"],
  [/\\/, 'must have "/" between its parts, not "\\"'],
  [/^(?:\/|~|[a-z]:|[a-z]+:\/\/)/i, "must start at the root of the repository, without a slash"],
  [/(?:^|\/)\.\.(?:\/|$)/, 'must lie inside the repository, without ".."'],
  [/(?:^|\/)\.?(?:\/|$)/, 'must name a file, without "./" or "//"'],
  [/^\.git(?:hub)?\//i, "must not lie under .github/ or .git/"],
  [/[*?]/, "must name one file: patterns are not supported"],
];

/** What is wrong with the path of a file with one of these endings, as "must …"; undefined if nothing. */
export function findPathFault(path: string, endings: readonly string[]): string | undefined {
  const broken = rules.find(([pattern]) => pattern.test(path));
  if (broken) return broken[1];
  const name = path.toLowerCase();
  const fits = endings.some((ending) => name.endsWith(ending));
  return fits ? undefined : `must end in ${endings.join(" or ")}`;
}

/** The same rules as a pattern of JSON Schema, for editors. The length is left to `maxLength`. */
export function pathPattern(endings: readonly string[]): string {
  const none = String.raw`(?![/~\s])(?![A-Za-z]+:/)(?![A-Za-z]:)(?!\.[gG][iI][tT]([hH][uU][bB])?/)(?!.*(^|/)\.{0,2}(/|$))`;
  const names = endings.map((ending) => ending.replace(/[.a-z]/g, anyCase)).join("|");
  return String.raw`^${none}[^\\*?\p{Cc}]*(${names})$`;
}

function anyCase(character: string): string {
  return character === "." ? String.raw`\.` : `[${character}${character.toUpperCase()}]`;
}
