/** Reads figures back from the texts of surfaces, as a person reads them: tables, sections, references. */

/** The text with links taken off: "[#4]-[#7]" is "#4-#7", "[Title](https://…)" is "Title". */
function unlinked(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/\[(#\d+)\](?!:)/g, "$1");
}

/** The rows of the first table with these column headings. Throws where there is none. */
export function readTable(
  text: string,
  headings: readonly string[],
): readonly (readonly string[])[] {
  const lines = unlinked(text).split("\n");
  const start = lines.findIndex((line) => cellsOf(line).join("|") === headings.join("|"));
  if (start < 0) throw new Error(`There is no table with the columns ${headings.join(", ")}.`);
  const rows = lines.slice(start + 2);
  const end = rows.findIndex((line) => !line.startsWith("|"));
  return rows.slice(0, end < 0 ? rows.length : end).map(cellsOf);
}

function cellsOf(line: string): readonly string[] {
  if (!line.startsWith("|")) return [];
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}

export interface Section {
  /** The heading without its mark. */
  readonly title: string;
  readonly mark: string;
  /** "- **Progress:** 9/9" is "Progress" → "9/9". */
  readonly facts: ReadonlyMap<string, string>;
}

/** The sections under headings of the third level. */
export function readSections(text: string): readonly Section[] {
  return unlinked(text)
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const [heading = ""] = part.split("\n");
      const words = heading.split(" ");
      const facts = [...part.matchAll(/^- \*\*(.+?):\*\* (.*)$/gm)];
      return {
        title: words.slice(0, -1).join(" "),
        mark: words.at(-1) ?? "",
        facts: new Map(facts.map(([, key = "", value = ""]) => [key, value])),
      };
    });
}

/** The numbers that a text names, those within ranges too. */
export function readReferences(text: string): readonly number[] {
  return [...unlinked(text).matchAll(/#(\d+)(?:-#(\d+))?/g)].flatMap(([, first, last]) => {
    const [from, to] = [Number(first), Number(last ?? first)];
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

/** "5.10" of "Milestone 5.10: Monitoring", "DB-ML2" of "DB-ML2 – Lake". */
export function keyOf(title: string): string {
  return /\d+\.\d+|DB-ML\d/.exec(title)?.[0] ?? title;
}

/** What each milestone needs, as its section says: key → keys. */
export function readNeeds(sections: readonly Section[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    sections.map(({ title, facts }) => {
      const needs = facts.get("Needs")?.split(", ") ?? [];
      return [keyOf(title), needs.map(keyOf)];
    }),
  );
}

/** Milestones in the order in which they can be done: each level needs only those before it. */
export function levelsOf(
  needs: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const levels: string[][] = [];
  const placed = new Set<string>();
  while (placed.size < needs.size) {
    const level = [...needs]
      .filter(([key, needed]) => !placed.has(key) && needed.every((one) => placed.has(one)))
      .map(([key]) => key);
    if (level.length === 0) throw new Error("The milestones need each other.");
    for (const key of level) placed.add(key);
    levels.push(level);
  }
  return levels;
}
