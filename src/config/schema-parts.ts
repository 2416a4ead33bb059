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

/** What JSON Schema can say of a text: no more than `findFault` says, so that editors refuse nothing. */
interface TextRules {
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** A text; `findFault` says what is wrong with it as "must …", or nothing. */
export function checkedText(
  kind: string,
  findFault: (text: string) => string | undefined,
  rules: TextRules,
) {
  const text = z.string({ error: kind }).superRefine((value, context) => {
    const message = findFault(value);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });
  return text.meta({ ...rules });
}

/** The name of a label, or its start. */
export function labelText(kind: string) {
  const findFault = (text: string) => {
    if (text.trim() === "") return "must not be empty";
    if ([...text].length > maxLabelLength) return `must have at most ${maxLabelLength} characters`;
    return undefined;
  };
  return checkedText(kind, findFault, { pattern: String.raw`\S`, maxLength: maxLabelLength });
}

/** The time between two commits. */
export const durationText = checkedText("must be a duration", findDurationFault, {
  pattern: String.raw`^(0|\d{1,6}[mhd])$`,
});

/** What is wrong with a duration between commits, as "must …"; undefined if nothing. */
function findDurationFault(text: string): string | undefined {
  const minutes = parseDuration(text);
  if (minutes === undefined) return "must be a duration: 0, 30m, 1h or 1d";
  return minutes > longestWait ? "must be at most 30d" : undefined;
}
