// What the schema is built from: groups of keys and checked texts.

import { z } from "zod";
import { parseDuration } from "./duration.ts";

const maxLabelLength = 50; // GitHub's limit
const longestWait = 30 * 1440;

/** What the message of an unknown key is made of: the keys that are allowed beside it. */
export const keySeparator = ", ";

/** A group of keys; any other key in it is an error. */
export function settings<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const keys = Object.keys(shape).join(keySeparator);
  return z.strictObject(shape, {
    error: ({ code }) =>
      code === "unrecognized_keys" ? keys : `must be a group of keys (${keys})`,
  });
}

/** A text; `findFault` says what is wrong with it as "must …", or nothing. */
export function checkedText(kind: string, findFault: (text: string) => string | undefined) {
  return z.string({ error: kind }).superRefine((text, context) => {
    const message = findFault(text);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });
}

/** The name of a label, or its start. */
export function labelText(kind: string) {
  return checkedText(kind, (text) => {
    if (text.trim() === "") return "must not be empty";
    if ([...text].length > maxLabelLength) return `must have at most ${maxLabelLength} characters`;
    return undefined;
  });
}

/** What is wrong with a duration between commits, as "must …"; undefined if nothing. */
export function findDurationFault(text: string): string | undefined {
  const minutes = parseDuration(text);
  if (minutes === undefined) return "must be a duration: 0, 30m, 1h or 1d";
  return minutes > longestWait ? "must be at most 30d" : undefined;
}
