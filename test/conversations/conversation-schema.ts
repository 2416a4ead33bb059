import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

/** Facts of an issue as they stand on the host; what is left out is not looked at. */
const facts = z.strictObject({
  state: z.string().optional(),
  milestone: z.string().nullable().optional(),
  labels: z.array(z.string()).optional(),
  assignees: z.array(z.string()).optional(),
  blockedBy: z.array(z.union([z.number(), z.string()])).optional(),
  parent: z.number().nullable().optional(),
  duplicateOf: z.number().nullable().optional(),
  body: z.string().optional(),
  title: z.string().optional(),
});

const words = z.array(z.string());

const expected = z.strictObject({
  /** By number. */
  issues: z.record(z.string(), facts).optional(),
  /** Start of the title → its whole description, empty where it has none. */
  milestones: z.record(z.string(), z.string()).optional(),
  /** What the status issue says, and does not say. */
  status: words.optional(),
  statusLacks: words.optional(),
  reaction: z.enum(["rocket", "confused", "eyes"]).nullable(),
  /** Texts that the reply holds; null for no reply. */
  reply: words.nullable(),
  replyLacks: words.optional(),
});

const act = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("milestone"), issue: z.number(), to: z.string().nullable() }),
  z.strictObject({ do: z.enum(["label", "unlabel"]), issue: z.number(), label: z.string() }),
  z.strictObject({ do: z.enum(["block", "unblock"]), issue: z.number(), by: z.number() }),
  z.strictObject({ do: z.enum(["assign", "unassign"]), issue: z.number(), who: z.string() }),
  z.strictObject({ do: z.enum(["close", "reopen"]), issue: z.number() }),
  z.strictObject({ do: z.literal("child"), issue: z.number(), of: z.number() }),
  z.strictObject({ do: z.literal("edit"), issue: z.number(), body: z.string() }),
  z.strictObject({ do: z.literal("describe"), milestone: z.string(), text: z.string() }),
  z.strictObject({
    do: z.literal("comment"),
    issue: z.number(),
    by: z.string().default("maintainer"),
    body: z.string(),
  }),
]);

export type Act = z.infer<typeof act>;

const conversation = z.strictObject({
  name: z.string(),
  /** What happens first. */
  before: z.array(act).default([]),
  /** The issue that is commented on. */
  on: z.number(),
  by: z.string().default("triager"),
  comment: z.string(),
  expect: expected,
});

const schema = z.strictObject({
  /** Lines, each with a part of what it does or says: what is read, and what is refused. */
  grammar: z
    .array(
      z.strictObject({
        line: z.string(),
        on: z.number().default(1),
        /** Kinds of the edits, in order. */
        edits: words.optional(),
        refused: z.string().optional(),
        already: z.string().optional(),
        answered: z.string().optional(),
      }),
    )
    .min(2),
  permission: z.strictObject({
    /** Who may not, and who is the least that may; "author" and "assignee" are of the issue. */
    refused: words,
    allowed: words.min(1),
  }),
  conversations: z.array(conversation).min(1),
  /** What a person does between the comment and its late arrival, and what must then stand. */
  late: z.union([
    z.strictObject({
      before: z.array(act).default([]),
      on: z.number(),
      by: z.string().default("triager"),
      comment: z.string(),
      meanwhile: z.array(act).min(1),
      expect: expected,
    }),
    /** A question is answered whenever it arrives. */
    z.literal("answers"),
  ]),
});

export type Expected = z.infer<typeof expected>;
export type CommandCases = z.infer<typeof schema>;

const folder = new URL("./commands/", import.meta.url);

/** By the command's name. */
export function readCommandCases(): ReadonlyMap<string, CommandCases> {
  const files = readdirSync(folder).filter((name) => name.endsWith(".yml"));
  return new Map(
    files.map((file) => {
      const text = readFileSync(new URL(file, folder), "utf8");
      const read = schema.safeParse(parse(text));
      if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
      return [file.replace(/\.yml$/, ""), read.data];
    }),
  );
}
