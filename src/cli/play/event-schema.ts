/** The steps that a plan can be played with: what a person would do on GitHub, as JSON. */
import { z } from "zod";

const issue = z.union([z.number().int().positive(), z.string().min(1)]);

const single = [
  z.object({
    do: z.literal("close"),
    issue,
    reason: z.enum(["completed", "not_planned", "duplicate"]).optional(),
  }),
  z.object({ do: z.literal("reopen"), issue }),
  z.object({ do: z.literal("move"), issue, milestone: z.string().nullable() }),
  z.object({ do: z.literal("label"), issue, label: z.string().min(1) }),
  z.object({ do: z.literal("unlabel"), issue, label: z.string().min(1) }),
  z.object({ do: z.literal("block"), issue, by: issue }),
  z.object({ do: z.literal("unblock"), issue, by: issue }),
  z.object({
    do: z.literal("create"),
    title: z.string().min(1),
    body: z.string().optional(),
    milestone: z.string().nullish(),
    labels: z.array(z.string()).optional(),
  }),
  z.object({
    do: z.literal("edit"),
    issue,
    title: z.string().optional(),
    body: z.string().optional(),
  }),
  z.object({ do: z.literal("comment"), issue, by: z.string().min(1), body: z.string() }),
  z.object({ do: z.literal("push"), files: z.record(z.string(), z.string().nullable()) }),
  z.object({ do: z.literal("rename-milestone"), milestone: z.string(), title: z.string().min(1) }),
  z.object({ do: z.literal("advance"), days: z.number().positive() }),
] as const;

const singleEvent = z.discriminatedUnion("do", single);
const burst = z.object({ do: z.literal("all"), events: z.array(singleEvent) });

/** What a person does in one go. */
export type SingleEvent = z.infer<typeof singleEvent>;
/** One step: a single event, or a burst of them. */
export type PlayedEvent = SingleEvent | z.infer<typeof burst>;

export const eventsSchema = z.array(z.discriminatedUnion("do", [...single, burst]));
