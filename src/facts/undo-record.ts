/**
 * What the last command of a thread changed, so that it can be taken back: each edit with the one that
 * reverts it. Kept in the notebook, where it is checked again when it is read.
 */
import { z } from "zod";
import type { PlanEdit } from "../domain/plan-edit.ts";

const issue = z.number().int().positive();
const foreign = z
  .string()
  .regex(/^[^\s#]+\/[^\s#]+#\d+$/)
  .transform((text) => text as `${string}/${string}#${number}`);
const reference = z.union([issue, foreign]);
const entry = z.number().int().positive();

const taskEdit = z.union([
  z.object({ do: z.literal("add"), text: z.string() }),
  z.object({ do: z.enum(["tick", "untick", "remove"]), entry, text: z.string() }),
]);

const edit = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("set-milestone"), issue, milestone: issue.nullable() }),
  z.object({ kind: z.enum(["add-blocker", "remove-blocker"]), issue, blocker: reference }),
  z.object({ kind: z.literal("set-parent"), issue, parent: issue.nullable() }),
  z.object({ kind: z.enum(["add-label", "remove-label"]), issue, label: z.string() }),
  z.object({ kind: z.enum(["assign", "unassign"]), issue, login: z.string() }),
  z.object({
    kind: z.literal("close"),
    issue,
    reason: z.enum(["completed", "not_planned", "duplicate"]),
    duplicateOf: issue.nullable(),
  }),
  z.object({ kind: z.literal("reopen"), issue }),
  z.object({ kind: z.literal("edit-tasks"), issue, edit: taskEdit }),
  z.object({
    kind: z.literal("create-sub-issue"),
    issue,
    title: z.string(),
    milestone: issue.nullable(),
  }),
  z.object({ kind: z.literal("set-needs"), milestone: issue, needs: z.string().nullable() }),
  z.object({
    kind: z.literal("note"),
    issue,
    about: z.enum(["alias", "note", "moved", "dropped", "held"]),
    text: z.string().nullable(),
    milestone: issue.nullable().optional(),
  }),
]) satisfies z.ZodType<PlanEdit>;

export const undoSchema = z.object({
  /** The comment or opening text with the command, by its key ("c:123", "i:45"). */
  key: z.string(),
  /** When the version that ran was written. */
  at: z.string(),
  /** That version is not the first one. */
  isEdited: z.literal(true).optional(),
  steps: z.array(z.object({ did: edit, back: edit })),
});

export type UndoRecord = z.infer<typeof undoSchema>;
export type UndoStep = UndoRecord["steps"][number];
