/** What an App says of a check run, read from a body and refused in GitHub's words. */
import type { Annotation, CheckStatus } from "../world/check-model.ts";
import type { CheckInput } from "../world/checks.ts";
import { WorldError } from "../world/world-error.ts";
import { integer, requiredText, text } from "./body.ts";

type Body = Readonly<Record<string, unknown>>;

const MOST_ANNOTATIONS = 50;
const STATUSES: readonly CheckStatus[] = ["queued", "in_progress", "completed"];
const CONCLUSIONS = [
  ...["action_required", "cancelled", "failure", "neutral", "success", "skipped", "timed_out"],
];
const LEVELS: readonly Annotation["annotation_level"][] = ["notice", "warning", "failure"];
const LONGEST_TEXT = 65_535;

/** GitHub's words where a body does not fit the route's schema. */
function invalidRequest(reason: string): WorldError {
  return new WorldError("unprocessable", `Invalid request.\n\n${reason}`);
}

/** Everything but the commit. */
export function readCheckInput(body: Body): CheckInput {
  const status = oneOf(body, "status", STATUSES);
  const conclusion = oneOf(body, "conclusion", CONCLUSIONS);
  if (status === "completed" && conclusion === undefined) {
    throw invalidRequest('"conclusion" wasn\'t supplied.');
  }
  return {
    ...{ status, conclusion, name: text(body, "name") },
    ...{ detailsUrl: text(body, "details_url"), externalId: text(body, "external_id") },
    ...{ startedAt: text(body, "started_at"), completedAt: text(body, "completed_at") },
    ...readOutput(body.output),
  };
}

function readOutput(output: unknown): CheckInput {
  if (!isBody(output)) return {};
  for (const field of ["title", "summary"]) {
    if (output[field] === undefined) throw invalidRequest(`"${field}" wasn't supplied.`);
  }
  for (const field of ["summary", "text"]) {
    if ((text(output, field) ?? "").length > LONGEST_TEXT) {
      throw invalidRequest(`Only ${LONGEST_TEXT} characters are allowed.`);
    }
  }
  const annotations = Array.isArray(output.annotations) ? output.annotations : [];
  if (annotations.length > MOST_ANNOTATIONS) {
    const count = `${annotations.length} were supplied.`;
    throw invalidRequest(`No more than ${MOST_ANNOTATIONS} items are allowed; ${count}`);
  }
  return {
    ...{ title: text(output, "title"), summary: text(output, "summary") },
    ...{ text: text(output, "text"), annotations: annotations.map(readAnnotation) },
  };
}

function readAnnotation(value: unknown): Annotation {
  const body = isBody(value) ? value : {};
  const level = oneOf(body, "annotation_level", LEVELS);
  if (level === undefined) throw invalidRequest('"annotation_level" wasn\'t supplied.');
  return {
    path: requiredText(body, "path", "CheckAnnotation"),
    start_line: requiredLine(body, "start_line"),
    end_line: requiredLine(body, "end_line"),
    start_column: integer(body, "start_column") ?? null,
    end_column: integer(body, "end_column") ?? null,
    annotation_level: level,
    message: requiredText(body, "message", "CheckAnnotation"),
    title: text(body, "title") ?? null,
    raw_details: text(body, "raw_details") ?? null,
  };
}

function requiredLine(body: Body, field: string): number {
  const line = integer(body, field);
  if (line === undefined) throw invalidRequest(`"${field}" wasn't supplied.`);
  return line;
}

function oneOf<Value extends string>(
  body: Body,
  field: string,
  values: readonly Value[],
): Value | undefined {
  const given = text(body, field);
  if (given === undefined) return undefined;
  const found = values.find((value) => value === given);
  if (found === undefined)
    throw invalidRequest(`${given} is not a member of ${values.join(", ")}.`);
  return found;
}

function isBody(value: unknown): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
