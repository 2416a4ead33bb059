/** The titles that milestones have had, as the notebook keeps them. */
import type { Milestone } from "../domain/project.ts";
import { type Notebook, printedLength } from "./notebook.ts";

const titlesKept = 10;
const milestonesKept = 200;

/** Of 65,536 that an issue's body holds. */
const charactersKept = 8000;

/**
 * Notes the titles of today. Where room is short, milestones that are gone are forgotten first, then
 * those with the lowest numbers.
 */
export function noteTitles(
  notebook: Notebook,
  milestones: readonly Pick<Milestone, "number" | "title">[],
): Notebook {
  const noted = new Map(Object.entries(notebook.milestones));
  for (const { number, title } of milestones) {
    const earlier = (noted.get(String(number)) ?? []).filter((one) => one !== title);
    noted.set(String(number), [title, ...earlier].slice(0, titlesKept));
  }
  const present = new Set(milestones.map(({ number }) => String(number)));
  const lastToGo = [...noted].sort(
    ([a], [b]) => Number(present.has(b)) - Number(present.has(a)) || Number(b) - Number(a),
  );
  return { ...notebook, milestones: Object.fromEntries(withinRoom(lastToGo)) };
}

function withinRoom(entries: readonly [string, string[]][]): readonly [string, string[]][] {
  let room = charactersKept;
  return entries.slice(0, milestonesKept).filter((entry) => {
    room -= printedLength(entry);
    return room >= 0;
  });
}

export function earlierTitles(
  notebook: Notebook,
  number: number,
  title: string,
): readonly string[] {
  return (notebook.milestones[String(number)] ?? []).filter((one) => one !== title);
}
