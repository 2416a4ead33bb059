/**
 * Milepost's notebook: what GitHub has no home for, as hidden, schema-checked JSON in the status
 * issue. Only Milepost writes it. It is capped, so that it never crowds out what people read.
 */
import { z } from "zod";
import type { Milestone } from "../domain/project.ts";

const titlesKept = 10;
const milestonesKept = 200;

/** Of 65,536 that an issue's body holds. */
const charactersKept = 8000;

const schema = z.object({
  version: z.literal(1),
  /** Milestone number → its titles, the present one first: history names milestones by title only. */
  milestones: z.record(z.string().regex(/^\d+$/), z.array(z.string()).max(titlesKept)),
  /** What became of pinning the status issue; a person's later choice stands. */
  pin: z.enum(["pinned", "no-room"]).optional(),
});

export type Notebook = z.infer<typeof schema>;

export const emptyNotebook: Notebook = { version: 1, milestones: {} };

const opening = "<!-- milepost-notebook ";
const closing = " -->";

/** The notebook in a status issue's body; null when there is none or it is damaged. */
export function readNotebook(body: string): Notebook | null {
  const start = body.lastIndexOf(opening);
  const end = start < 0 ? -1 : body.indexOf(closing, start);
  if (end < 0) return null;
  try {
    return schema.parse(JSON.parse(body.slice(start + opening.length, end)));
  } catch {
    return null;
  }
}

/** An HTML comment in one line; nothing in it can end the comment. */
export function printNotebook(notebook: Notebook): string {
  return `${opening}${hideable(JSON.stringify(notebook))}${closing}`;
}

function hideable(json: string): string {
  return json.replace(/[<>]|-(?=-)/g, escapeSequence);
}

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
    room -= hideable(JSON.stringify(entry)).length;
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

function escapeSequence(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
