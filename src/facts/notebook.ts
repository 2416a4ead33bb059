/**
 * Milepost's notebook: what GitHub has no home for, as hidden, schema-checked JSON in the status
 * issue. Only Milepost writes it. It is capped, so that it never crowds out what people read.
 */
import { z } from "zod";
import { undoSchema } from "./undo-record.ts";

const titlesKept = 10;

/** A note of at most this many characters; commands refuse longer ones. */
export const longestNote = 280;

const noted = z.object({
  text: z.string().max(longestNote),
  /** When the command that said so was given: a late command must not replace a newer one. */
  at: z.string(),
});

const issueNotes = z.object({
  alias: noted.optional(),
  note: noted.optional(),
  /** Why it is in this milestone now; null stands for none. */
  moved: noted.extend({ milestone: z.number().nullable() }).optional(),
  dropped: noted.optional(),
  held: noted.optional(),
});

export type IssueNotes = z.infer<typeof issueNotes>;

const numbered = z.string().regex(/^\d+$/);

const schema = z.object({
  version: z.literal(1),
  /** Milestone number → its titles, the present one first: history names milestones by title only. */
  milestones: z.record(numbered, z.array(z.string()).max(titlesKept)),
  issues: z.record(numbered, issueNotes).catch({}),
  /** Issue number → what the last command in its thread changed. */
  undo: z.record(numbered, undoSchema).catch({}),
  /** Key of an edited text that changed something → when the version that ran was written. */
  ran: z.record(z.string(), z.iso.datetime()).catch({}),
  /** What became of pinning the status issue; a person's later choice stands. */
  pin: z.enum(["pinned", "no-room"]).optional(),
});

export type Notebook = z.infer<typeof schema>;

export const emptyNotebook: Notebook = {
  ...{ version: 1, milestones: {}, issues: {}, undo: {}, ran: {} },
};

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
  return `${opening}${hideable(JSON.stringify(withoutEmpty(notebook)))}${closing}`;
}

/** What has no entry is left out: most notebooks hold titles only. */
function withoutEmpty({ issues, undo, ran, ...rest }: Notebook): Partial<Notebook> {
  return {
    ...rest,
    ...(Object.keys(issues).length > 0 ? { issues } : {}),
    ...(Object.keys(undo).length > 0 ? { undo } : {}),
    ...(Object.keys(ran).length > 0 ? { ran } : {}),
  };
}

/** Its length once printed. */
export function printedLength(value: unknown): number {
  return hideable(JSON.stringify(value)).length;
}

function hideable(json: string): string {
  return json.replace(/[<>]|-(?=-)/g, escapeSequence);
}

function escapeSequence(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
