/**
 * A plan as a JSON file: `{version, project, milestones[], issues[]}`. What a field means stands beside
 * it; a field that is absent is unset. Fields ending in `_basis` tell where a value comes from and are
 * read by nobody here.
 */
import { z } from "zod";

const text = z.string();
const optionalText = text.nullish();
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "a day is written as 2026-01-31")
  .nullish();
const key = z.union([text.min(1), z.number().int().positive()]).transform(String);
const keys = z.array(key).nullish();
const count = z.number().nonnegative();

export const milestoneSchema = z.object({
  key,
  title: text.min(1),
  description: optionalText,
  state: z.enum(["open", "closed"]).nullish(),
  start_on: day,
  due_on: day,
  closed_on: day,
  depends_on: keys,
  weeks: z.unknown().optional(),
  note: optionalText,
  item_count: count.int().nullish(),
  items_done: count.int().nullish(),
});

const task = z.union([text, z.object({ text, done: z.boolean().nullish() })]);

export const issueSchema = z.object({
  key,
  number_in_document: z.number().int().positive().nullish(),
  title: text.min(1),
  body: optionalText,
  milestone: key.nullish(),
  state: z.enum(["open", "closed"]).nullish(),
  state_reason: z.enum(["completed", "not_planned", "duplicate"]).nullish(),
  kind: z.enum(["issue", "epic"]).nullish(),
  cluster: optionalText,
  parent: key.nullish(),
  blocked_by: keys,
  blocks_milestones: keys,
  duplicate_of: key.nullish(),
  short: optionalText,
  moved_from: key.nullish(),
  labels: z.array(text).nullish(),
  priority: optionalText,
  tasks: z.array(task).nullish(),
  points: count.nullish(),
  estimate_hours: z.union([count, z.tuple([count, count])]).nullish(),
});

export const specSchema = z.object({
  version: z.literal(1),
  project: text.min(1),
  note: optionalText,
  milestones: z.array(milestoneSchema),
  issues: z.array(issueSchema),
});

export type Spec = z.infer<typeof specSchema>;
export type SpecMilestone = z.infer<typeof milestoneSchema>;
export type SpecIssue = z.infer<typeof issueSchema>;
