// Which paths of a repository Milepost writes to. `.github/` is refused: its files act.

export const longestPath = 500;

export const documentEndings: readonly string[] = [".md", ".markdown"];

type Rule = readonly [RegExp, string];

/** One file, or all that fit a pattern (glob.ts). */
export type PathKind = "file" | "pattern";

const rules: readonly Rule[] = [
  [/^$/, "must name a file"],
  [new RegExp(`^.{${longestPath + 1}}`, "su"), `must have at most ${longestPath} characters`],
  [/\p{Cc}|^\s|\s$/u, "must not hold control characters, or spaces at its ends"],
  [/\\/, 'must have "/" between its parts, not "\\"'],
  [/^(?:\/|~|[a-z]:|[a-z]+:\/\/)/i, "must start at the root of the repository, without a slash"],
  [/(?:^|\/)\.\.(?:\/|$)/, 'must lie inside the repository, without ".."'],
  [/(?:^|\/)\.?(?:\/|$)/, 'must name a file, without "./" or "//"'],
  [/^\.git(?:hub)?\//i, "must not lie under .github/ or .git/"],
];

const rulesOfKind: Readonly<Record<PathKind, Rule>> = {
  file: [/[*?]/, "must name one file: patterns are not supported here"],
  pattern: [
    /[^/]\*\*|\*\*[^/]/,
    'must have "**" alone between slashes, as in docs/**/*.md; "*" stands for what has no slash in it',
  ],
};

/** What is wrong with the path of a file with one of these endings, as "must …"; undefined if nothing. */
export function findPathFault(
  path: string,
  endings: readonly string[],
  kind: PathKind = "file",
): string | undefined {
  const broken = [...rules, rulesOfKind[kind]].find(([pattern]) => pattern.test(path));
  if (broken) return broken[1];
  const name = path.toLowerCase();
  const fits = endings.some((ending) => name.endsWith(ending));
  return fits ? undefined : `must end in ${endings.join(" or ")}`;
}

/** The same rules as a pattern of JSON Schema, for editors. The length is left to `maxLength`. */
export function pathPattern(endings: readonly string[], kind: PathKind = "file"): string {
  const none = String.raw`(?![/~\s])(?![A-Za-z]+:/)(?![A-Za-z]:)(?!\.[gG][iI][tT]([hH][uU][bB])?/)(?!.*(^|/)\.{0,2}(/|$))`;
  const names = endings.map((ending) => ending.replace(/[.a-z]/g, anyCase)).join("|");
  const rest = {
    file: String.raw`[^\\*?\p{Cc}]*`,
    pattern: String.raw`(?!.*([^/]\*\*|\*\*[^/]))[^\\\p{Cc}]*`,
  };
  return `^${none}${rest[kind]}(${names})$`;
}

function anyCase(character: string): string {
  return character === "." ? String.raw`\.` : `[${character}${character.toUpperCase()}]`;
}
