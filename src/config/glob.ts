// Patterns of paths: `*` is any run of characters of a part, `?` is one, `**` any run of whole parts.
// What begins with a dot is matched only by what begins with a dot, as in a shell. No pattern takes longer
// than its length times the path's: a run that turns out too short is only ever lengthened where the last
// one stands, never further in front.

interface Kind<Token, Item> {
  /** Whether the token stands for a run of items, of none too. */
  readonly isRun: (token: Token) => boolean;
  /** Whether such a run may hold the item. */
  readonly runHolds: (item: Item) => boolean;
  /** Whether a token that is no run stands for the item. */
  readonly fits: (token: Token, item: Item) => boolean;
}

type Characters = readonly string[];

const characters: Kind<string, string> = {
  isRun: (token) => token === "*",
  runHolds: () => true,
  fits: (token, item) => token === "?" || token === item,
};

const parts: Kind<Characters, Characters> = {
  isRun: (token) => token.length === 2 && token[0] === "*" && token[1] === "*",
  runHolds: (part) => part[0] !== ".",
  fits: (token, part) =>
    (token[0] === ".") === (part[0] === ".") && fitsSequence(token, part, characters),
};

/** Whether it is a pattern, not the path of one file. */
export function isGlob(path: string): boolean {
  return /[*?]/.test(path);
}

/** A function that says which paths fit. */
export function compileGlob(pattern: string): (path: string) => boolean {
  const tokens = partsOf(pattern);
  const folder = literalFolder(pattern);
  return (path) => path.startsWith(folder) && fitsSequence(tokens, partsOf(path), parts);
}

/** The folder in which all paths lie that fit, with a slash at its end; empty for the root. */
export function literalFolder(pattern: string): string {
  const [literal = ""] = pattern.split(/[*?]/, 1);
  return literal.slice(0, literal.lastIndexOf("/") + 1);
}

function partsOf(path: string): readonly Characters[] {
  return path.split("/").map((part) => [...part]);
}

function fitsSequence<Token, Item>(
  tokens: readonly Token[],
  items: readonly Item[],
  { isRun, runHolds, fits }: Kind<Token, Item>,
): boolean {
  let at = 0;
  let run = -1;
  let runEnd = 0;
  for (let item = 0; item < items.length; ) {
    const token = tokens[at];
    if (token !== undefined && isRun(token)) {
      run = at;
      runEnd = item;
      at += 1;
    } else if (token !== undefined && fits(token, items[item] as Item)) {
      at += 1;
      item += 1;
    } else {
      if (run < 0 || !runHolds(items[runEnd] as Item)) return false;
      runEnd += 1;
      item = runEnd;
      at = run + 1;
    }
  }
  return tokens.slice(at).every(isRun);
}
